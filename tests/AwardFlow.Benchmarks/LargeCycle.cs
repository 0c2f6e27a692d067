using System.Globalization;
using System.Text.Json.Nodes;
using CsvHelper;

namespace AwardFlow.Benchmarks;

/// <summary>Makes cycles of any size from a list of places. The same arguments make the same cycle.</summary>
internal static class LargeCycle
{
    private static readonly string[] Works =
    [
        "ระบบรับคำร้องออนไลน์", "แผนที่ภาษีดิจิทัล", "ศูนย์ข้อมูลผู้สูงอายุ", "ระบบเตือนภัยน้ำท่วม", "โครงการ LINE Official Account", "ข้อมูลเปิดด้านงบประมาณ",
    ];

    public static void Write(FileInfo places, DirectoryInfo sample, DirectoryInfo folder, int entries, int judges)
    {
        folder.Create();
        var definition = JsonNode.Parse(File.ReadAllText(Path.Combine(sample.FullName, "cycle.json")))!;
        definition["id"] = string.Create(CultureInfo.InvariantCulture, $"load-{entries}");
        File.WriteAllText(Path.Combine(folder.FullName, "cycle.json"), definition.ToString());
        var maxima = definition["rubric"]!.AsArray().SelectMany(category => category!["criteria"]!.AsArray())
            .ToDictionary(criterion => criterion!["code"]!.GetValue<string>(), criterion => criterion!["max"]!.GetValue<decimal>(), StringComparer.Ordinal);
        var codes = WriteEntries(places, Path.Combine(folder.FullName, "entries.csv"), entries);
        for (var judge = 1; judge <= judges; judge++)
        {
            WriteScores(
                Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"scores-{judge}.csv")),
                $"กรรมการ {judge}",
                codes,
                maxima,
                new Random(judge));
        }
    }

    private static List<string> WriteEntries(FileInfo places, string path, int count)
    {
        using var source = CsvReader.FromFile(places.FullName);
        using var csv = CsvWriter.ToFile(path);
        csv.WriteHeader("entry_code", "project", "organisation", "addressee", "saraban_email", "province");
        var codes = new List<string>();
        while (codes.Count < count && source.Read())
        {
            codes.Add(source.GetString("code"));
            csv.WriteRecord(
                codes[^1], $"{Works[codes.Count % Works.Length]} {source.GetString("organisation")}", source.GetString("organisation"),
                source.GetString("addressee"), source.GetString("saraban_email"), source.GetString("province"));
        }
        return codes;
    }

    private static void WriteScores(string path, string judge, List<string> codes, Dictionary<string, decimal> maxima, Random random)
    {
        using var csv = CsvWriter.ToFile(path);
        csv.WriteHeader(["entry_code", "judge", .. maxima.Keys, "comment"]);
        foreach (var code in codes)
        {
            var points = maxima.Values.Select(max => (Math.Floor(max * random.Next(40, 101) / 50) / 2).ToString(CultureInfo.InvariantCulture));
            csv.WriteRecord([code, judge, .. points, ""]);
        }
    }
}
