using System.Diagnostics;
using System.Globalization;
using AwardFlow.Letters;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Benchmarks;

/// <summary>Says where the time of rendering a letter goes: shaping, layout, writing PDF and compression.</summary>
internal static class RenderingShares
{
    private const int WarmUp = 300;

    public static void Measure(int letters, TextWriter output)
    {
        var renderer = new DocumentRenderer(LetterSamples.Definition, LetterPictures.None, LetterSamples.Overall);
        var names = PlaceNames.All().ToArray();
        foreach (var document in LetterStore.Documents)
        {
            Round(renderer, document, names.AsSpan(0, WarmUp));
            var (shaping, layout, writing, compression) = Round(renderer, document, names.AsSpan(WarmUp, letters));
            var all = shaping + layout + writing + compression;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{document,-12} {all.TotalMilliseconds / letters,6:0.00} ms: shaping {shaping / all:0%}, layout {layout / all:0%}, writing PDF {writing / all:0%}, compression {compression / all:0%}"));
        }
    }

    // Texts shared with the letter before are remembered and cost no shaping. New texts are shaped once more by themselves to
    // find what that takes; the rest of drawing is layout. Writing without compression tells compression from the rest.
    private static (TimeSpan Shaping, TimeSpan Layout, TimeSpan Writing, TimeSpan Compression) Round(
        DocumentRenderer renderer, LetterDocument document, ReadOnlySpan<(string Organisation, string Addressee, string Project)> names)
    {
        var watch = new Stopwatch();
        TimeSpan Time(Action action)
        {
            watch.Restart();
            action();
            return watch.Elapsed;
        }
        TimeSpan shaping = default, drawing = default, writing = default, whole = default;
        HashSet<string> before = [];
        foreach (var (organisation, addressee, project) in names)
        {
            var result = LetterSamples.Result(project, organisation, addressee, 67.92m, passed: true);
            PdfDocument? drawn = null;
            drawing += Time(() => drawn = renderer.Draw(document, result, draft: false));
            var texts = drawn!.Pages.SelectMany(page => page.Lines).Select(line => line.Line.Shaped.Text).ToHashSet(StringComparer.Ordinal);
            var added = texts.Except(before, StringComparer.Ordinal).ToList();
            shaping += Time(() => added.ForEach(text => Sarabun.Regular.Shape(text)));
            writing += Time(() => drawn.ToFile(compress: false));
            var again = renderer.Draw(document, result, draft: false);
            whole += Time(() => again.ToFile(compress: true));
            before = texts;
        }
        return (shaping, drawing - shaping, writing, whole - writing);
    }
}
