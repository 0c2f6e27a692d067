using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Intake.Judging;

/// <summary>
/// Submits judges' sheets. A submission is an upload like a sheet: its rows as csv are the evidence, it has a number in the
/// cycle's history, and can be undone there. It takes the place of the judge's submission before it.
/// </summary>
/// <param name="storage">Where evidence is kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="desk">Opens sheets.</param>
/// <param name="time">The clock.</param>
public sealed class JudgeSubmissions(IStorage storage, CycleStore cycles, JudgeDesk desk, TimeProvider time) : IDisposable
{
    // A line of the trail has room for so many; the submission's rows have them all.
    private const int MostCodes = 200;

    // Each changes the cycle's row: when a committee submits at once, one after the other saves work. The row's version is what guards.
    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Submits a sheet.</summary>
    /// <param name="sitting">The sheet.</param>
    /// <param name="source">By which way its scores came.</param>
    /// <param name="tag">What the page showed (<see cref="JudgeSitting.Tag"/>); null where nobody was shown the sheet.</param>
    /// <param name="confirm">Confirms what is to be confirmed; null for nothing.</param>
    /// <param name="overSheets">Whether what is typed counts also where a sheet came after it.</param>
    /// <param name="by">Who submits.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The submission as it stands in the history.</returns>
    /// <exception cref="DraftChangedException">Something was saved since the page showed the sheet.</exception>
    /// <exception cref="IncompleteSheetException">Something is to be confirmed (<see cref="SheetDoubts"/>), and nobody did.</exception>
    /// <exception cref="CycleConflictException">The sheet is submitted or closed, there is nothing to submit, or the paper's scan is missing.</exception>
    public async Task<Upload> SubmitAsync(
        JudgeSitting sitting, UploadSource source, string? tag, string? confirm, bool overSheets, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        ArgumentNullException.ThrowIfNull(by);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await SubmitInTurnAsync(await desk.AgainAsync(sitting, cancellationToken), source, tag, confirm, overSheets, by, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Upload> SubmitInTurnAsync(
        JudgeSitting sitting, UploadSource source, string? tag, string? confirm, bool overSheets, Actor by, CancellationToken cancellationToken)
    {
        while (true)
        {
            MustTake(sitting.Cycle, source);
            if (tag is not null && tag != sitting.Tag)
            {
                throw new DraftChangedException(sitting) { AreOtherWords = !tag.EndsWith($".{sitting.Context.Terms}", StringComparison.Ordinal) };
            }
            var progress = await desk.ProgressAsync(sitting, cancellationToken);
            MustBeNew(progress, overSheets);
            var fromPaper = Counting(sitting).Select(entry => progress.Draft(entry.Code)).Where(draft => draft.IsFromPaper).ToList();
            if (source == UploadSource.Paper)
            {
                MustBeFromPaper(progress);
            }
            // What a judge submits after looking at it is the judge's own; all else needs the evidence.
            else if (source != UploadSource.Page && fromPaper.Count > 0 && sitting.Seat.Papers.Count == 0)
            {
                throw new CycleConflictException(JudgingTexts.PaperMissing(sitting.Judge));
            }
            if (await RowsAsync(progress, source, confirm, overSheets, cancellationToken) is not { } rows)
            {
                throw new CycleConflictException(
                    progress.ToScore.Any(entry => progress.IsOvertaken(entry.Code)) ? JudgingTexts.SheetsCount : JudgingTexts.NothingScored);
            }
            var cycle = sitting.Cycle;
            var upload = new Upload
            {
                Partition = cycle.Id.Text,
                Key = Upload.KeyOf(cycle.Uploads + 1),
                Number = cycle.Uploads + 1,
                Kind = UploadKind.Scores,
                Source = source,
                Replaces = sitting.Submission?.Number,
                Judge = sitting.Judge,
                JudgeNames = Upload.Names([sitting.Judge]),
                LeftOut = Upload.Codes(rows.LeftOut),
                SourceBlob = $"{rows.Sha256}.csv",
                RowsBlob = $"{rows.Sha256}.rows.csv",
                Rows = rows.Count,
                By = by.Name,
                At = time.GetUtcNow(),
            };
            var counted = cycle with { Uploads = upload.Number, ScoreSheets = cycle.ScoreSheets + (sitting.Submission is null ? 1 : 0) };
            // With the seat, which goes with every save: so the submission has all that was answered before it.
            var changes = new[] { RowChange.Add(upload), JudgeDesk.AddOrReplace(sitting.Seat with { Saves = sitting.Seat.Saves + 1 }) };
            var entry = UploadTrail.Entry(upload, cycle, counted, by);
            if (fromPaper.Count > 0)
            {
                entry = entry with
                {
                    After = new Dictionary<string, string>(entry.After!, StringComparer.Ordinal)
                    {
                        ["papers"] = string.Join(' ', sitting.Seat.Papers.Select(paper => paper.Sha256)),
                        ["typedBy"] = TypedBy(fromPaper),
                    },
                };
            }
            if (await cycles.TryCommitAsync(counted, changes, entry, cancellationToken) is not null)
            {
                await Evidence.KeepAsync(storage, cycle.Id, upload.SourceBlob, rows.File.ToStream());
                await Evidence.KeepAsync(storage, cycle.Id, upload.RowsBlob, rows.File.ToStream());
                return upload;
            }
            sitting = await desk.AgainAsync(sitting, cancellationToken);
        }
    }

    // What is not submitted is counted while the cycle is being closed, and at no other time: nothing else is taken then.
    private void MustTake(Cycle cycle, UploadSource source)
    {
        if (source != UploadSource.Unsubmitted)
        {
            CollectingCycle.Checked(cycle, time);
        }
        else if (cycle is not { IsCollecting: true, CountUnsubmittedFor: not null })
        {
            throw new CycleConflictException(JudgingTexts.Closed(cycle.Id));
        }
    }

    // The rows in the order of the list of entries and of the rubric: the same scores are the same file.
    private async Task<(int Count, string Sha256, IReadOnlyCollection<EntryCode> LeftOut, BinaryData File)?> RowsAsync(
        JudgeProgress progress, UploadSource source, string? confirm, bool overSheets, CancellationToken cancellationToken)
    {
        var sitting = progress.Sitting;
        var (incomplete, unanswered, otherWords, unscanned) = (new List<EntryCode>(), new List<EntryCode>(), new List<EntryCode>(), new List<EntryCode>());
        var lacksScan = source == UploadSource.Paper && sitting.Submission is { } before && !sitting.Seat.Papers.Any(paper => paper.At >= before.At);
        var leftOut = progress.Typed.Where(draft => !progress.IsSubmitted(draft)).Select(draft => draft.EntryCode).ToHashSet();
        var count = 0;
        using var rows = RowsWriter.OfScores();
        foreach (var entry in Counting(sitting))
        {
            var draft = progress.Draft(entry.Code);
            var points = sitting.Points(draft);
            var isComplete = points.Count == sitting.Context.Criteria.Count;
            // What counts stays unless something was typed after it. And where the judge did not submit, nobody said that it is to count no more.
            var keeps = progress.Keeps(entry.Code, overSheets) || (source == UploadSource.Unsubmitted && !isComplete && progress.IsGiven(entry.Code));
            if (!isComplete && !keeps)
            {
                incomplete.Add(entry.Code);
            }
            else if (progress.IsUnanswered(entry.Code))
            {
                unanswered.Add(entry.Code);
            }
            if (!keeps && sitting.IsOfOtherWords(entry, draft))
            {
                otherWords.Add(entry.Code);
            }
            if (lacksScan && !keeps && draft.IsFromPaper)
            {
                unscanned.Add(entry.Code);
            }
            // What a sheet alone says it goes on saying; where the judge was asked about it, the judge says it now.
            var scores = !keeps ? Scores(sitting, draft, points)
                : progress.HasSubmission(entry.Code) || progress.IsReturned(entry.Code) ? Given(progress, entry)
                : [];
            if (!keeps && sitting.Context.Criteria.Count(criterion => draft.Scores.ContainsKey(criterion.Code)) == points.Count)
            {
                leftOut.Remove(entry.Code);
            }
            foreach (var score in scores)
            {
                rows.Put(score);
                count++;
            }
        }
        if (count == 0)
        {
            return null;
        }
        var doubts = new SheetDoubts(incomplete, unanswered, otherWords, unscanned);
        if (source != UploadSource.Unsubmitted && doubts.Confirm() is { } wanted && wanted != confirm)
        {
            throw new IncompleteSheetException(doubts, wanted);
        }
        var (finished, sha256) = await rows.FinishAsync(cancellationToken);
        var file = await BinaryData.FromStreamAsync(finished, cancellationToken);
        foreach (var name in new[] { $"{sha256}.csv", $"{sha256}.rows.csv" })
        {
            await Evidence.WriteAsync(storage, sitting.Cycle.Id, name, file.ToStream(), cancellationToken);
        }
        return (count, sha256, leftOut, file);
    }

    private static IEnumerable<Entry> Counting(JudgeSitting sitting) =>
        sitting.Context.Entries.Where(entry => sitting.Find(entry.Code) is not null && sitting.Declined(entry.Code) is null);

    // Who typed which entries from paper, a line each.
    private static string TypedBy(IEnumerable<ScoreDraft> drafts) =>
        string.Join('\n', drafts.GroupBy(draft => draft.TypedBy!, StringComparer.Ordinal).Select(each =>
        {
            var codes = each.Select(draft => draft.EntryCode.Text).ToList();
            return $"{each.Key}: {string.Join(' ', codes.Take(MostCodes))}{(codes.Count > MostCodes ? string.Create(CultureInfo.InvariantCulture, $" (+{codes.Count - MostCodes})") : "")}";
        }));

    // A sheet has a suggestion a score; the one for the whole stands behind the last criterion's.
    private static IEnumerable<Score> Scores(JudgeSitting sitting, ScoreDraft draft, IReadOnlyDictionary<string, decimal> points)
    {
        var last = sitting.Context.Criteria[^1].Code;
        foreach (var criterion in sitting.Context.Criteria)
        {
            var comment = draft.Comments.GetValueOrDefault(criterion.Code) ?? "";
            if (criterion.Code == last && draft.Comment.Length > 0)
            {
                comment = comment.Length == 0 ? draft.Comment : $"{comment}\n{draft.Comment}";
            }
            if (points.TryGetValue(criterion.Code, out var given))
            {
                yield return new Score(draft.EntryCode, sitting.Judge, criterion.Code, given, comment);
            }
            else if (comment.Length > 0)
            {
                yield return new Score(draft.EntryCode, sitting.Judge, criterion.Code, null, comment);
            }
        }
    }

    private static IEnumerable<Score> Given(JudgeProgress progress, Entry entry) => progress.Sitting.Context.Criteria.Select(
        criterion => new Score(
            entry.Code, progress.Sitting.Judge, criterion.Code, progress.Given(entry.Code, criterion.Code), progress.GivenComment(entry.Code, criterion.Code)));

    // Sent back and left as it is, is an answer too.
    private static void MustBeNew(JudgeProgress progress, bool overSheets)
    {
        var isOvertaken = progress.ToScore.Any(entry => progress.IsOvertaken(entry.Code));
        if (progress.Sitting.Submission is null || (overSheets && isOvertaken)
            || progress.ToScore.Any(entry => progress.IsUnsubmitted(entry.Code) || progress.IsReturned(entry.Code)))
        {
            return;
        }
        throw new CycleConflictException(progress.Owed.Any() ? JudgingTexts.NothingNew : isOvertaken ? JudgingTexts.SheetsCount : JudgingTexts.IsSubmitted);
    }

    // What the judge submitted stays the judge's own; what the judge declined is not submitted at all.
    private static void MustBeFromPaper(JudgeProgress progress)
    {
        var sitting = progress.Sitting;
        var typed = Counting(sitting).Select(entry => progress.Draft(entry.Code)).Where(draft => draft.IsTyped).ToList();
        if (typed.TrueForAll(draft => draft.TypedBy is null))
        {
            throw new CycleConflictException(JudgingTexts.NothingFromPaper(sitting.Judge));
        }
        if (typed.Exists(draft => progress.IsTheJudgesOwn(draft.EntryCode) && progress.IsUnsubmitted(draft.EntryCode)))
        {
            throw new CycleConflictException(JudgingTexts.TypedByJudgeToo(sitting.Judge));
        }
        if (sitting.Seat.Papers.Count == 0)
        {
            throw new CycleConflictException(JudgingTexts.PaperMissing(sitting.Judge));
        }
    }
}
