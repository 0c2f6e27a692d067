using AwardFlow.Cycles;
using AwardFlow.Thai;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>Records that letters were posted on paper: when, and under which number of the post.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="ledger">The delivery ledger.</param>
/// <param name="time">The clock.</param>
public sealed class PostingCommands(CycleStore cycles, DeliveryLedger ledger, TimeProvider time)
{
    /// <summary>The most letters that are recorded at once.</summary>
    public const int Most = 10_000;

    /// <summary>Records that a letter was posted, or corrects what was recorded. The same again changes nothing.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">The ledger has no such entry.</exception>
    /// <exception cref="InvalidDefinitionException">The date or the number cannot be right.</exception>
    /// <exception cref="CycleConflictException">The letters are not released, or this one does not go by post.</exception>
    public async Task<LetterDelivery> RecordAsync(CycleId cycleId, PostedLetter letter, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(by);
        var cycle = await ReleasedAsync(cycleId, cancellationToken);
        var row = await ledger.FindAsync(cycleId, letter.EntryCode, letter.Letter, cancellationToken) ?? throw new EntryNotFoundException(cycleId.Text, letter.EntryCode.Text);
        if (!GoesByPost(row))
        {
            throw new CycleConflictException(PostingTexts.NotByPost(row.EntryCode));
        }
        if (Faults(cycle, letter, await NumbersAsync(cycleId, cancellationToken), out var number) is [var (member, _, text), ..])
        {
            throw new InvalidDefinitionException(member, text);
        }
        return await RecordAsync(row, letter.PostedAt, number, by, cancellationToken);
    }

