using System.Globalization;
using System.Text.RegularExpressions;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>
/// The address of an agency's central correspondence: one plain address, as SMTP takes it (RFC 5321, 4.1.2) without
/// quoted names, comments and numbers for domains. The Regulation of the Office of the Prime Minister on Correspondence
/// (No. 4) B.E. 2564 has its local part begin with <c>saraban</c>; one that does not is taken with a warning.
/// </summary>
public static partial class SarabanAddress
{
    /// <summary>How many characters an address may have (RFC 5321, 4.5.3.1.3, less the angle brackets).</summary>
    public const int Longest = 254;

    // RFC 5321, 4.5.3.1.1.
    private const int LongestLocalPart = 64;

    private const int LongestQuotedReason = 60;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>Reads an address.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="address">The address with its domain in ASCII, as mail is sent to it (RFC 5890); empty where there is none.</param>
    /// <param name="problem">What is wrong and what would be right; meaningless where nothing is.</param>
    /// <returns>Whether it is an address that mail can be sent to.</returns>
    public static bool TryRead(string text, out string address, out BilingualText problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        address = "";
        problem = default;
        text = Bare(text);
        if (Wrong(text, out var domain) is { } wrong)
        {
            problem = RowTexts.NotAnAddress($": {wrong.English}", $" เพราะ{wrong.Thai}");
            return false;
        }
        address = $"{text[..text.IndexOf('@', StringComparison.Ordinal)]}@{domain}";
        return true;
    }

    /// <summary>What is worth a look in an address that was read.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="address">What was read.</param>
    public static IEnumerable<BilingualText> Warnings(string text, string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.StartsWith("saraban", StringComparison.OrdinalIgnoreCase))
        {
            yield return WarningTexts.NotSaraban;
        }
        if (!string.Equals(Bare(text), address, StringComparison.OrdinalIgnoreCase))
        {
            yield return WarningTexts.WrittenInAscii(address);
        }
    }

    // A link's scheme, brackets around the whole, and the stop, comma or semicolon behind an address in a sentence or a list.
    private static string Bare(string text)
    {
        var bare = text.Contains('@', StringComparison.Ordinal) ? text.TrimEnd('.', ',', ';', ' ') : text;
        bare = bare.Length > 2 && bare[0] == '<' && bare[^1] == '>' ? bare[1..^1].Trim() : bare;
        return bare.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? bare["mailto:".Length..].Trim() : bare;
    }

    private static BilingualText? Wrong(string text, out string domain)
    {
        domain = "";
        if (text.Length == 0)
        {
            return new("it is blank", "เว้นว่างไว้");
        }
        if (text.Length > Longest)
        {
            return new($"it has more than {Longest} characters", $"ยาวเกิน {Longest} ตัวอักษร");
        }
        if (text.Any(char.IsControl))
        {
            return new("it holds a line break or another control character", "มีการขึ้นบรรทัดใหม่หรืออักขระควบคุม");
        }
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return new("it has no @", "ไม่มีเครื่องหมาย @");
        }
        if (text.AsSpan(at + 1).Contains('@') || text.AsSpan().IndexOfAny(",;<>") >= 0)
        {
            return new("there must be one address alone, without a name", "ต้องมีที่อยู่เพียงแห่งเดียว และไม่มีชื่อผู้รับ");
        }
        if (text.Any(char.IsWhiteSpace))
        {
            return new("it holds a space", "มีช่องว่างอยู่ภายใน");
        }
        var local = text[..at];
        if (local.Length > LongestLocalPart || !LocalPart().IsMatch(local))
        {
            return new(
                $"'{Short(local)}' before the @ must be 1 to {LongestLocalPart} Latin letters, digits and signs such as '.', '_' and '-', with no dot at its ends or after a dot",
                $"ส่วนหน้า @ (“{Short(local)}”) ต้องเป็นอักษรอังกฤษ ตัวเลข หรือเครื่องหมาย เช่น “.” “_” “-” รวม 1 ถึง {LongestLocalPart} ตัว และไม่มีจุดที่หัวท้ายหรือติดกัน");
        }
        return TryDomain(text[(at + 1)..], out domain) && local.Length + 1 + domain.Length <= Longest
            ? null
            : new($"'{Short(text[(at + 1)..])}' after the @ is not the name of a mail domain", $"ส่วนหลัง @ (“{Short(text[(at + 1)..])}”) ไม่ใช่ชื่อโดเมน");
    }

    private static bool TryDomain(string text, out string domain)
    {
        try
        {
            domain = Idn.GetAscii(text);
        }
        catch (ArgumentException)
        {
            domain = "";
        }
        return Domain().IsMatch(domain);
    }

    private static string Short(string text) => text.Length <= LongestQuotedReason ? text : $"{text[..LongestQuotedReason]}…";

    // Dot-string of RFC 5321.
    [GeneratedRegex(
        "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LocalPart();

    // At least two labels, the last not a number: an address on the internet, not on the office's own network.
    [GeneratedRegex(
        "^(?=.{4,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+(?!\\d+$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Domain();
}
