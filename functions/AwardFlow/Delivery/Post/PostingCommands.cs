using AwardFlow.Cycles;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>Records that letters were posted on paper: when, and under which number of the post.</summary>
/// <param name="storage">Where it is kept whose turn it is.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="ledger">The delivery ledger.</param>
/// <param name="time">The clock.</param>
public sealed class PostingCommands(IStorage storage, CycleStore cycles, DeliveryLedger ledger, TimeProvider time)
{
    /// <summary>The most letters that are recorded at once.</summary>
    public const int Most = 10_000;

    /// <summary>Records that a letter was posted, or corrects what was recorded. The same again changes nothing.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="confirm">Confirms that its number goes; null for no. Another number in its place needs none.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">The ledger has no such entry.</exception>
    /// <exception cref="InvalidDefinitionException">The date or the number cannot be right.</exception>
    /// <exception cref="PostingChangesException">Its number would go, and nobody confirmed that.</exception>
    /// <exception cref="CycleConflictException">The letters are not released, or this one does not go by post.</exception>
    public async Task<LetterDelivery> RecordAsync(CycleId cycleId, PostedLetter letter, string? confirm, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(by);
        await ReleasedAsync(cycleId, cancellationToken);
        var row = await ledger.FindAsync(cycleId, letter.EntryCode, letter.Letter, cancellationToken) is { HasLetter: true } found
            ? found
            : throw new EntryNotFoundException(cycleId.Text, letter.EntryCode.Text);
        if (!PostingPlan.GoesByPost(row))
        {
            throw new CycleConflictException(PostingTexts.NotByPost(row.EntryCode));
        }
        try
        {
            await RecordAsync(cycleId, [letter], lost => lost.To is null, confirm, by, cancellationToken);
        }
        catch (PostedLettersException e)
        {
            throw e.Rows[0].Column == "entryCode"
                ? new CycleConflictException(e.Rows[0].Text)
                : new InvalidDefinitionException(e.Rows[0].Column, e.Rows[0].Text);
        }
        return await ledger.RereadAsync(row, cancellationToken);
    }

