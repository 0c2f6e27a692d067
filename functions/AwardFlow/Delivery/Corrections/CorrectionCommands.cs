using System.Globalization;
using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Engine;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Thai;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>What people do to corrections of letters: make, send back and call them off, and send a letter of one again.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="corrections">The corrections.</param>
/// <param name="results">The frozen results, for the numbers of first letters.</param>
/// <param name="ledger">What became of the letters.</param>
/// <param name="engine">Runs the flows.</param>
/// <param name="time">The clock.</param>
public sealed class CorrectionCommands(
    CycleStore cycles, CorrectionStore corrections, ResultsStore results, DeliveryLedger ledger, ICycleEngine engine, TimeProvider time)
{
    private const int LongestReason = 500;
    private const int MostFaults = 20;

    /// <summary>Makes a correction: a new letter to chosen entries whose letters were sent.</summary>
    /// <param name="cycleId">The cycle, whose letters are all sent.</param>
    /// <param name="json">A <see cref="CorrectionRequest"/> as JSON in UTF-8.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="InvalidDefinitionException">Something is wrong with the request; it is named.</exception>
    /// <exception cref="CycleConflictException">The letters are not sent, or there are too many corrections.</exception>
    public async Task<Correction> MakeAsync(CycleId cycleId, byte[] json, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        while (true)
        {
            var cycle = await cycles.GetAsync(cycleId, cancellationToken);
            var order = await OrderAsync(cycle, json, cancellationToken);
            if (cycle.Corrections >= Correction.Most)
            {
                throw new CycleConflictException(CorrectionTexts.TooMany(cycleId, Correction.Most));
            }
            var number = cycle.Corrections + 1;
            var made = new Correction
            {
                Partition = cycleId.Text,
                Key = Correction.KeyOf(number),
                OrderSha256 = await corrections.WriteAsync(order, cancellationToken),
                LetterNumber = order.Request.Number,
                FirstNumber = order.Request.FirstNumber,
                Date = order.Request.Date,
                Entries = order.Entries.Count,
                Pages = order.Pages(),
                MadeAt = time.GetUtcNow(),
                MadeById = by.Id,
                MadeBy = by.Name,
            };
            var entry = Entry(TrailKind.CorrectionMade, made, by) with
            {
                After = TrailValues.Of(("number", made.LetterNumber), ("date", made.Date), ("entries", made.Entries), ("order", made.OrderSha256)),
            };
            if (await corrections.TryCommitAsync(cycle with { Corrections = number }, made, entry, cancellationToken))
            {
                await engine.CorrectAsync(cycleId, number, CancellationToken.None);
                return await corrections.GetAsync(cycleId, number, CancellationToken.None);
            }
        }
    }

    /// <summary>A request as a renderer of drafts, so that it can be looked at before it is made. Nothing of it is kept.</summary>
    /// <inheritdoc cref="MakeAsync" path="/exception"/>
    public async Task<CorrectionRenderer> PreviewAsync(CycleId cycleId, byte[] json, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        var order = await OrderAsync(cycle, json, cancellationToken);
        return await corrections.RendererAsync(cycle, new CorrectionWords(await cycles.DefinitionAsync(cycle, cancellationToken), order), cancellationToken);
    }

    /// <summary>Sends a correction back that awaits approval. It is over; another one is made in its place.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CorrectionNotFoundException">There is no such correction.</exception>
    /// <exception cref="InvalidDefinitionException">There is no reason.</exception>
    /// <exception cref="CycleConflictException">It does not await approval.</exception>
    public Task<Correction> SendBackAsync(CycleId cycleId, int number, string reason, Actor by, CancellationToken cancellationToken)
    {
        var word = WordOf(reason, by);
        return ChangeAsync(
            cycleId,
            number,
            correction => correction.State == CorrectionState.AwaitingApproval
                ? correction with { State = CorrectionState.SentBack, SentBack = word, Approvals = [], ApprovedAt = null, UndoUntil = null }
                : throw new CycleConflictException(CorrectionTexts.NotAwaiting(cycleId, number)),
            (before, _) => Entry(TrailKind.CorrectionSentBack, before, by) with
            {
                Reason = reason,
                Before = TrailValues.Of(("manifest", before.ManifestSha256), ("approvals", before.Approvals.Count)),
            },
            cancellationToken);
    }

    /// <summary>Calls off what of a correction is not sent. Before its first mail it is over; while it goes out, what has not gone is held for good.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CorrectionNotFoundException">There is no such correction.</exception>
    /// <exception cref="InvalidDefinitionException">There is no reason.</exception>
    /// <exception cref="CycleConflictException">It is over.</exception>
    public Task<Correction> CancelAsync(CycleId cycleId, int number, string reason, Actor by, CancellationToken cancellationToken)
    {
        var word = WordOf(reason, by);
        return ChangeAsync(
            cycleId,
            number,
            correction => correction switch
            {
                { Cancelled: not null } => correction,
                { IsOver: true } => throw new CycleConflictException(CorrectionTexts.Over(cycleId, number)),
                { State: CorrectionState.Sending } => correction with { Cancelled = word },
                _ => correction with { State = CorrectionState.Cancelled, Cancelled = word, Approvals = [], ApprovedAt = null, UndoUntil = null },
            },
            (before, after) => Entry(TrailKind.CorrectionCancelled, before, by) with
            {
                Reason = reason,
                Before = TrailValues.Of(("state", before.State)),
                After = TrailValues.Of(("state", after.State)),
            },
            cancellationToken);
    }

    /// <summary>Sends one letter of a correction again, to its entry's address as it now is.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="number">The correction, from 1.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="reason">Why, for the journal.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CorrectionNotFoundException">There is no such correction.</exception>
    /// <exception cref="EntryNotFoundException">The entry does not get this correction, or it was not released.</exception>
    /// <exception cref="InvalidDefinitionException">There is no reason.</exception>
    /// <exception cref="CycleConflictException">It was not released, or is being handed over this very moment.</exception>
    public async Task<LetterDelivery> ResendAsync(
        CycleId cycleId, int number, EntryCode entryCode, string reason, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        WordOf(reason, by);
        while (true)
        {
            var correction = await corrections.GetAsync(cycleId, number, cancellationToken);
            if (correction is not { State: CorrectionState.Sending or CorrectionState.Sent, Cancelled: null })
            {
                throw new CycleConflictException(CorrectionTexts.NotGoing(cycleId, number));
            }
            var before = await ledger.FindAsync(cycleId, entryCode, correction.Letter, cancellationToken)
                ?? throw new EntryNotFoundException(cycleId.Text, entryCode.Text);
            var first = await ledger.FindAsync(cycleId, before.EntryCode, cancellationToken);
            if (before.IsBeingHandedOver(time.GetUtcNow()))
            {
                throw new CycleConflictException(DeliveryTexts.BeingHandedOver(before.EntryCode));
            }
            var addressed = before with { Address = first?.Address ?? before.Address };
            var after = before is { State: DeliveryState.Pending }
                ? addressed with { NotBefore = null }
                : DeliveryCommands.NewSending(addressed, time.GetUtcNow());
            // Written where it is the same too: a step that is about to call the correction sent has to look again.
            var also = RowChange.Replace(correction with { State = CorrectionState.Sending });
            if (await ledger.TryChangeAsync(before, after, DeliveryCause.SentAgain(reason), by, cancellationToken, also) is { } moved)
            {
                await engine.CorrectAsync(cycleId, number, CancellationToken.None);
                return moved;
            }
        }
    }

    private async Task<CorrectionOrder> OrderAsync(Cycle cycle, byte[] json, CancellationToken cancellationToken)
    {
        if (cycle.State is not (CycleState.Sent or CycleState.Completed))
        {
            throw new CycleConflictException(CorrectionTexts.NotSent(cycle.Id));
        }
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        var request = CorrectionRules.Read(json, definition);
        var earlier = new List<(Correction Correction, CorrectionWords Words)>();
        foreach (var each in (await corrections.ListAsync(cycle, cancellationToken))
            .Where(each => each.State is not (CorrectionState.SentBack or CorrectionState.Cancelled)))
        {
            earlier.Add((each, await corrections.WordsAsync(cycle, each, cancellationToken)));
        }
        var first = await ledger.ListAsync(cycle.Id, cancellationToken).ToDictionaryAsync(row => row.EntryCode, cancellationToken: cancellationToken);
        var later = earlier.Count == 0
            ? []
            : await ledger.CorrectionsAsync(cycle.Id, cancellationToken)
                .ToDictionaryAsync(row => (row.EntryCode, row.Letter), cancellationToken: cancellationToken);
        var faults = request.Entries.Index()
            .Select(each => (each.Index, Text: FaultOf(each.Item, first.GetValueOrDefault(each.Item), earlier, later)))
            .Where(each => each.Text is not null)
            .Select(each => new DefinitionFault(
                string.Create(CultureInfo.InvariantCulture, $"entries[{each.Index}]"), new CodedText(InvalidDefinitionException.Invalid, each.Text!.Value)))
            .Take(MostFaults).ToList();
        if (faults.Count > 0)
        {
            throw new InvalidDefinitionException(faults);
        }
        var order = new CorrectionOrder(
            cycle.Id,
            cycle.Round,
            request,
            [.. request.Entries.Select(code => first[code])
                .OrderBy(row => row.EntryCode, EntryCodeOrder.Counting)
                .Select(row => new CorrectionOrder.Chosen(row.EntryCode, row.Page, Got(row.EntryCode, earlier, later)))],
            [.. earlier.Where(each => each.Correction.State != CorrectionState.AwaitingApproval && each.Correction.State != CorrectionState.Rendering)
                .Select(each => each.Correction.Number)]);
        await MustHaveOwnNumbersAsync(cycle, definition, new CorrectionWords(definition, order), earlier.Select(each => each.Words), cancellationToken);
        return order;
    }

    // Why an entry gets no correction; null where it does.
    private static BilingualText? FaultOf(
        EntryCode code,
        LetterDelivery? first,
        IReadOnlyList<(Correction Correction, CorrectionWords Words)> earlier,
        Dictionary<(EntryCode, int), LetterDelivery> later)
    {
        if (first is not { HasLetter: true })
        {
            return CorrectionTexts.UnknownEntry(code);
        }
        if (!first.HasReached)
        {
            return first.WasTaken || first.Posting is not null ? CorrectionTexts.NeverReached(first.EntryCode) : CorrectionTexts.NeverSent(first.EntryCode);
        }
        var open = earlier.FirstOrDefault(
            each => each.Words.Has(code) && IsOpen(each.Correction, later.GetValueOrDefault((first.EntryCode, each.Correction.Letter)))).Correction;
        return open is null ? null : CorrectionTexts.UnderWay(first.EntryCode, open.Number);
    }

    // One that is being mailed is over for an entry whose letter of it is settled.
    private static bool IsOpen(Correction correction, LetterDelivery? row) =>
        correction.State is CorrectionState.Rendering or CorrectionState.AwaitingApproval
        || (correction.State == CorrectionState.Sending && row is not { IsSettled: true });

    private static List<int> Got(
        EntryCode code, IEnumerable<(Correction Correction, CorrectionWords Words)> earlier, Dictionary<(EntryCode, int), LetterDelivery> later) =>
        [.. earlier.Where(each => each.Words.Has(code) && later.GetValueOrDefault((code, each.Correction.Letter)) is { HasReached: true })
            .Select(each => each.Correction.Number)];

    // As they stand on the letters, whatever they are written from: no two letters of a cycle have one number, but those of one circular.
    private async Task MustHaveOwnNumbersAsync(
        Cycle cycle, CycleDefinition definition, CorrectionWords words, IEnumerable<CorrectionWords> earlier, CancellationToken cancellationToken)
    {
        var entries = (await results.ReadAsync(cycle, cancellationToken)).Entries
            .Where(result => result.Average is not null)
            .Select(result => result.Entry).ToList();
        var taken = entries.Select(entry => KeyOf(new LetterWords(definition, entry).Number))
            .Concat(earlier.SelectMany(
                each => entries.Where(entry => each.Has(entry.Code)).Select(entry => KeyOf(new LetterWords(each.Definition, each.EntryOf(entry)).Number))))
            .ToHashSet(StringComparer.Ordinal);
        var doubled = entries.Where(entry => words.Has(entry.Code))
            .Select(entry => new LetterWords(words.Definition, words.EntryOf(entry)).Number)
            .FirstOrDefault(number => taken.Contains(KeyOf(number)));
        if (doubled is not null)
        {
            throw new InvalidDefinitionException("number", CorrectionTexts.SameNumber(doubled));
        }
    }

    private static string KeyOf(string number) =>
        string.Concat(
            ThaiNumerals.ToWestern(number).Where(each => !char.IsWhiteSpace(each) && CharUnicodeInfo.GetUnicodeCategory(each) != UnicodeCategory.Format));

    private async Task<Correction> ChangeAsync(
        CycleId cycleId, int number, Func<Correction, Correction> change, Func<Correction, Correction, TrailEntry> entry, CancellationToken cancellationToken)
    {
        while (true)
        {
            var cycle = await cycles.GetAsync(cycleId, cancellationToken);
            var before = await corrections.GetAsync(cycleId, number, cancellationToken);
            var after = change(before);
            if (after == before)
            {
                return before;
            }
            if (await corrections.TryCommitAsync(cycle, after, entry(before, after), cancellationToken))
            {
                await engine.CorrectAsync(cycleId, number, CancellationToken.None);
                return await corrections.GetAsync(cycleId, number, CancellationToken.None);
            }
        }
    }

    private TrailEntry Entry(string kind, Correction correction, Actor by) =>
        new(kind, by, time.GetUtcNow()) { Subject = correction.Number.ToString(CultureInfo.InvariantCulture) };

    private PersonsWord WordOf(string reason, Actor by) => string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason || reason.Any(char.IsControl)
        ? throw new InvalidDefinitionException("reason", ApprovalTexts.NoReason(LongestReason))
        : new PersonsWord(time.GetUtcNow(), by.Name, reason);
}
