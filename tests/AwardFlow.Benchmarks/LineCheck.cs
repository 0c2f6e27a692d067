using System.Globalization;
using AwardFlow.Letters;
using CsvHelper;

namespace AwardFlow.Benchmarks;

/// <summary>Lays out all three documents for every place of a list and looks at each line.</summary>
internal static class LineCheck
{
    /// <returns>How many documents have a line that breaks the rules.</returns>
    public static int Run(FileInfo places, TextWriter output)
    {
        var renderer = new DocumentRenderer(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall);
        using var source = CsvReader.FromFile(places.FullName);
        var (organisations, documents, lines, stretched, broken) = (0, 0, 0L, 0L, 0);
        var spaces = new List<double>();
        var loose = new Dictionary<string, int>(StringComparer.Ordinal);
        while (source.Read())
        {
            var organisation = source.GetString("organisation");
            organisations++;
            var result = LetterSamples.Result(
                $"ระบบบริการประชาชนออนไลน์ของ{organisation}", organisation, source.GetString("addressee"), 67.92m, passed: organisations % 2 == 0);
            foreach (var document in LetterStore.Documents)
            {
                var drawn = renderer.Draw(document, result, draft: false);
                documents++;
                lines += drawn.Pages.Sum(page => page.Lines.Count);
                stretched += drawn.Pages.SelectMany(page => page.Lines).Count(line => Math.Abs(line.Line.StretchedWidth - line.Line.Width) > 0.01);
                foreach (var line in drawn.Pages.SelectMany(page => page.Lines).Select(line => line.Line).Where(line => line.Looseness != 0))
                {
                    spaces.Add(line.Looseness);
                    if (line.Looseness > 0.3)
                    {
                        loose[line.Text] = loose.GetValueOrDefault(line.Text) + 1;
                    }
                }
                if (LineRules.Broken(document, drawn) is { } problem)
                {
                    broken++;
                    output.WriteLine($"{source.GetString("code")} {organisation}, {document}: {problem}");
                }
            }
        }
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{organisations} organisations, {documents} documents, {lines} lines ({stretched} justified), {broken} documents with a bad line"));
        spaces.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Looseness, what is added to a space of a justified line in ems: median {At(0.5):0.000}, 90 % below {At(0.9):0.000}, 99 % below {At(0.99):0.000}, most {At(1):0.000}; above 0.3 em {spaces.Count(space => space > 0.3)} of {spaces.Count} lines"));
        foreach (var (text, times) in loose.OrderByDescending(line => line.Value).Take(10))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {times,5} times: {text}"));
        }
        return broken;

        double At(double share) => spaces.Count == 0 ? 0 : spaces[(int)Math.Min(spaces.Count - 1, share * spaces.Count)];
    }
}
