using System.Diagnostics;
using System.Globalization;
using AwardFlow.Letters;

namespace AwardFlow.Benchmarks;

/// <summary>Renders the same letters with AwardFlow, WeasyPrint and headless Chromium, one after another, each warm, in one run.</summary>
internal static class EngineComparison
{
    public static async Task RunAsync(int letters, DirectoryInfo folder, FileInfo script, string python, string chromium, TextWriter output)
    {
        var files = HtmlLetters.Write(folder, letters + 1);
        var own = AwardFlow(letters, folder);
        Say(output, "AwardFlow", letters, own, own.Seconds);
        Say(output, "WeasyPrint", letters, await WeasyPrintAsync(folder, script, python), own.Seconds);
        Say(output, "Chromium", letters, await ChromiumAsync(files, folder, chromium), own.Seconds);
    }

    private static (double Seconds, double Bytes) AwardFlow(int letters, DirectoryInfo folder)
    {
        var renderer = new DocumentRenderer(LetterSamples.Definition, LetterPictures.None, LetterSamples.Overall);
        var names = PlaceNames.All().ToArray();
        byte[] Render(int i) => renderer.Render(
            LetterDocument.Letter, LetterSamples.Result(names[i].Project, names[i].Organisation, names[i].Addressee, 67.92m, passed: true), draft: false);
        File.WriteAllBytes(Path.Combine(folder.FullName, "awardflow.pdf"), Render(0));
        // The runtime compiles hot code after some hundreds of calls; the others' engines come compiled.
        for (var i = names.Length - 500; i < names.Length; i++)
        {
            Render(i);
        }
        var watch = Stopwatch.StartNew();
        long bytes = 0;
        for (var i = 1; i <= letters; i++)
        {
            bytes += Render(i).Length;
        }
        return (watch.Elapsed.TotalSeconds, bytes / (double)letters);
    }

    private static async Task<(double Seconds, double Bytes)> WeasyPrintAsync(DirectoryInfo folder, FileInfo script, string program)
    {
        using var python = Process.Start(
            new ProcessStartInfo(program, [script.FullName, folder.FullName]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var answer = (await python.StandardOutput.ReadToEndAsync()).Split(' ');
        await python.WaitForExitAsync();
        return python.ExitCode == 0
            ? (double.Parse(answer[0], CultureInfo.InvariantCulture), double.Parse(answer[1], CultureInfo.InvariantCulture))
            : throw new InvalidOperationException("WeasyPrint failed; is the package weasyprint installed?");
    }

    private static async Task<(double Seconds, double Bytes)> ChromiumAsync(IReadOnlyList<string> files, DirectoryInfo folder, string program)
    {
        await using var chromium = await WarmChromium.StartAsync(program);
        File.WriteAllBytes(Path.Combine(folder.FullName, "chromium.pdf"), await chromium.PrintAsync(files[0]));
        var watch = Stopwatch.StartNew();
        long bytes = 0;
        foreach (var file in files.Skip(1))
        {
            bytes += (await chromium.PrintAsync(file)).Length;
        }
        return (watch.Elapsed.TotalSeconds, bytes / (double)(files.Count - 1));
    }

    private static void Say(TextWriter output, string engine, int letters, (double Seconds, double Bytes) took, double own) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{engine,-10} {letters / took.Seconds,7:0.0} letters a second, {1000 * took.Seconds / letters,7:0.0} ms each, {took.Bytes / 1000,6:0.0} kB, {took.Seconds / own,6:0.0} times AwardFlow's time"));
}
