using System.Security.Cryptography;
using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Intake;

/// <summary>
/// Takes uploaded sheets, whole or not at all. The file is kept as evidence either way; its rows count from the moment
/// that one commit writes the upload's row and the cycle's, so no upload slips in while a cycle closes.
/// </summary>
/// <param name="storage">Where uploads are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="accepted">What was accepted before.</param>
/// <param name="contexts">What sheets are understood against.</param>
/// <param name="time">The clock.</param>
public sealed class SheetIntake(IStorage storage, CycleStore cycles, AcceptedRows accepted, SheetContexts contexts, TimeProvider time)
{
    private const int MostExamples = 5;

    /// <summary>Takes a list of entries or a score sheet.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="kind">What the sheet holds.</param>
    /// <param name="file">The sheet.</param>
    /// <param name="cancellationToken">Stops reading and waiting for storage.</param>
    /// <returns>What was taken, or why nothing was.</returns>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">The cycle takes no uploads any more.</exception>
    public async Task<UploadResult> AcceptAsync(CycleId cycleId, UploadKind kind, UploadedFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var cycle = CollectingCycle.Checked(await cycles.GetAsync(cycleId, cancellationToken), time);
        SheetFormat format;
        try
        {
            format = FileKind.Of(Rewound(file.Content));
        }
        catch (UploadRefusedException refused)
        {
            return new UploadResult(null, UploadRefusal.Of(refused, sha256: null), cycle.State);
        }
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(Rewound(file.Content), cancellationToken));
        var source = SourceOf(sha256, format);
        await Evidence.WriteAsync(storage, cycleId, source, file.Content, cancellationToken);
        while (true)
        {
            try
            {
                using var sheet = await UnderstandAsync(cycle, kind, file, format, cancellationToken);
                if (sheet.Changes.Confirm is { } confirm && confirm != file.Options.Confirm)
                {
                    await KeepRefusedAsync(cycleId, source, kind, file);
                    return new UploadResult(
                        null, new UploadRefusal { Text = UploadTexts.MustConfirm, ToConfirm = sheet.Changes, Sha256 = sha256 }, cycle.State);
                }
                var (rows, rowsSha256) = await sheet.Rows.FinishAsync(cancellationToken);
                var rowsBlob = $"{rowsSha256}.rows.csv";
                await Evidence.WriteAsync(storage, cycleId, rowsBlob, rows, cancellationToken);
                var upload = new Upload
                {
                    Partition = cycleId.Text,
                    Key = Upload.KeyOf(cycle.Uploads + 1),
                    Number = cycle.Uploads + 1,
                    Kind = kind,
                    FileName = file.Name,
                    JudgeNames = Upload.Names(sheet.Judges),
                    SourceBlob = source,
                    RowsBlob = rowsBlob,
                    Rows = sheet.Count,
                    By = file.By.Name,
                    At = time.GetUtcNow(),
                };
                var counted = cycle with
                {
                    Uploads = upload.Number,
                    Entries = sheet.Entries,
                    ScoreSheets = cycle.ScoreSheets + (kind == UploadKind.Scores ? 1 : 0),
                };
                if (await TryCommitAsync(cycle, counted, upload, file.By, cancellationToken))
                {
                    await Evidence.KeepAsync(storage, cycleId, source, file.Content);
                    await Evidence.KeepAsync(storage, cycleId, rowsBlob, rows);
                    return new UploadResult(Answer(sheet, upload.Number, kind, sha256), null, cycle.State);
                }
            }
            catch (UploadRefusedException refused)
            {
                await KeepRefusedAsync(cycleId, source, kind, file);
                return new UploadResult(null, UploadRefusal.Of(refused, sha256), cycle.State);
            }
            // Somebody else uploaded, extended or closed meanwhile: look again at what that means for this sheet.
            cycle = CollectingCycle.Checked(await cycles.GetAsync(cycleId, cancellationToken), time);
        }
    }

    /// <summary>Checks a sheet as <see cref="AcceptAsync"/> would, and keeps nothing of it.</summary>
    /// <inheritdoc cref="AcceptAsync" path="/param"/>
    /// <inheritdoc cref="AcceptAsync" path="/returns"/>
    /// <inheritdoc cref="AcceptAsync" path="/exception"/>
    public async Task<UploadResult> CheckAsync(CycleId cycleId, UploadKind kind, UploadedFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var cycle = CollectingCycle.Checked(await cycles.GetAsync(cycleId, cancellationToken), time);
        try
        {
            using var sheet = await UnderstandAsync(cycle, kind, file, FileKind.Of(Rewound(file.Content)), cancellationToken);
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(Rewound(file.Content), cancellationToken));
            return new UploadResult(Answer(sheet, null, kind, sha256), null, cycle.State);
        }
        catch (UploadRefusedException refused)
        {
            return new UploadResult(null, UploadRefusal.Of(refused, sha256: null), cycle.State);
        }
    }

    /// <summary>Shows the first rows of a file, for a person to say which column is which. Nothing is kept.</summary>
    /// <inheritdoc cref="AcceptAsync" path="/param"/>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="UploadRefusedException">The file cannot be read.</exception>
    public async Task<SheetPreview> PreviewAsync(CycleId cycleId, UploadKind kind, UploadedFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var context = await contexts.OfAsync(await cycles.GetAsync(cycleId, cancellationToken), kind, cancellationToken);
        using var sheets = SheetFile.Open(Rewound(file.Content), FileKind.Of(Rewound(file.Content)), cancellationToken);
        var signature = kind == UploadKind.Entries ? EntriesSheet.SignatureOf(context.Mapping) : ScoresSheet.SignatureOf(context.Definition, context.Mapping);
        return SheetPreview.Of(sheets, context.Definition, kind, signature);
    }

    /// <summary>Undoes an upload: it stays in the history and counts no more.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="number">The upload's number.</param>
    /// <param name="by">Who undoes it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The undo as it stands in the history, and the state that the cycle was in.</returns>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="UploadNotFoundException">There is no such upload.</exception>
    /// <exception cref="CycleConflictException">The cycle is closed, or the upload was undone or is needed by another.</exception>
    public Task<(Upload Undo, CycleState State)> UndoAsync(CycleId cycleId, int number, Actor by, CancellationToken cancellationToken) =>
        EndAsync(cycleId, number, source: null, by, cancellationToken);

    /// <summary>Takes a judge's submission back for the judge: all of it, with what it took the place of.</summary>
    /// <inheritdoc cref="UndoAsync" path="/param"/>
    /// <inheritdoc cref="UndoAsync" path="/exception"/>
    internal Task<(Upload Undo, CycleState State)> TakeBackAsync(CycleId cycleId, int number, Actor by, CancellationToken cancellationToken) =>
        EndAsync(cycleId, number, UploadSource.Page, by, cancellationToken);

    private async Task<(Upload Undo, CycleState State)> EndAsync(
        CycleId cycleId, int number, UploadSource? source, Actor by, CancellationToken cancellationToken)
    {
        while (true)
        {
            var cycle = CollectingCycle.Checked(await cycles.GetAsync(cycleId, cancellationToken), time);
            var history = await accepted.HistoryAsync(cycle, cancellationToken);
            var undone = history.FirstOrDefault(upload => upload.Number == number) ?? throw new UploadNotFoundException(cycleId, number);
            if (undone.Kind is UploadKind.Withdrawal or UploadKind.Restoration)
            {
                throw new CycleConflictException(UploadTexts.UndoOfWithdrawal(number));
            }
            if (undone.Kind == UploadKind.Undo)
            {
                throw new CycleConflictException(UploadTexts.UndoOfUndo(number));
            }
            if (UploadEnds.Of(history).TryGetValue(number, out var end))
            {
                throw new CycleConflictException(history.First(upload => upload.Number == end).Kind == UploadKind.Undo
                    ? UploadTexts.UndoneBefore(number, end)
                    : UploadTexts.ReplacedBefore(number, end));
            }
            var undo = new Upload
            {
                Partition = cycleId.Text,
                Key = Upload.KeyOf(cycle.Uploads + 1),
                Number = cycle.Uploads + 1,
                Kind = UploadKind.Undo,
                Source = source,
                Undoes = number,
                Rows = undone.Rows,
                By = by.Name,
                At = time.GetUtcNow(),
            };
            var left = AcceptedRows.Counting([.. history, undo]);
            var entries = undone.Kind == UploadKind.Entries ? await WithoutAsync(cycle, number, history, left, cancellationToken) : cycle.Entries;
            var counted = cycle with { Uploads = undo.Number, Entries = entries, ScoreSheets = left.Count(upload => upload.Kind == UploadKind.Scores) };
            if (await TryCommitAsync(cycle, counted, undo, by, cancellationToken))
            {
                return (undo, cycle.State);
            }
        }
    }

    // How many entries are left, none of which may have gone from under a score.
    private async Task<int> WithoutAsync(
        Cycle cycle, int number, IReadOnlyList<Upload> history, IReadOnlyList<Upload> left, CancellationToken cancellationToken)
    {
        var before = await accepted.EntriesAsync(cycle, AcceptedRows.Counting(history), cancellationToken);
        var after = await accepted.EntriesAsync(cycle, left, cancellationToken);
        var gone = before.Select(entry => entry.Code).Except(after.Select(entry => entry.Code)).ToHashSet();
        var scored = new HashSet<EntryCode>();
        if (gone.Count > 0)
        {
            await foreach (var score in accepted.ScoresAsync(cycle, left, cancellationToken))
            {
                if (gone.Contains(score.EntryCode) && scored.Add(score.EntryCode) && scored.Count == MostExamples)
                {
                    break;
                }
            }
        }
        return scored.Count == 0 ? after.Count : throw new CycleConflictException(UploadTexts.EntriesNeeded(number, string.Join(", ", scored)));
    }

    private async Task<UnderstoodSheet> UnderstandAsync(
        Cycle cycle, UploadKind kind, UploadedFile file, SheetFormat format, CancellationToken cancellationToken)
    {
        var context = await contexts.OfAsync(cycle, kind, cancellationToken);
        using var sheets = SheetFile.Open(Rewound(file.Content), format, cancellationToken);
        var problems = new Problems();
        return kind == UploadKind.Entries
            ? UnderstoodSheet.OfEntries(sheets, file.Options, problems, context)
            : UnderstoodSheet.OfScores(sheets, file.Options, problems, context);
    }

    private static AcceptedUpload Answer(UnderstoodSheet sheet, int? number, UploadKind kind, string sha256) => new()
    {
        Number = number,
        Kind = kind,
        Rows = sheet.Count,
        Entries = sheet.Entries,
        ByPost = sheet.ByPost,
        IgnoredColumns = sheet.IgnoredColumns,
        Warnings = sheet.Problems.Warnings,
        PassedOver = sheet.Problems.PassedOver,
        Sheets = sheet.Sheets,
        Changes = sheet.Changes,
        Sha256 = sha256,
    };

    private static string SourceOf(string sha256, SheetFormat format) => $"{sha256}.{(format == SheetFormat.Csv ? "csv" : "xlsx")}";

    // It is in storage, so it is written down also where the sender has gone: what is not taken is erased in its time.
    private async Task KeepRefusedAsync(CycleId cycleId, string source, UploadKind kind, UploadedFile file) => await storage.Rows.CommitAsync(
        cycleId.Text,
        RowChange.Put(RefusedUpload.Of(cycleId.Text, source) with { FileName = file.Name, Kind = kind, By = file.By.Name, At = time.GetUtcNow() }),
        CancellationToken.None);

    private async Task<bool> TryCommitAsync(Cycle before, Cycle counted, Upload upload, Actor by, CancellationToken cancellationToken) =>
        await cycles.TryCommitAsync(counted, [RowChange.Add(upload)], UploadTrail.Entry(upload, before, counted, by), cancellationToken) is not null;

    private static Stream Rewound(Stream stream)
    {
        stream.Position = 0;
        return stream;
    }
}
