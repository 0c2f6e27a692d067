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

    private readonly SignedTokens _tokens = new(settings.Key, "AwardFlow judge link", LongestToken);

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
    internal string NewSecret(CycleId cycle, JudgeSeat seat)
    {
        while (true)
        {
            var secret = RandomNumberGenerator.GetHexString(SecretBytes * 2, lowercase: true);
            if (SignedTokens.EndsPlainly(Token(seat with { Partition = cycle.Text, LinkSecret = secret })))
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
        return _tokens.Read(token) is { Length: > HeadLength } content && content[0] == Version
            && CycleId.TryParse(Encoding.UTF8.GetString(content.AsSpan(HeadLength)), out var cycle)
            ? new JudgeToken(cycle, Convert.ToHexStringLower(content.AsSpan(1, TagBytes)), Convert.ToHexStringLower(content.AsSpan(1 + TagBytes, SecretBytes)))
            : null;
    }

    private string Token(JudgeSeat seat)
    {
        var secret = seat.LinkSecret ?? throw new ArgumentException("The seat has no link.", nameof(seat));
        return _tokens.Write([Version, .. Convert.FromHexString(seat.Tag), .. Convert.FromHexString(secret), .. Encoding.UTF8.GetBytes(seat.Partition)]);
    }
}
