using System.Diagnostics;
using System.Globalization;
using AwardFlow.Letters;

namespace AwardFlow.Benchmarks;

/// <summary>
/// Renders thousands of letters on one thread, with emblem and signature, and says what that took of one core and of memory.
/// Processor time is that of the process, so it holds whatever else the machine does.
/// </summary>
internal static class LetterRun
{
    // Until methods that run often are compiled anew with what was seen of them.
    private const int WarmUp = 2000;

    public static void Run(int letters, LetterDocument[] documents, TextWriter output)
    {
        var renderer = new DocumentRenderer(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall);
        var names = PlaceNames.All().ToArray();
        Render(renderer, names, 0, WarmUp, documents);
        long bytes = 0;
        TimeSpan busy = default, fastest = TimeSpan.MaxValue;
        for (var from = 0; from < letters; from += letters / 10)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            bytes += Render(renderer, names, WarmUp + from, letters / 10, documents);
            var took = Process.GetCurrentProcess().TotalProcessorTime - before;
            (busy, fastest) = (busy + took, took < fastest ? took : fastest);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{from + letters / 10,7} entries  {GC.GetTotalMemory(forceFullCollection: true) / 1e6,6:0.0} MB managed  {Process.GetCurrentProcess().WorkingSet64 / 1e6,6:0} MB resident"));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{1000 * busy.TotalSeconds / letters:0.00} ms of processor time an entry ({10_000 * fastest.TotalSeconds / letters:0.00} in the quickest tenth), {bytes / (double)letters / documents.Length / 1000:0.0} kB a document"));
    }

    private static long Render(
        DocumentRenderer renderer, (string Organisation, string Addressee, string Project)[] names, int from, int count, LetterDocument[] documents)
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
