using System.Globalization;
using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Storage;

namespace AwardFlow.Delivery;

/// <summary>Lays out what an approver decides on.</summary>
/// <param name="storage">Where rounds are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="results">Their results.</param>
/// <param name="ledger">Their letters.</param>
/// <param name="changedBy">Who had a hand in them.</param>
/// <param name="time">The clock.</param>
public sealed class ApprovalDesks(IStorage storage, CycleStore cycles, ResultsStore results, DeliveryLedger ledger, ChangedBy changedBy, TimeProvider time)
{
    private static readonly TimeSpan Thailand = TimeSpan.FromHours(7);

    /// <summary>What awaits approval in a cycle. The manifest is read first: whatever changes after that, an approval of it is refused.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">Nothing awaits approval.</exception>
    public async Task<ApprovalDesk> OfAsync(CycleId cycleId, Approver by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        if (cycle is not { State: CycleState.AwaitingApproval, ManifestSha256: { } manifest })
        {
            throw new CycleConflictException(DeliveryTexts.NothingAwaits(cycleId));
        }
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        var frozen = (await results.ReadAsync(cycle, cancellationToken)).Entries;
        var people = await changedBy.PeopleAsync(cycle, cancellationToken);
        var facts = new DeskFacts
        {
            Today = DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Thailand).DateTime),
            LetterDate = definition.Letter.Date,
            HasEmblem = cycle.EmblemBlob is not null,
            HasSignature = cycle.SignatureBlob is not null,
            Results = frozen,
            Rows = await ledger.ListAsync(cycleId, cancellationToken).ToListAsync(cancellationToken),
            MissingCount = cycle.Missing,
            Missing = cycle.Missing > 0 ? await results.ReadMissingAsync(cycleId, cancellationToken) : [],
            Before = await BeforeAsync(cycle, cancellationToken),
            Names = people.ToDictionary(person => person.Id, person => person.Name, StringComparer.OrdinalIgnoreCase),
        };
        var warnings = DeskWarnings.Of(facts);
        return new ApprovalDesk
        {
            ManifestSha256 = manifest,
            Round = cycle.Round,
            Letters = cycle.Letters,
            Passed = frozen.Count(result => result.Passed == true),
            NotPassed = frozen.Count(result => result.Passed == false),
            WithoutLetter = frozen.Count(result => result.Passed is null),
            Signatory = definition.Letter.Signatory,
            LetterDate = definition.Letter.Date,
            LetterNumber = LetterNumbers.Of(definition.Letter, definition.Year, cycle.Letters),
            PreparedBy = [.. people.Select(person => person.Name).Distinct(StringComparer.Ordinal)],
            Refusal = await RefusalAsync(cycle, definition, by, cancellationToken),
            ScoresComplete = cycle.Missing == 0,
            Warnings = warnings,
            Queue = DeskSelection.Of(frozen, warnings),
        };
    }

    private async Task<ApprovalRefusal?> RefusalAsync(Cycle cycle, CycleDefinition definition, Approver by, CancellationToken cancellationToken) =>
        ApprovalCommands.HasApproved(cycle.Approvals, by.Person) ? ApprovalRefusal.ApprovedAlready
        : await changedBy.IsAsync(cycle, by.Person, cancellationToken) ? ApprovalRefusal.HadAHand
        : ApprovalCommands.HoldsNext(definition, cycle.Approvals, by) ? null
        : ApprovalRefusal.OthersTurn;

    private async Task<Dictionary<EntryCode, decimal?>?> BeforeAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{CycleRound.RowPrefix}{cycle.Round - 1:D3}");
        if (cycle.Round == 1 || await storage.Rows.FindAsync<CycleRound>(cycle.Partition, key, cancellationToken) is not { ResultsSha256: { } sha256 })
        {
            return null;
        }
        var before = await results.ReadAsync(cycle with { ResultsSha256 = sha256 }, cancellationToken);
        return before.Entries.ToDictionary(result => result.Entry.Code, result => result.Average);
    }
}
