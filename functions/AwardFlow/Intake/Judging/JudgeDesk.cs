using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Intake.Texts;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Intake.Judging;

/// <summary>Opens judges' sheets, and keeps what is typed in them.</summary>
/// <param name="storage">Where seats and drafts are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="contexts">What there is to score.</param>
/// <param name="links">Reads tokens.</param>
/// <param name="scores">The scores that count.</param>
/// <param name="time">The clock.</param>
public sealed class JudgeDesk(IStorage storage, CycleStore cycles, JudgingContexts contexts, JudgeLinks links, IScoresSoFar scores, TimeProvider time)
{
    private static readonly TimeSpan SeenWithin = TimeSpan.FromMinutes(1);

    private readonly TrailWriter _trail = new(storage.Rows);

    /// <summary>Opens the sheet that a link leads to; null where the token is forged, of a link that was withdrawn, or past its end.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<JudgeSitting?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } read || await cycles.FindAsync(read.Cycle, cancellationToken) is not { IsDraft: false, IsFinished: false } cycle
            || await storage.Rows.FindAsync<JudgeSeat>(cycle.Id.Text, JudgeSeat.RowPrefix + read.JudgeTag, cancellationToken)
                is not { LinkSecret: { } secret } seat
            || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(secret), Encoding.ASCII.GetBytes(read.Secret)))
        {
            return null;
        }
        var context = await contexts.OfAsync(cycle, cancellationToken);
        // A judge whom the definition names no more has no sheet.
        return context.Known(seat.Judge) is { } judge
            && (seat.Key == JudgeSeat.KeyOf(judge) || (await FindSeatAsync(cycle.Id, judge, context, cancellationToken))?.Key == seat.Key)
            ? new JudgeSitting(cycle, seat with { Judge = judge }, context, time) : null;
    }

    /// <summary>Opens a judge's sheet for the office.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="judge">The judge's name, in any spelling.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">The cycle is being set up.</exception>
    /// <exception cref="NotInCycleException">The cycle has no such judge.</exception>
    public async Task<JudgeSitting> OpenAsync(CycleId cycleId, string judge, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        if (cycle.IsDraft)
        {
            throw new CycleConflictException(CycleTexts.NotOpenedYet(cycleId));
        }
        ArgumentNullException.ThrowIfNull(judge);
        var context = await contexts.OfAsync(cycle, cancellationToken);
        var name = JudgeName.TryParse(judge.Trim(), out var parsed) && context.Known(parsed) is { } known
            ? known
            : throw new NotInCycleException(UploadTexts.NoSuchJudge(cycleId, judge));
        var seat = await FindSeatAsync(cycleId, name, context, cancellationToken);
        return seat is null && context.Definition.Judges is null && !context.Scored.Contains(name)
            ? throw new NotInCycleException(UploadTexts.NoSuchJudge(cycleId, judge))
            : Sitting(cycle, seat, name, context);
    }

    /// <summary>Opens the sheet of a judge who may have none yet.</summary>
    internal async Task<JudgeSitting> SeatAsync(CycleId cycleId, JudgeName judge, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        var context = await contexts.OfAsync(cycle, cancellationToken);
        return Sitting(cycle, await FindSeatAsync(cycleId, judge, context, cancellationToken), judge, context);
    }

    /// <summary>Opens a sheet again, as it now stands; the link that opened it must still be good.</summary>
    /// <inheritdoc cref="OpenAsync(CycleId, string, CancellationToken)" path="/exception"/>
    internal async Task<JudgeSitting> AgainAsync(JudgeSitting sitting, CancellationToken cancellationToken)
    {
        var now = await OpenAsync(sitting.Cycle.Id, sitting.Judge.Text, cancellationToken);
        return now.Seat.LinkSecret == sitting.Seat.LinkSecret
            ? now
            : throw new NotInCycleException(UploadTexts.NoSuchJudge(sitting.Cycle.Id, sitting.Judge.Text));
    }

    /// <summary>How far the judge is with all entries.</summary>
    /// <param name="sitting">The sheet.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<JudgeProgress> ProgressAsync(JudgeSitting sitting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        var drafts = await storage.Rows.ListAsync<ScoreDraft>(sitting.Cycle.Id.Text, ScoreDraft.RowsOf(sitting.Seat), cancellationToken)
            .ToDictionaryAsync(draft => draft.EntryCode, cancellationToken: cancellationToken);
        return new JudgeProgress(sitting, drafts, await GivenAsync(sitting, cancellationToken));
    }

    /// <summary>How far the judge is with one entry; of others nothing is known.</summary>
    /// <param name="sitting">The sheet.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<JudgeProgress> ProgressAsync(JudgeSitting sitting, Entry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var draft = await DraftAsync(sitting, entry, cancellationToken);
        return new JudgeProgress(sitting, new Dictionary<EntryCode, ScoreDraft> { [entry.Code] = draft }, await GivenAsync(sitting, cancellationToken));
    }

    /// <summary>What the judge typed of one entry; one of which nothing was stored where that is nothing.</summary>
    /// <param name="sitting">The sheet.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<ScoreDraft> DraftAsync(JudgeSitting sitting, Entry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        ArgumentNullException.ThrowIfNull(entry);
        var none = ScoreDraft.Of(sitting.Seat, entry.Code);
        return await storage.Rows.FindAsync<ScoreDraft>(none.Partition, none.Key, cancellationToken) ?? none;
    }

    /// <summary>What sheets say of the judge's scores, whatever the judge submitted.</summary>
    /// <param name="sitting">The sheet.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public Task<IStandingScores> OfSheetsAsync(JudgeSitting sitting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        return scores.OfAsync(sitting.Cycle, [.. sitting.Context.Sheets(sitting.Judge)], cancellationToken);
    }

    /// <summary>
    /// Keeps what was typed of an entry, if the page showed what is stored. It is on the disk when this returns. What is
    /// stored already is taken as it is: a page may repeat what it got no answer to.
    /// </summary>
    /// <param name="sitting">The sheet.</param>
    /// <param name="code">The entry.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="tag">What the page showed (<see cref="JudgeSitting.TagOf"/>).</param>
    /// <param name="typedBy">Who typed it from paper; null for the judge.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>How far the entry now is; of others nothing is known.</returns>
    /// <exception cref="NotInCycleException">The entry is not the judge's, or the link was withdrawn meanwhile.</exception>
    /// <exception cref="TypedScoresException">Something cannot be taken.</exception>
    /// <exception cref="DraftChangedException">Something newer is stored.</exception>
    /// <exception cref="CycleConflictException">
    /// The sheet is submitted or closed, the entry was declined, or the judge typed what the office would replace.
    /// </exception>
    public async Task<JudgeProgress> SaveAsync(
        JudgeSitting sitting, EntryCode code, TypedScores typed, string tag, Actor? typedBy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        ArgumentNullException.ThrowIfNull(typed);
        while (true)
        {
            var entry = sitting.Find(code) ?? throw new NotInCycleException(UploadTexts.NoEntry(sitting.Cycle.Id, code));
            var progress = await ProgressAsync(sitting, entry, cancellationToken);
            var before = progress.Draft(entry.Code);
            MustBeEditable(progress, entry.Code, isOffice: typedBy is not null);
            if (!sitting.IsOfNow(entry, tag))
            {
                throw new DraftChangedException(sitting, entry, progress) { IsForTheOffice = typedBy is not null, AreOtherWords = true };
            }
            var after = typed.On(before, sitting.Definition) with { TypedBy = typedBy?.Name, Terms = sitting.Context.TermsOf(entry) };
            if (IsSame(before, after))
            {
                return progress;
            }
            if (typedBy is not null && progress.IsTheJudgesOwn(entry.Code))
            {
                throw new CycleConflictException(JudgingTexts.TypedByJudge(sitting.Judge, entry.Code));
            }
            if (tag != sitting.TagOf(entry, before))
            {
                throw new DraftChangedException(sitting, entry, progress) { IsForTheOffice = typedBy is not null };
            }
            var now = time.GetUtcNow();
            after = after with { Revision = before.Revision + 1, SavedAt = now, AtUploads = sitting.Cycle.Uploads };
            var seat = sitting.Seat with { Saves = sitting.Seat.Saves + 1, LastSeenAt = typedBy is null ? now : sitting.Seat.LastSeenAt };
            // The seat goes with every save: so nothing is saved beside a submission that does not have it.
            var began = typedBy is not null && !seat.Typists.Contains(typedBy.Id, StringComparer.OrdinalIgnoreCase)
                ? new TrailEntry(TrailKind.ScoresTyped, typedBy, now) { Subject = sitting.Judge.Text }
                : null;
            seat = began is null ? seat : seat with { Typists = [.. seat.Typists, typedBy!.Id] };
            RowChange[] changes = [AddOrReplace(after), AddOrReplace(seat)];
            var result = began is null
                ? await storage.Rows.CommitAsync(sitting.Cycle.Id.Text, changes, cancellationToken)
                : await _trail.CommitAsync(sitting.Cycle.Id.Text, changes, began, cancellationToken);
            if (result.IsCommitted)
            {
                return progress.With(sitting.With(seat with { Version = result.Versions[1]! }), after with { Version = result.Versions[0]! });
            }
            sitting = await AgainAsync(sitting, cancellationToken);
        }
    }

    /// <summary>Notes that the judge's page was used. It may be lost.</summary>
    /// <param name="sitting">The sheet.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task SeeAsync(JudgeSitting sitting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        var now = time.GetUtcNow();
        if (sitting.Seat.LastSeenAt is not { } seen || now - seen >= SeenWithin || seen > now)
        {
            await storage.Rows.CommitAsync(sitting.Cycle.Id.Text, RowChange.Replace(sitting.Seat with { LastSeenAt = now }), cancellationToken);
        }
    }

    internal static RowChange AddOrReplace(StoredRecord record) => record.Version.Length == 0 ? RowChange.Add(record) : RowChange.Replace(record);

    // What counts of this judge alone: of others' uploads nothing is read.
    private Task<IStandingScores> GivenAsync(JudgeSitting sitting, CancellationToken cancellationToken) =>
        scores.OfAsync(sitting.Cycle, [.. sitting.Context.Scoring(sitting.Judge)], cancellationToken);

    // A judge who had another name before keeps the seat.
    private async Task<JudgeSeat?> FindSeatAsync(CycleId cycle, JudgeName judge, JudgingContext context, CancellationToken cancellationToken)
    {
        foreach (var name in context.NamesOf(judge))
        {
            if (await storage.Rows.FindAsync<JudgeSeat>(cycle.Text, JudgeSeat.KeyOf(name), cancellationToken) is { } seat)
            {
                return seat;
            }
        }
        return null;
    }

    // Where the definition names judges, its spelling holds; else the first one.
    private JudgeSitting Sitting(Cycle cycle, JudgeSeat? seat, JudgeName judge, JudgingContext context) =>
        new(cycle, seat is null ? JudgeSeat.Of(cycle.Id, judge) : context.Definition.Judges is null ? seat : seat with { Judge = judge }, context, time);

    private static void MustBeEditable(JudgeProgress progress, EntryCode code, bool isOffice)
    {
        var sitting = progress.Sitting;
        if (!sitting.IsTaking)
        {
            throw new CycleConflictException(JudgingTexts.Closed(sitting.Cycle.Id));
        }
        if (sitting.Declined(code) is not null)
        {
            throw new CycleConflictException(isOffice ? JudgingTexts.DeclinedByJudge(sitting.Judge, code) : JudgingTexts.IsDeclined(code));
        }
        if (!progress.IsEditable(code))
        {
            throw new CycleConflictException(JudgingTexts.IsSubmitted);
        }
    }

    private static bool IsSame(ScoreDraft one, ScoreDraft other) =>
        one.SavedAt is not null && one.TypedBy == other.TypedBy && one.Terms == other.Terms && one.Comment == other.Comment && IsSame(one.Scores, other.Scores)
        && IsSame(one.Comments, other.Comments);

    private static bool IsSame(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(each => other.TryGetValue(each.Key, out var text) && text == each.Value);
}
