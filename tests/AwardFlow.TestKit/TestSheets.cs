using System.Globalization;
using System.Text;

namespace AwardFlow.TestKit;

/// <summary>Sheets for <see cref="TestCycle"/>, as csv.</summary>
internal static class TestSheets
{
    public static string[] Codes(int count) => [.. Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"E{i:D4}"))];

    public static byte[] Entries(IEnumerable<string> codes) => Lines(
        "entry_code,project,organisation,addressee,saraban_email,province",
        codes.Select(TestCycle.Entry)
            .Select(entry => $"{entry.Code},{entry.Project},{entry.Organisation},{entry.Addressee},{entry.SarabanEmail},{entry.Province}"));

    /// <summary>A judge's scores, the same for each entry.</summary>
    public static byte[] Scores(IEnumerable<string> codes, string judge, decimal a = 40, decimal b = 20, decimal c = 10) => Lines(
        "entry_code,judge,A,B,C", codes.Select(code => string.Create(CultureInfo.InvariantCulture, $"{code},{judge},{a},{b},{c}")));

    private static byte[] Lines(string header, IEnumerable<string> rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(header)));
}
