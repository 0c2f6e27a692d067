using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using CsvHelper;
using MiniExcelLibs;

namespace AwardFlow.Benchmarks;

/// <summary>The score sheets of 7,850 entries, 7 judges and 6 criteria: 329,700 scores.</summary>
internal static class LargeSheets
{
    public const int Entries = 7850;
    public const int Judges = 7;

    public static readonly string[] Criteria = ["C1", "C2", "C3", "C4", "C5", "C6"];

    private const decimal Max = 20;

    public static IReadOnlyList<Entry> EntryList { get; } =
    [
        .. Enumerable.Range(1, Entries).Select(i => new Entry
        {
            Code = EntryCode.Parse(Code(i)),
            Project = "โครงการ",
            Organisation = "เทศบาลตำบล",
            Addressee = "นายกเทศมนตรี",
            SarabanEmail = "saraban@a.example",
            Province = "ยะลา",
        }),
    ];

    public static CycleDefinition Definition(CycleDefinition sample) => sample with
    {
        Rubric = [new Category("1", "เกณฑ์", [.. Criteria.Select(code => new Criterion(code, code, Max))])],
        Judges = null,
    };

    /// <summary>Writes what is not there yet: wide and long xlsx, as MiniExcel writes them, and long csv.</summary>
    public static IReadOnlyList<FileInfo> Write(DirectoryInfo folder)
    {
        folder.Create();
        FileInfo[] files =
        [
            new(Path.Combine(folder.FullName, "wide.xlsx")), new(Path.Combine(folder.FullName, "long.xlsx")), new(Path.Combine(folder.FullName, "long.csv")),
        ];
        if (!files[0].Exists)
        {
            MiniExcel.SaveAs(files[0].FullName, Wide());
        }
        if (!files[1].Exists)
        {
            MiniExcel.SaveAs(files[1].FullName, Long().Select(score => new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["entry_code"] = score.EntryCode.Text,
                ["judge"] = score.Judge.Text,
                ["criterion"] = score.Criterion,
                ["score"] = score.Points!.Value,
                ["comment"] = "",
            }));
        }
        if (!files[2].Exists)
        {
            using var csv = CsvWriter.ToFile(files[2].FullName);
            csv.WriteHeader("entry_code", "judge", "criterion", "score", "comment");
            foreach (var score in Long())
            {
                csv.WriteRecord(score.EntryCode.Text, score.Judge.Text, score.Criterion, score.Points!.Value.ToString(CultureInfo.InvariantCulture), "");
            }
        }
        return [.. files.Select(file => new FileInfo(file.FullName))];
    }

    private static IEnumerable<Dictionary<string, object>> Wide()
    {
        foreach (var row in Long().Chunk(Criteria.Length))
        {
            var cells = new Dictionary<string, object>(StringComparer.Ordinal) { ["entry_code"] = row[0].EntryCode.Text, ["judge"] = row[0].Judge.Text };
            foreach (var score in row)
            {
                cells[score.Criterion] = score.Points!.Value;
            }
            yield return cells;
        }
    }

    private static IEnumerable<Score> Long()
    {
        var random = new Random(1);
        for (var judge = 1; judge <= Judges; judge++)
        {
            for (var entry = 1; entry <= Entries; entry++)
            {
                foreach (var criterion in Criteria)
                {
                    yield return new Score(
                        EntryCode.Parse(Code(entry)),
                        JudgeName.Parse(string.Create(CultureInfo.InvariantCulture, $"กรรมการ {judge}")),
                        criterion,
                        random.Next(0, 41) / 2m,
                        "");
                }
            }
        }
    }

    private static string Code(int entry) => string.Create(CultureInfo.InvariantCulture, $"LG-{entry:D4}");
}
