using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace AwardFlow.IntegrationTests.Readers;

/// <summary>Programs that people read PDF files with, or that index them.</summary>
public enum PdfReader
{
    /// <summary>pdf.js, of the browser Firefox and of most pages that show PDF files.</summary>
    PdfJs,

    /// <summary>PDFium, of the browsers Chrome and Edge.</summary>
    Pdfium,

    /// <summary>MuPDF.</summary>
    MuPdf,

    /// <summary>Poppler, of the readers of Linux desktops, in the order that it finds.</summary>
    Poppler,

    /// <summary>Poppler, keeping columns beside one another.</summary>
    PopplerLayout,

    /// <summary>Poppler, in the file's own order.</summary>
    PopplerRaw,

    /// <summary>PdfPig, a library for .NET.</summary>
    PdfPig,
}

/// <summary>Takes text out of files as readers do.</summary>
internal static class PdfText
{
    private static readonly string Packages = Path.GetFullPath(Path.Combine(SampleFolder.Path, "..", "..", "node_modules"));

    /// <summary>The text of each file. A reader that is not installed skips the test and says so.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(PdfReader reader, IReadOnlyList<string> files) => reader switch
    {
        PdfReader.PdfJs => await NodeAsync("pdfjs", files),
        PdfReader.Pdfium => await NodeAsync("pdfium", files),
        PdfReader.MuPdf => await EachAsync(files, file => RunAsync("mutool", "mupdf-tools", "draw", "-q", "-F", "txt", file)),
        PdfReader.Poppler => await EachAsync(files, file => RunAsync("pdftotext", "poppler-utils", file, "-")),
        PdfReader.PopplerLayout => await EachAsync(files, file => RunAsync("pdftotext", "poppler-utils", "-layout", file, "-")),
        PdfReader.PopplerRaw => await EachAsync(files, file => RunAsync("pdftotext", "poppler-utils", "-raw", file, "-")),
        PdfReader.PdfPig => [.. files.Select(OfPig)],
        _ => throw new ArgumentOutOfRangeException(nameof(reader), reader, "There is no such reader."),
    };

    private static string OfPig(string file)
    {
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(file);
        return string.Join('\n', pdf.GetPages().Select(page => page.Text));
    }

    private static async Task<IReadOnlyList<string>> NodeAsync(string reader, IReadOnlyList<string> files) => JsonSerializer.Deserialize<string[]>(
        await RunAsync("node", "nodejs", [Path.Combine(AppContext.BaseDirectory, "Readers", "pdf-text.mjs"), Packages, reader, .. files]))!;

    private static async Task<IReadOnlyList<string>> EachAsync(IReadOnlyList<string> files, Func<string, Task<string>> read)
    {
        var texts = new List<string>();
        foreach (var file in files)
        {
            texts.Add(await read(file));
        }
        return texts;
    }

    private static async Task<string> RunAsync(string program, string package, params string[] arguments)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not installed: install the package {package}.");
            throw;
        }
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, $"{program}: {await errors}");
            return text;
        }
    }
}