    /// <summary>
    /// Records that letters were posted: all that a list names, or where anything of it is wrong none, also where somebody else
    /// changes one of them at the same moment. Cut off, the same list again does what is left.
    /// </summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="letters">The letters, 1 to <see cref="Most"/>.</param>
    /// <param name="confirm">Confirms that numbers which are recorded change or go; null for no.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>How many the list names, which are recorded now.</returns>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="InvalidDefinitionException">There are none, or too many.</exception>
    /// <exception cref="PostedLettersException">Rows of the list are wrong.</exception>
    /// <exception cref="PostingChangesException">Numbers that are recorded would be lost, and nobody confirmed that.</exception>
    /// <exception cref="CycleConflictException">The letters are not released.</exception>
    public async Task<int> RecordAsync(CycleId cycleId, IReadOnlyList<PostedLetter> letters, string? confirm, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letters);
        ArgumentNullException.ThrowIfNull(by);
        if (letters.Count is 0 or > Most)
        {
            throw new InvalidDefinitionException("letters", PostingTexts.Count(Most));
        }
        await RecordAsync(cycleId, letters, _ => true, confirm, by, cancellationToken);
        return letters.Count;
    }

    private async Task RecordAsync(
        CycleId cycleId, IReadOnlyList<PostedLetter> letters, Func<PostingChange, bool> isAsked, string? confirm, Actor by, CancellationToken cancellationToken)
    {
        HashSet<string>? confirmed = null;
        var done = new List<(LetterDelivery Before, LetterDelivery After)>();
        while (true)
        {
            var turn = await TurnAsync(cycleId, cancellationToken);
            var cycle = await ReleasedAsync(cycleId, cancellationToken);
            var rows = await AllAsync(cycleId, cancellationToken)
                .Where(row => row.HasLetter)
                .ToDictionaryAsync(row => (row.EntryCode, row.Letter), cancellationToken: cancellationToken);
            var plan = PostingPlan.Of(cycle, rows, letters, time.GetUtcNow());
            if (plan.Bad.Count > 0)
            {
                await TakeBackAsync(done, by);
                throw new PostedLettersException(plan.Bad);
            }
            var lost = plan.Lost.Where(isAsked).ToList();
            // What is done already is asked about no more; what another writer put there meanwhile is.
            if (confirmed is null ? lost.Count > 0 && confirm != plan.Confirm() : !lost.TrueForAll(change => confirmed.Contains(PostingPlan.Line(change))))
            {
                await TakeBackAsync(done, by);
                throw new PostingChangesException(lost, plan.Confirm());
            }
            confirmed ??= [.. lost.Select(PostingPlan.Line)];
            if (await TryAsync(plan, turn, done, by, cancellationToken))
            {
                return;
            }
        }
    }

    // Whole pages at a time. False: somebody changed something meanwhile, and all is looked at again.
    private async Task<bool> TryAsync(
        PostingPlan plan, PostingTurn turn, List<(LetterDelivery Before, LetterDelivery After)> done, Actor by, CancellationToken cancellationToken)
    {
        foreach (var page in plan.Changes.GroupBy(change => (change.Row.Letter, change.Row.Page)).OrderBy(page => page.Key))
        {
            foreach (var some in page.Chunk(DeliveryLedger.MostTogether))
            {
                var moves = some.Select(change => (change.Row, Posted(change.Row, new Posting(change.Said.At, change.Said.Number, by.Name)))).ToList();
                if (await ledger.TryChangeManyAsync(
                    moves, row => row.Posting is null ? DeliveryCause.Posted : DeliveryCause.PostingCorrected, by, turn.Next(), cancellationToken)
                    is not { } changed)
                {
                    return false;
                }
                turn = turn.After(changed.Also);
                done.AddRange(moves.Select((move, i) => (move.Row, changed.Rows[i])));
            }
        }
        return true;
    }

    // What was recorded of a list before it turned out that not all of it can be. A letter that went on since keeps its state.
    private async Task TakeBackAsync(List<(LetterDelivery Before, LetterDelivery After)> done, Actor by)
    {
        foreach (var (before, after) in Enumerable.Reverse(done))
        {
            for (var row = await ledger.RereadAsync(
                after, CancellationToken.None); row.Posting == after.Posting; row = await ledger.RereadAsync(row, CancellationToken.None))
            {
                var turn = await TurnAsync(row.Cycle, CancellationToken.None);
                var back = row.State == DeliveryState.Posted
                    ? row with { Posting = before.Posting, State = before.State, StateAt = before.StateAt, Why = before.Why }
                    : row with { Posting = before.Posting };
                if (await ledger.TryChangeManyAsync([(row, back)], _ => DeliveryCause.PostingCorrected, by, turn.Next(), CancellationToken.None) is not null)
                {
                    break;
                }
            }
        }
    }

    private LetterDelivery Posted(LetterDelivery row, Posting posting) => row.State == DeliveryState.Received
        ? row with { Posting = posting }
        : row with
        {
            Posting = posting,
            State = DeliveryState.Posted,
            StateAt = row.State == DeliveryState.Posted ? row.StateAt : time.GetUtcNow(),
            Why = null,
        };

    private async Task<PostingTurn> TurnAsync(CycleId cycleId, CancellationToken cancellationToken) =>
        await storage.Rows.FindAsync<PostingTurn>(cycleId.Text, PostingTurn.Row, cancellationToken)
        ?? new PostingTurn { Partition = cycleId.Text, Key = PostingTurn.Row };

    private async Task<Cycle> ReleasedAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        return cycle.IsReleased ? cycle : throw new CycleConflictException(PostingTexts.NotReleased(cycleId));
    }

    private IAsyncEnumerable<LetterDelivery> AllAsync(CycleId cycleId, CancellationToken cancellationToken) =>
        ledger.ListAsync(cycleId, cancellationToken).Concat(ledger.CorrectionsAsync(cycleId, cancellationToken));
}
