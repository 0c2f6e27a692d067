using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Delivery;

namespace AwardFlow.Receipts;

/// <summary>
/// Makes and reads receipt links. A link's token names cycle, entry, letter, sending, address and its own end, signed with
/// HMAC-SHA-256: nobody makes one without the key, and one is good for nothing but its own letter's page.
/// </summary>
/// <param name="settings">The key and the public address.</param>
/// <param name="time">The clock.</param>
public sealed class ReceiptLinks(ReceiptSettings settings, TimeProvider time) : IRecipientLinks
{
    // The path of the pages, under the public address.
    private const string Path = "r";

    // First letters; corrections name their letter behind the rest of the head.
    private const byte Version = 1;
    private const byte VersionOfCorrections = 2;
    private const int HeadLength = 1 + sizeof(uint) + sizeof(ushort) + sizeof(ulong) + 1;
    private const int LongestToken = 600;

    // The page still shows a stamp, and gives the letter out, when no receipt is taken any more.
    private static readonly TimeSpan ReadableAfterwards = TimeSpan.FromDays(30);

    // A form that was left open over a weekend is asked to be sent once more.
    private static readonly TimeSpan FormAge = TimeSpan.FromHours(24);

    private readonly SignedTokens _tokens = new(settings.Key, "AwardFlow receipt link", LongestToken);

    // A key of its own, so that a token is never taken for a form's value.
    private readonly byte[] _formKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, settings.Key, 32, info: "AwardFlow receipt form"u8.ToArray());

    /// <inheritdoc/>
    public Uri For(CycleDefinition definition, LetterDelivery mail)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(mail);
        var days = definition.ReceiptsOrUsual().ClosesReceiptsAfterDays;
        return new Uri(settings.BaseUrl, $"{Path}/{EndingPlainly(mail, (mail.LeftAt ?? mail.StateAt).AddDays(days) + ReadableAfterwards)}");
    }

    /// <summary>What a token is about, or null where it is forged, cut, altered or past its end.</summary>
    public ReceiptLink? Read(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        // Some mail programs take the full stop behind an address for a part of it.
        token = token.TrimEnd('.');
        if (_tokens.Read(token) is not { Length: > HeadLength } read || read[0] is not (Version or VersionOfCorrections)
            || time.GetUtcNow().ToUnixTimeSeconds() >= BinaryPrimitives.ReadUInt32BigEndian(read.AsSpan(1)))
        {
            return null;
        }
        ReadOnlySpan<byte> content = read;
        var cycleLength = content[HeadLength - 1];
        var isCorrection = content[0] == VersionOfCorrections;
        var names = content[(HeadLength + (isCorrection ? sizeof(ushort) : 0))..];
        return CycleId.TryParse(Encoding.UTF8.GetString(names[..cycleLength]), out var cycle)
            && EntryCode.TryParse(Encoding.UTF8.GetString(names[cycleLength..]), out var entryCode)
            ? new ReceiptLink(
                cycle, entryCode, BinaryPrimitives.ReadUInt16BigEndian(content[5..]), BinaryPrimitives.ReadUInt64BigEndian(content[7..]),
                isCorrection ? BinaryPrimitives.ReadUInt16BigEndian(content[HeadLength..]) : 1)
            : null;
    }

    /// <summary>Tells addresses apart without showing them.</summary>
    public static ulong AddressTag(string address) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToLowerInvariant())));

    /// <summary>
    /// A value that stands only in the page of a token. A form without it was not sent from that page: scanners, and
    /// other sites that have a browser send something, do not have it.
    /// </summary>
    /// <param name="token">The page's token.</param>
    /// <param name="revision">How often a receipt was written so far; a form that was sent before a correction is not taken after it.</param>
    public string FormValue(string token, int revision) => FormValue(token, revision, time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Reads the value of a form.</summary>
    /// <returns>The revision that the form was made for, or null where the value is forged, of another page or too old.</returns>
    public int? ReadFormValue(string token, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var parts = value.Split('.');
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var madeAt)
            && time.GetUtcNow().ToUnixTimeSeconds() - madeAt <= FormAge.TotalSeconds
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(FormValue(token, revision, madeAt)))
                ? revision
                : null;
    }

    private string FormValue(string token, int revision, long madeAt)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{revision}.{madeAt}");
        return $"{content}.{Base64Url.EncodeToString(HMACSHA256.HashData(_formKey, Encoding.UTF8.GetBytes($"{token}.{content}")))}";
    }

    // A second more is another token.
    private string EndingPlainly(LetterDelivery mail, DateTimeOffset expiresAt)
    {
        while (true)
        {
            var token = Token(mail, expiresAt);
            if (SignedTokens.EndsPlainly(token))
            {
                return token;
            }
            expiresAt = expiresAt.AddSeconds(1);
        }
    }

    private string Token(LetterDelivery mail, DateTimeOffset expiresAt)
    {
        var letter = new byte[mail.Letter == 1 ? 0 : sizeof(ushort)];
        if (mail.Letter > 1)
        {
            BinaryPrimitives.WriteUInt16BigEndian(letter, checked((ushort)mail.Letter));
        }
        byte[] content = [.. new byte[HeadLength], .. letter, .. Encoding.UTF8.GetBytes(mail.Cycle.Text), .. Encoding.UTF8.GetBytes(mail.EntryCode.Text)];
        content[0] = mail.Letter == 1 ? Version : VersionOfCorrections;
        BinaryPrimitives.WriteUInt32BigEndian(content.AsSpan(1), checked((uint)expiresAt.ToUnixTimeSeconds()));
        BinaryPrimitives.WriteUInt16BigEndian(content.AsSpan(5), checked((ushort)mail.Sending));
        BinaryPrimitives.WriteUInt64BigEndian(content.AsSpan(7), AddressTag(mail.Address));
        content[HeadLength - 1] = checked((byte)mail.Cycle.Text.Length);
        return _tokens.Write(content);
    }
}
