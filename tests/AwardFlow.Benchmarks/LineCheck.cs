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
        while (source.Read())
        {
            var organisation = source.GetString("organisation");
            organisations++;
            var result = LetterSamples.Result($"ระบบบริการประชาชนออนไลน์ของ{organisation}", organisation, source.GetString("addressee"), 67.92m, passed: organisations % 2 == 0);
            foreach (var document in LetterStore.Documents)
            {
                var drawn = renderer.Draw(document, result, draft: false);
                documents++;
                lines += drawn.Pages.Sum(page => page.Lines.Count);
                stretched += drawn.Pages.SelectMany(page => page.Lines).Count(line => Math.Abs(line.Line.StretchedWidth - line.Line.Width) > 0.01);
                if (LineRules.Broken(document, drawn) is { } problem)
                {
                    broken++;
                    output.WriteLine($"{source.GetString("code")} {organisation}, {document}: {problem}");
                }
            }
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{organisations} organisations, {documents} documents, {lines} lines ({stretched} justified), {broken} documents with a bad line"));
        return broken;
    }
}
