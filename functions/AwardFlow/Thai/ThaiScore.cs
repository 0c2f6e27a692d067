using System.Globalization;
using System.Text;

namespace AwardFlow.Thai;

/// <summary>Scores as a letter writes them.</summary>
public static class ThaiScore
{
    private static readonly string[] Digits = ["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];

    private static readonly string[] Places = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"];

    /// <summary>A score in Thai digits with two decimals: <c>๖๗.๙๒</c>.</summary>
    public static string InDigits(decimal score) => ThaiNumerals.ToThai(score.ToString("0.00", CultureInfo.InvariantCulture));

    /// <summary>
    /// A score in words, decimals read digit by digit: 67.92 is <c>หกสิบเจ็ดจุดเก้าสอง</c>. Trailing zeros are not read.
    /// </summary>
    /// <param name="score">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> is negative.</exception>
    public static string InWords(decimal score)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(score);
        var written = score.ToString("0.############################", CultureInfo.InvariantCulture).Split('.');
        var words = new StringBuilder(Whole(written[0]));
        if (written.Length > 1)
        {
            words.Append("จุด");
            foreach (var digit in written[1])
            {
                words.Append(Digits[digit - '0']);
            }
        }
        return words.ToString();
    }

    private static string Whole(string digits)
    {
        var words = new StringBuilder();
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[i] - '0';
            // Millions are counted by themselves: what stands before ล้าน is read like a number of its own.
            var place = (digits.Length - 1 - i) % Places.Length;
            var isFirst = words.Length == 0;
            // One is not said before ten, two before ten is ยี่, and a final one after other digits is เอ็ด.
            words.Append((digit, place) switch
            {
                (0, _) or (1, 1) => "",
                (2, 1) => "ยี่",
                (1, 0) when !isFirst => "เอ็ด",
                _ => Digits[digit],
            });
            words.Append(digit == 0 ? "" : Places[place]);
            words.Append(place == 0 && i < digits.Length - 1 ? "ล้าน" : "");
        }
        return words.Length == 0 ? Digits[0] : words.ToString();
    }
}
