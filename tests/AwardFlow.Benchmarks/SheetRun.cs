using System.Diagnostics;
using System.Globalization;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;
using AwardFlow.Scoring;
using CsvHelper;
using ExcelDataReader;
using MiniExcelLibs;

namespace AwardFlow.Benchmarks;

/// <summary>
/// Reads score sheets in several ways, each in a process of its own, since only a process has a peak of memory. The time
/// is that of reading alone, without the process's start.
/// </summary>
internal static class SheetRun
{
    private const int Times = 3;

    private static readonly (string Way, string What)[] Ways =
    [
        ("plain", "the library alone (ExcelDataReader or CsvHelper), every cell as text"),
        ("miniexcel", "MiniExcel alone, every row as a dictionary"),
        ("sheet", "AwardFlow: rows and cells"),
        ("checked", "AwardFlow: rows, all checks, and rows as they will count written to disk"),
        ("averaged", "AwardFlow: the same, then read back and averaged"),
    ];

    /// <summary>Reads all sheets in all ways and writes a table.</summary>
    public static void All(DirectoryInfo folder)
    {
        var files = LargeSheets.Write(folder);
        Console.WriteLine("| sheet | way | rows/s | scores/s | seconds | peak memory (MB) |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|");
        foreach (var file in files)
        {
            foreach (var (way, what) in Ways.Where(each => each.Way != "miniexcel" || file.Extension == ".xlsx"))
            {
                // The best of a few runs is the one least disturbed by what else the machine does.
                var runs = Enumerable.Range(0, Times).Select(_ => Measure(way, file)).ToList();
                var best = runs.MinBy(run => run.Seconds);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {file.Name} ({file.Length / 1e6:F1} MB, {best.Rows:N0} rows) | {what} | {best.Rows / best.Seconds:N0} | {LargeSheets.Entries * LargeSheets.Judges * LargeSheets.Criteria.Length / best.Seconds:N0} | {best.Seconds:F2} | {runs.Max(run => run.Peak) / 1e6:F0} |"));
            }
        }
    }

    /// <summary>Reads one sheet in one way, in this process.</summary>
    public static void One(string way, FileInfo file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var watch = Stopwatch.StartNew();
        var rows = way switch
        {
            "plain" => file.Extension == ".csv" ? Csv(file) : Excel(file),
            "miniexcel" => Mini(file),
            "sheet" => Sheet(file),
            "checked" => Checked(file, average: false),
            "averaged" => Checked(file, average: true),
            _ => throw new ArgumentException($"There is no way '{way}'.", nameof(way)),
        };
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} {watch.Elapsed.TotalSeconds} {Process.GetCurrentProcess().PeakWorkingSet64}"));
    }

    private static (int Rows, double Seconds, long Peak) Measure(string way, FileInfo file)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(SheetRun).Assembly.Location, "read-sheet", way, file.FullName },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var written = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var figures = process.ExitCode == 0 ? written.Split(' ') : throw new InvalidOperationException($"{way} {file.Name}: {written}");
        return (
            int.Parse(figures[0], CultureInfo.InvariantCulture),
            double.Parse(figures[1], CultureInfo.InvariantCulture),
            long.Parse(figures[2], CultureInfo.InvariantCulture));
    }

    private static int Excel(FileInfo file)
    {
        var (rows, characters) = (0, 0L);
        using var stream = file.OpenRead();
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        for (; reader.Read(); rows++)
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                characters += Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)?.Length ?? 0;
            }
        }
        return characters > 0 ? rows : 0;
    }

    private static int Mini(FileInfo file) => MiniExcel.Query(file.FullName).Cast<IDictionary<string, object>>().Count(row => row.Count > 0);

    private static int Csv(FileInfo file)
    {
        var (rows, characters) = (0, 0L);
        using var csv = CsvReader.FromFile(file.FullName, new CsvReaderOptions { HasHeader = false });
        for (; csv.Read(); rows++)
        {
            for (var column = 0; column < csv.FieldCount; column++)
            {
                characters += csv.GetString(column).Length;
            }
        }
        return characters > 0 ? rows : 0;
    }

    private static int Sheet(FileInfo file)
    {
        using var stream = file.OpenRead();
        using var sheets = SheetFile.Open(stream, FileKind.Of(stream), CancellationToken.None);
        return sheets.Sheets[0].Read().Count();
    }

    private static int Checked(FileInfo file, bool average)
    {
        var definition = LargeSheets.Definition(CycleDefinitionReader.Read(File.ReadAllBytes(Path.Combine("samples", "dga-2564", "cycle.json"))));
        using var stream = file.OpenRead();
        using var sheets = SheetFile.Open(stream, FileKind.Of(stream), CancellationToken.None);
        using var sheet = UnderstoodSheet.OfScores(
            sheets, new UploadOptions(), new Problems(), new SheetContext { Definition = definition, Entries = LargeSheets.EntryList });
        var (written, _) = sheet.Rows.FinishAsync(CancellationToken.None).GetAwaiter().GetResult();
        if (average)
        {
            var results = new ScoreBook(definition, LargeSheets.EntryList, AcceptedRows.Scores(written)).Results(provisional: true);
            _ = results.Entries.All(entry => entry.Average.HasValue) ? 0 : throw new InvalidOperationException("An entry has no average.");
        }
        return file.Name == "wide.xlsx" ? sheet.Count / LargeSheets.Criteria.Length + 1 : sheet.Count + 1;
    }
}
