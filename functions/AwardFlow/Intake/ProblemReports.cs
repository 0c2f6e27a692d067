using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Workbooks;
using AwardFlow.Storage;
using AwardFlow.Thai;
using AwardFlow.Trail;

namespace AwardFlow.Intake;

/// <summary>
/// Makes copies of uploaded sheets that say in each row what is wrong with it. They are worked out anew from the file that
/// was kept, against the cycle as it now is.
/// </summary>
/// <param name="storage">Where uploads are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="contexts">What sheets are understood against.</param>
public sealed class ProblemReports(IStorage storage, CycleStore cycles, SheetContexts contexts)
{
    private static readonly string[] Extensions = [".xlsx", ".csv"];

    /// <summary>Opens a file that was uploaded, accepted or not.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="sha256">SHA-256 of the file in lower-case hex.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>A copy on this machine that is gone when it is closed, and the file's extension.</returns>
    /// <exception cref="UploadNotFoundException">No such file was kept.</exception>
    public async Task<(Stream File, string Extension)> EvidenceAsync(CycleId cycleId, string sha256, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        // It names a blob, hence nothing that a path could mean.
        var extensions = sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower) ? Extensions : [];
        foreach (var extension in extensions)
        {
            await using var kept = await storage.Uploads.OpenAsync($"{cycleId}/{sha256}{extension}", cancellationToken);
            if (kept is not null)
            {
                var file = SpoolFile.Create();
                await kept.CopyToAsync(file, cancellationToken);
                file.Position = 0;
                return (file, extension);
            }
        }
        throw new UploadNotFoundException(cycleId, sha256);
    }

    /// <summary>The copy of a file that was uploaded.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="sha256">SHA-256 of the file in lower-case hex.</param>
    /// <param name="kind">What the sheet was uploaded as.</param>
    /// <param name="options">What the sender said of the file.</param>
    /// <param name="language">The language of the problems.</param>
    /// <param name="cancellationToken">Stops reading and waiting for storage.</param>
    /// <returns>An Excel workbook, at its start.</returns>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="UploadNotFoundException">No such file was kept.</exception>
    /// <exception cref="UploadRefusedException">The file cannot be read row by row.</exception>
    public async Task<Stream> OfAsync(
        CycleId cycleId, string sha256, UploadKind kind, UploadOptions options, Language language, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        var (file, _) = await EvidenceAsync(cycle.Id, sha256, cancellationToken);
        await using (file)
        {
            return await OfAsync(cycle, new UploadedFile(file, null, Actor.Local, options), kind, language, cancellationToken);
        }
    }

    /// <summary>The copy of a file that was only checked.</summary>
    /// <inheritdoc cref="OfAsync(CycleId, string, UploadKind, UploadOptions, Language, CancellationToken)" path="/returns"/>
    /// <inheritdoc cref="OfAsync(CycleId, string, UploadKind, UploadOptions, Language, CancellationToken)" path="/exception"/>
    public async Task<Stream> OfAsync(CycleId cycleId, UploadedFile file, UploadKind kind, Language language, CancellationToken cancellationToken) =>
        await OfAsync(await cycles.GetAsync(cycleId, cancellationToken), file, kind, language, cancellationToken);

    private async Task<Stream> OfAsync(Cycle cycle, UploadedFile file, UploadKind kind, Language language, CancellationToken cancellationToken)
    {
        var context = await contexts.OfAsync(cycle, kind, cancellationToken);
        file.Content.Position = 0;
        var format = FileKind.Of(file.Content);
        using var sheets = SheetFile.Open(file.Content, format, cancellationToken);
        var problems = new Problems(ProblemSheet.MostProblems);
        try
        {
            using var understood = kind == UploadKind.Entries
                ? UnderstoodSheet.OfEntries(sheets, file.Options, problems, context)
                : UnderstoodSheet.OfScores(sheets, file.Options, problems, context);
        }
        catch (UploadRefusedException refused) when (problems.Count > 0 || refused.Rows.Count > 0)
        {
            // That is what the copy is for. A header that cannot be understood is told without the rest.
            foreach (var row in problems.Count > 0 ? [] : refused.Rows)
            {
                problems.Add(row.Row, row.Column, row.Value, row.Problem);
            }
        }
        var signature = kind == UploadKind.Entries ? EntriesSheet.SignatureOf(context.Mapping) : ScoresSheet.SignatureOf(context.Definition, context.Mapping);
        var copy = SpoolFile.Create();
        try
        {
            ProblemSheet.Write(
                copy,
                file.Options.Sheet == UploadOptions.AllSheets && kind == UploadKind.Scores
                    ? SheetChoice.All(sheets, signature)
                    : [SheetChoice.Of(sheets, signature, file.Options.Sheet)],
                signature,
                problems,
                language);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }
}
