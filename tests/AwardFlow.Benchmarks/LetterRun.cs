using System.Diagnostics;
using System.Globalization;
using AwardFlow.Letters;

namespace AwardFlow.Benchmarks;

/// <summary>Renders thousands of letters on one thread and says how fast that went and what memory it took.</summary>
internal static class LetterRun
{
    private const int WarmUp = 200;

    public static void Run(int letters, LetterDocument[] documents, TextWriter output)
    {
        var renderer = new DocumentRenderer(LetterSamples.Definition, LetterPictures.None, LetterSamples.Overall);
        var names = PlaceNames.All().ToArray();
        Render(renderer, names, 0, WarmUp, documents);
        long bytes = 0;
        var watch = Stopwatch.StartNew();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        for (var from = 0; from < letters; from += letters / 10)
        {
            bytes += Render(renderer, names, WarmUp + from, letters / 10, documents);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{from + letters / 10,7} entries  {GC.GetTotalMemory(forceFullCollection: true) / 1e6,6:0.0} MB managed  {Process.GetCurrentProcess().WorkingSet64 / 1e6,6:0} MB resident"));
        }
        var seconds = watch.Elapsed.TotalSeconds;
        var busy = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{letters / seconds:0} entries a second ({seconds:0.0} s, {busy:0.0} s of processor time), {bytes / (double)letters / documents.Length / 1000:0.0} kB a document"));
    }

    private static long Render(DocumentRenderer renderer, (string Organisation, string Addressee, string Project)[] names, int from, int count, LetterDocument[] documents)
    {
        long bytes = 0;
        for (var i = from; i < from + count; i++)
        {
            var (organisation, addressee, project) = names[i % names.Length];
            var result = LetterSamples.Result(project, organisation, addressee, 40 + i % 6000 / 100m, i % 3 != 0);
            foreach (var document in documents)
            {
                bytes += renderer.Render(document, result, draft: false).Length;
            }
        }
        return bytes;
    }
}
