using AwardFlow.Cycles;
using AwardFlow.Engine;
using AwardFlow.Trail;

namespace AwardFlow.Approvals;

/// <summary>Approving letters, and taking that back. An approval names the hash of all that the approver saw.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="manifests">What was seen.</param>
/// <param name="changedBy">Who had a hand in it.</param>
/// <param name="settings">Whether approval is needed.</param>
/// <param name="engine">Runs the flows.</param>
/// <param name="time">The clock.</param>
public sealed class ApprovalCommands(
    CycleStore cycles, ManifestStore manifests, ChangedBy changedBy, ApprovalSettings settings, ICycleEngine engine, TimeProvider time)
{
    /// <summary>Approves what awaits approval. It takes a second person: nobody who changed anything that the letters come of.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="manifestSha256">The hash of what the approver saw; null only for a cycle that an earlier version closed, which has none.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="InvalidDefinitionException">No hash was given, or a text that is none.</exception>
    /// <exception cref="ManifestChangedException">What was seen is not what there is now.</exception>
    /// <exception cref="CycleConflictException">Nothing awaits approval, or not from this person.</exception>
    public async Task<Cycle> ApproveAsync(CycleId cycleId, string? manifestSha256, Approver by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        while (true)
        {
            var cycle = await cycles.GetAsync(cycleId, cancellationToken);
            var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
            MustAwaitApproval(cycle, definition);
            MustBeSomebody(cycle, by.Person);
            if (cycle is { HasManifest: true, ManifestSha256: null } or { HasManifest: true, Approvals: [], State: not CycleState.AwaitingApproval })
            {
                throw new CycleConflictException(ApprovalTexts.ReleasedAlready(cycleId));
            }
            if (cycle.HasManifest)
            {
                await MustBeSeenAsync(cycle, manifestSha256, cancellationToken);
            }
            if (HasApproved(cycle.Approvals, by.Person))
            {
                // Asked for before, and the answer was lost on the way.
                await engine.SignalAsync(cycleId, Signals.Approve, CancellationToken.None);
                return cycle;
            }
            if (cycle.ApprovedAt is not null)
            {
                throw new CycleConflictException(ApprovalTexts.ApprovedAlready(cycle));
            }
            var position = PositionOf(definition, cycle.Approvals, by);
            if (await changedBy.IsAsync(cycle, by.Person, cancellationToken))
            {
                throw new CycleConflictException(ApprovalTexts.SamePerson(cycleId, by.Person.Name));
            }
            // Whatever the letters come of changes the cycle's row, so what was looked at above is what is approved.
            var isSecond = by.Person.Id != Actor.AnybodyHere && !await changedBy.IsUnknownAsync(cycle, cancellationToken);
            if (await TryCommitAsync(cycle, definition, by, position, isSecond, cancellationToken) is { } approved)
            {
                await engine.SignalAsync(cycleId, Signals.Approve, CancellationToken.None);
                return approved;
            }
        }
    }

    /// <summary>Takes back the last approval, while that can be done.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">Nothing is approved, or the time for it is over.</exception>
    public Task<Cycle> UndoAsync(CycleId cycleId, Actor by, CancellationToken cancellationToken) => cycles.ChangeAsync(
        cycleId,
        cycle => cycle switch
        {
            { State: CycleState.AwaitingApproval, Approvals: [] } => throw new CycleConflictException(ApprovalTexts.NothingApproved(cycleId)),
            // The last of several approvers has yet to come, or the time has not run out.
            { State: CycleState.AwaitingApproval } when cycle.ApprovedAt is null || cycle.Paused is not null || time.GetUtcNow() < cycle.UndoUntil =>
                Voided(cycle, cycle.Approvals.SkipLast(1)),
            _ => throw new CycleConflictException(ApprovalTexts.TooLateToUndo(cycleId)),
        },
        (before, after) => new TrailEntry(TrailKind.ApprovalUndone, by, time.GetUtcNow())
        {
            Before = TrailValues.Of(("by", before.Approvals[^1].By), ("manifest", before.ManifestSha256)),
        },
        cancellationToken);

    /// <summary>
    /// Says whether a cycle needs approval. Nobody says so who changed anything that its letters come of. What is closed and
    /// needs approval is approved by looking at it, not by doing away with the approval; and where the definition names
    /// positions, only whoever holds the last one says beforehand that it needs none.
    /// </summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="rule">Whether it does; null to go by the installation again.</param>
    /// <param name="by">Who says so, an approver.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">The letters are released or wait to be, or the person may not say so.</exception>
    public async Task<Cycle> SetRuleAsync(CycleId cycleId, Approval? rule, Approver by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        while (true)
        {
            var cycle = await cycles.GetAsync(cycleId, cancellationToken);
            if (cycle.State is not (CycleState.Draft or CycleState.Open or CycleState.NeedsAttention
                or CycleState.Closed or CycleState.Rendered or CycleState.AwaitingApproval)
                || cycle.ApprovedAt is not null)
            {
                throw new CycleConflictException(ApprovalTexts.ReleasedAlready(cycleId));
            }
            MustBeSomebody(cycle, by.Person);
            if (await changedBy.IsAsync(cycle, by.Person, cancellationToken))
            {
                throw new CycleConflictException(ApprovalTexts.SamePerson(cycleId, by.Person.Name));
            }
            var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
            var last = definition.Approvals is [.., var title] ? title : null;
            if (rule == Approval.None && last is not null && by.Person.Id != Actor.AnybodyHere && !by.Positions.Contains(last, StringComparer.Ordinal))
            {
                throw new CycleConflictException(ApprovalTexts.LastSaysSo(cycleId, last));
            }
            var ruled = cycle with
            {
                ApprovalRule = rule,
                ApprovalRuleBy = by.Person.Name,
                ApprovalRuleById = by.Person.Id,
                ApprovalRulePosition = rule == Approval.None ? last : null,
            };
            if (cycle is { IsFrozen: true, HasManifest: true } && settings.RuleOf(cycle, definition) == Approval.Required
                && settings.RuleOf(ruled, definition) == Approval.None)
            {
                throw new CycleConflictException(ApprovalTexts.ApproveInstead(cycleId));
            }
            if (cycle.ApprovalRule == rule && cycle.ApprovalRulePosition == ruled.ApprovalRulePosition)
            {
                // Asked for before, and perhaps cut off before the flow was woken.
                await engine.SignalAsync(cycleId, Signals.Approve, CancellationToken.None);
                return cycle;
            }
            var entry = new TrailEntry(TrailKind.ApprovalRuleSet, by.Person, time.GetUtcNow())
            {
                Before = TrailValues.Of(("approval", cycle.ApprovalRule)),
                After = TrailValues.Of(("approval", rule), ("position", ruled.ApprovalRulePosition)),
            };
            if (await cycles.TryCommitAsync(ruled, [], entry, cancellationToken) is { } changed)
            {
                await engine.SignalAsync(cycleId, Signals.Approve, CancellationToken.None);
                return changed;
            }
        }
    }

    /// <summary>A cycle whose approvals count no more, or only some of them.</summary>
    internal static Cycle Voided(Cycle cycle, IEnumerable<CycleApproval>? left = null) =>
        cycle with { Approvals = [.. left ?? []], ApprovedAt = null, ApprovedBy = null, UndoUntil = null };

    /// <summary>What was closed where people are told apart is released by one of them, also when the list of people has gone since.</summary>
    /// <exception cref="CycleConflictException">It is nobody in particular.</exception>
    internal static void MustBeSomebody(Cycle cycle, Actor by)
    {
        if (cycle.ClosedAmongPeople && by.Id == Actor.AnybodyHere)
        {
            throw new CycleConflictException(ApprovalTexts.NobodySignedIn(cycle.Id));
        }
    }

    private void MustAwaitApproval(Cycle cycle, CycleDefinition definition)
    {
        if (!cycle.IsFrozen)
        {
            throw new CycleConflictException(cycle.State == CycleState.Cancelled ? ApprovalTexts.IsCancelled(cycle.Id) : ApprovalTexts.NotClosed(cycle.Id));
        }
        if (cycle.ApprovedAt is null && settings.RuleOf(cycle, definition) == Approval.None)
        {
            throw new CycleConflictException(ApprovalTexts.NotNeeded(cycle.Id));
        }
        if (cycle is { HasManifest: true, State: CycleState.Closed or CycleState.Rendered })
        {
            throw new CycleConflictException(ApprovalTexts.NotRendered(cycle.Id));
        }
        if (cycle.State == CycleState.Cancelled)
        {
            throw new CycleConflictException(ApprovalTexts.IsCancelled(cycle.Id));
        }
    }

    private async Task MustBeSeenAsync(Cycle cycle, string? seen, CancellationToken cancellationToken)
    {
        if (!ManifestStore.IsSha256(seen))
        {
            throw new InvalidDefinitionException("manifestSha256", ApprovalTexts.NoManifest(seen));
        }
        if (seen != cycle.ManifestSha256)
        {
            var before = await manifests.FindAsync(cycle.Id, seen!, cancellationToken);
            var change = before is null
                ? null
                : await manifests.ChangeAsync(before, await manifests.ReadAsync(cycle.Id, cycle.ManifestSha256!, cancellationToken), cancellationToken);
            throw new ManifestChangedException(ApprovalTexts.Changed(cycle.Id, change), cycle.ManifestSha256!, change);
        }
    }

    /// <summary>Whether a person is among those who approved.</summary>
    internal static bool HasApproved(IReadOnlyList<CycleApproval> approvals, Actor person) =>
        approvals.Any(approval => ChangedBy.IsSame(new Actor(approval.ById, approval.By, From: null), person));

    /// <summary>In which position a person approves: the first in the cycle's order in which nobody has; null where the cycle names none.</summary>
    /// <exception cref="CycleConflictException">The person does not hold it.</exception>
    internal static string? PositionOf(CycleDefinition definition, IReadOnlyList<CycleApproval> approvals, Approver by)
    {
        var next = definition.Approvals?.ElementAtOrDefault(approvals.Count);
        return HoldsNext(definition, approvals, by) ? next : throw new CycleConflictException(ApprovalTexts.OthersTurn(definition.Id, next!));
    }

    /// <summary>Whether a person holds the position in which is approved next, if the cycle names any.</summary>
    internal static bool HoldsNext(CycleDefinition definition, IReadOnlyList<CycleApproval> approvals, Approver by) =>
        by.Person.Id == Actor.AnybodyHere || definition.Approvals?.ElementAtOrDefault(approvals.Count) is not { } next
        || by.Positions.Contains(next, StringComparer.Ordinal);

    private async Task<Cycle?> TryCommitAsync(
        Cycle cycle, CycleDefinition definition, Approver by, string? position, bool isSecond, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var approvals = cycle.Approvals.Append(new CycleApproval(now, by.Person.Id, by.Person.Name, position, cycle.ManifestSha256 ?? "", isSecond)).ToList();
        var isLast = by.Person.Id == Actor.AnybodyHere || approvals.Count >= (definition.Approvals?.Count ?? 1);
        var approved = cycle with
        {
            Approvals = approvals,
            ApprovedAt = isLast ? now : null,
            ApprovedBy = isLast ? by.Person.Name : null,
            UndoUntil = isLast && settings.Undo > TimeSpan.Zero ? now + settings.Undo : null,
        };
        var entry = new TrailEntry(TrailKind.Approved, by.Person, now)
        {
            After = TrailValues.Of(
                ("manifest", cycle.ManifestSha256), ("results", cycle.ResultsSha256),
                ("letters", cycle.Letters), ("round", cycle.Round), ("position", position),
                ("secondPerson", isSecond)),
            TellsHead = true,
        };
        return await cycles.TryCommitAsync(approved, [], entry, cancellationToken);
    }
}
