using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;

namespace AwardFlow.Intake.Judging;

/// <summary>
/// Makes and reads judges' links. A link's token names cycle, judge and the seat's random bits, signed with HMAC-SHA-256. It
/// has no end of its own: whether it still opens anything is looked up, since a cycle may be extended or sent back.
/// </summary>
/// <param name="settings">The key and the address of the pages.</param>
public sealed class JudgeLinks(JudgingSettings settings)
{
    private const byte Version = 1;
    private const int TagBytes = 8;
    private const int SecretBytes = 16;
    private const int HeadLength = 1 + TagBytes + SecretBytes;
    private const int LongestToken = 200;

    // A key of its own, so that no other link's token is taken for a judge's.
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, settings.Key, 32, info: "AwardFlow judge link"u8.ToArray());

    /// <summary>The link to a judge's page.</summary>
    /// <param name="seat">The judge's seat, with a link.</param>
    /// <exception cref="ArgumentException">The seat has no link.</exception>
    public Uri For(JudgeSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        // Behind '#' it is sent to no server.
        return new Uri(settings.BaseUrl, $"judge#{Token(seat)}");
    }

    /// <summary>Random bits for a seat whose link is made.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="seat">The seat.</param>
    /// <remarks>Mail programs that make an address into a link leave signs at its end out: a token ends in a letter or digit.</remarks>
    internal string NewSecret(CycleId cycle, JudgeSeat seat)
    {
        while (true)
        {
            var secret = RandomNumberGenerator.GetHexString(SecretBytes * 2, lowercase: true);
            if (char.IsAsciiLetterOrDigit(Token(seat with { Partition = cycle.Text, LinkSecret = secret })[^1]))
            {
                return secret;
            }
        }
    }

    /// <summary>Whether a token was made here and not altered; it may be withdrawn since, or past its end.</summary>
    /// <param name="token">The token.</param>
    public bool IsGenuine(string token) => Read(token) is not null;

    /// <summary>What a token names; null where it is forged, cut or altered.</summary>
    internal JudgeToken? Read(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var bytes = new byte[LongestToken];
        if (token.Length > LongestToken || Base64Url.DecodeFromChars(token, bytes, out _, out var length) != OperationStatus.Done
            || length <= HeadLength + HMACSHA256.HashSizeInBytes)
        {
            return null;
        }
        var content = bytes.AsSpan(0, length - HMACSHA256.HashSizeInBytes);
        var signed = CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_key, content), bytes.AsSpan(content.Length, HMACSHA256.HashSizeInBytes));
        // One token has one spelling: no blanks, no padding.
        return signed && content[0] == Version && Base64Url.EncodeToString(bytes.AsSpan(0, length)) == token
            && CycleId.TryParse(Encoding.UTF8.GetString(content[HeadLength..]), out var cycle)
                ? new JudgeToken(cycle, Convert.ToHexStringLower(content.Slice(1, TagBytes)), Convert.ToHexStringLower(content.Slice(1 + TagBytes, SecretBytes)))
                : null;
    }

    private string Token(JudgeSeat seat)
    {
        var secret = seat.LinkSecret ?? throw new ArgumentException("The seat has no link.", nameof(seat));
        byte[] content = [Version, .. Convert.FromHexString(JudgeSeat.TagOf(seat.Judge)), .. Convert.FromHexString(secret), .. Encoding.UTF8.GetBytes(seat.Partition)];
        return Base64Url.EncodeToString([.. content, .. HMACSHA256.HashData(_key, content)]);
    }
}