    /// <summary>Records that letters were posted: all that a list names, or where anything of it is wrong none.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="letters">The letters, 1 to <see cref="Most"/>.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>How many the list names, which are recorded now.</returns>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="InvalidDefinitionException">There are none, or too many.</exception>
    /// <exception cref="PostedLettersException">Rows of the list are wrong.</exception>
    /// <exception cref="CycleConflictException">The letters are not released.</exception>
    public async Task<int> RecordAsync(CycleId cycleId, IReadOnlyList<PostedLetter> letters, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letters);
        ArgumentNullException.ThrowIfNull(by);
        if (letters.Count is 0 or > Most)
        {
            throw new InvalidDefinitionException("letters", PostingTexts.Count(Most));
        }
        var cycle = await ReleasedAsync(cycleId, cancellationToken);
        var rows = await AllAsync(cycleId, cancellationToken).Where(row => row.HasLetter).ToDictionaryAsync(row => (row.EntryCode, row.Letter), cancellationToken: cancellationToken);
        var numbers = Numbers(rows.Values);
        var bad = new List<PostedLettersException.Bad>();
        var places = new Dictionary<(EntryCode, int), int>();
        var good = new List<(LetterDelivery Row, PostedLetter Letter, string? Number)>();
        foreach (var (index, letter) in letters.Index())
        {
            var place = letter.Row > 0 ? letter.Row : index + 1;
            if (!rows.TryGetValue((letter.EntryCode, letter.Letter), out var row))
            {
                bad.Add(new(place, "entryCode", letter.EntryCode.Text, PostingTexts.NoEntry));
                continue;
            }
            if (!places.TryAdd((letter.EntryCode, letter.Letter), place))
            {
                bad.Add(new(place, "entryCode", letter.EntryCode.Text, PostingTexts.Twice(places[(letter.EntryCode, letter.Letter)])));
                continue;
            }
            if (!GoesByPost(row))
            {
                bad.Add(new(place, "entryCode", letter.EntryCode.Text, PostingTexts.NotByPost(row.EntryCode)));
                continue;
            }
            var faults = Faults(cycle, letter, numbers, out var number);
            bad.AddRange(faults.Select(fault => new PostedLettersException.Bad(place, fault.Member, fault.Value, fault.Text)));
            if (number is not null)
            {
                numbers[number] = (row.EntryCode, row.Letter);
            }
            good.Add((row, letter, number));
        }
        if (bad.Count > 0)
        {
            throw new PostedLettersException(bad);
        }
        foreach (var (row, letter, number) in good)
        {
            await RecordAsync(row, letter.PostedAt, number, by, cancellationToken);
        }
        return good.Count;
    }

    private async Task<LetterDelivery> RecordAsync(LetterDelivery row, DateTimeOffset at, string? number, Actor by, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!GoesByPost(row))
            {
                throw new CycleConflictException(PostingTexts.NotByPost(row.EntryCode));
            }
            if (row.Posting is { } known && known.At == at && known.TrackingNumber == number)
            {
                return row;
            }
            var after = row with { Posting = new Posting(at, number, by.Name) };
            if (row.State != DeliveryState.Received)
            {
                after = after with { State = DeliveryState.Posted, StateAt = row.State == DeliveryState.Posted ? row.StateAt : time.GetUtcNow(), Why = null };
            }
            if (await ledger.TryChangeAsync(row, after, row.Posting is null ? DeliveryCause.Posted : DeliveryCause.PostingCorrected, by, cancellationToken) is { } posted)
            {
                return posted;
            }
            row = await ledger.RereadAsync(row, cancellationToken);
        }
    }

    // What waits for the post or was posted, whether it is received by now; and what was called off before somebody wrote down that it had gone.
    private static bool GoesByPost(LetterDelivery row) =>
        row.State is DeliveryState.ToPost or DeliveryState.Posted || row.Posting is not null || row is { State: DeliveryState.Held, Why.Code: "cancelled", Address: "" };

    private async Task<Cycle> ReleasedAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        return cycle.State is CycleState.Sending or CycleState.Sent or CycleState.Completed ? cycle : throw new CycleConflictException(PostingTexts.NotReleased(cycleId));
    }

    private IAsyncEnumerable<LetterDelivery> AllAsync(CycleId cycleId, CancellationToken cancellationToken) =>
        ledger.ListAsync(cycleId, cancellationToken).Concat(ledger.CorrectionsAsync(cycleId, cancellationToken));

    private async Task<Dictionary<string, (EntryCode Entry, int Letter)>> NumbersAsync(CycleId cycleId, CancellationToken cancellationToken) =>
        Numbers(await AllAsync(cycleId, cancellationToken).Where(row => row.Posting is not null).ToListAsync(cancellationToken));

    private static Dictionary<string, (EntryCode Entry, int Letter)> Numbers(IEnumerable<LetterDelivery> rows)
    {
        var numbers = new Dictionary<string, (EntryCode Entry, int Letter)>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Posting?.TrackingNumber is { } number)
            {
                numbers[number] = (row.EntryCode, row.Letter);
            }
        }
        return numbers;
    }

    private List<(string Member, string Value, BilingualText Text)> Faults(Cycle cycle, PostedLetter letter, Dictionary<string, (EntryCode Entry, int Letter)> numbers, out string? number)
    {
        var faults = new List<(string, string, BilingualText)>();
        number = null;
        var day = Day(letter.PostedAt);
        if (day > Day(time.GetUtcNow()))
        {
            faults.Add(("postedAt", $"{letter.PostedAt:O}", PostingTexts.Ahead));
        }
        if (cycle.ClosedAt is { } closed && day < Day(closed))
        {
            faults.Add(("postedAt", $"{letter.PostedAt:O}", PostingTexts.TooEarly(Day(closed))));
        }
        if (!string.IsNullOrWhiteSpace(letter.TrackingNumber))
        {
            if (!TrackingNumber.TryRead(letter.TrackingNumber, out var read, out var fault))
            {
                faults.Add(("trackingNumber", letter.TrackingNumber, PostingTexts.NotANumber(fault)));
            }
            else if (numbers.TryGetValue(read, out var other) && other != (letter.EntryCode, letter.Letter))
            {
                faults.Add(("trackingNumber", letter.TrackingNumber, PostingTexts.Taken(other.Entry.Text)));
            }
            else
            {
                number = read;
            }
        }
        return faults;
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(ThaiTime.Of(at).DateTime);
}
