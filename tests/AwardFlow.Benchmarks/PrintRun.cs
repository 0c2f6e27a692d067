using System.Diagnostics;
using System.Globalization;
using AwardFlow.Letters;
using AwardFlow.Typesetting.Pdf.Joining;

namespace AwardFlow.Benchmarks;

/// <summary>Renders the documents of thousands of entries and joins them to one PDF as they come: time, size, and the memory that grows with them.</summary>
internal static class PrintRun
{
    private const int Tenths = 10;

    /// <summary>Runs it.</summary>
    /// <param name="letters">How many entries.</param>
    /// <param name="file">Where the PDF is written; null for nowhere.</param>
    /// <param name="output">Where figures are printed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RunAsync(int letters, FileInfo? file, TextWriter output, CancellationToken cancellationToken)
    {
        var renderer = new DocumentRenderer(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall);
        var names = PlaceNames.All().ToArray();
        await using var to = file is null ? Stream.Null : file.Create();
        var binder = new PdfBinder("all", "AwardFlow", DateTimeOffset.UnixEpoch);
        var (joining, read) = (TimeSpan.Zero, 0L);
        for (var i = 1; i <= letters; i++)
        {
            var (organisation, addressee, project) = names[i % names.Length];
            var result = LetterSamples.Result(project, organisation, addressee, 40 + i % 6000 / 100m, i % 3 != 0);
            foreach (var document in LetterStore.Documents)
            {
                var pdf = renderer.Render(document, result, draft: false);
                read += pdf.Length;
                var from = Stopwatch.GetTimestamp();
                binder.Add(pdf);
                joining += Stopwatch.GetElapsedTime(from);
            }
            await binder.FlushAsync(to, cancellationToken);
            if (i % Math.Max(1, letters / Tenths) == 0)
            {
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{i,7} entries  {binder.Pages,7} pages  {GC.GetTotalMemory(forceFullCollection: true) / 1e6,6:0.0} MB managed"));
            }
        }
        var ending = Stopwatch.GetTimestamp();
        binder.Finish();
        joining += Stopwatch.GetElapsedTime(ending);
        await binder.FlushAsync(to, cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{letters} entries: {binder.Pages} pages, joined in {joining.TotalSeconds:0.0} s from {read / 1e6:0} MB{(file is null ? "" : $" to {to.Length / 1e6:0} MB")}; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB"));
    }
}
