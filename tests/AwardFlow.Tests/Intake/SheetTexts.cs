using System.Text;
using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;

namespace AwardFlow.Tests.Intake;

/// <summary>Sheets written as csv text.</summary>
internal static class SheetTexts
{
    public static IEnumerable<SheetRow> Csv(params string[] lines) =>
        CsvFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), CancellationToken.None).Sheets[0].Read();

    /// <summary>What is wrong with a sheet, as "row column value: problem".</summary>
    public static IReadOnlyList<string> Problems(Action read) =>
        [.. Assert.Throws<UploadRefusedException>(read).Rows.Select(row => $"{row.Row} {row.Column} '{row.Value}': {row.Problem.English}")];
}
