using AwardFlow.Cycles;
using AwardFlow.Intake.Judging;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Scoring;

/// <summary>
/// Freezes a cycle's scores when its time has come or a person asked for it, unless scores are missing: then a person
/// is called for. The row is replaced only as it was read, so a sheet that comes in meanwhile is never left out.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="books">What counts.</param>
/// <param name="results">Where results are frozen.</param>
/// <param name="approval">Whether letters need approval, which is frozen too.</param>
/// <param name="unsubmitted">Counts what judges typed and did not submit, where that was asked for with the closing.</param>
/// <param name="clock">Whether the clock is believed.</param>
/// <param name="time">The clock.</param>
public sealed class ScoreClosing(
    CycleStore cycles, ScoreBooks books, ResultsStore results, IApprovalRule approval, UnsubmittedScores unsubmitted, ClockWatch clock, TimeProvider time)
{
    /// <summary>Closes a cycle if it is to be closed. One that is closed stays as it is.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    public async Task<Closing> CloseAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var cycle = await cycles.GetAsync(cycleId, cancellationToken);
            if (cycle.IsDraft)
            {
                return new Closing(Closed: false, null, 0);
            }
            if (cycle.IsFinished)
            {
                return new Closing(Closed: true, null, cycle.Pages, Rendered: true, Over: true);
            }
            if (cycle is { IsCollecting: true, Paused: not null })
            {
                return new Closing(Closed: false, null, 0);
            }
            if (!cycle.IsCollecting)
            {
                return new Closing(Closed: true, null, cycle.Pages, Rendered: cycle.State != CycleState.Closed);
            }
            if (cycle.State == CycleState.Open && cycle.CloseRequestedAt is null && !cycle.IsDue(time.GetUtcNow()))
            {
                if (await TryReplaceAsync(cycle, cycle with { Problem = null }, cancellationToken))
                {
                    return new Closing(Closed: false, cycle.ClosesByHand ? null : cycle.ClosesAt, 0);
                }
                continue;
            }
            if (cycle is { State: CycleState.Open, CloseRequestedAt: null } && !await clock.IsBelievedAsync(cancellationToken))
            {
                return new Closing(Closed: false, time.GetUtcNow() + ClockWatch.LookAgain, 0);
            }
            if (cycle.CountUnsubmittedFor is not null)
            {
                await unsubmitted.CountAsync(cycleId, cancellationToken);
                cycle = await cycles.GetAsync(cycleId, cancellationToken);
                // Counting takes a while: whoever stopped the closing meanwhile has stopped it.
                if (cycle is not { IsCollecting: true, Paused: null, CloseRequestedAt: not null, CountUnsubmittedFor: not null })
                {
                    continue;
                }
            }
            if (await TryCloseAsync(cycle, cancellationToken) is { } closing)
            {
                return closing;
            }
        }
    }

    private async Task<Closing?> TryCloseAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var book = await books.OfAsync(cycle, cancellationToken);
        var missing = book.Missing().Count();
        if (book.Entries.Count == 0 || (missing > 0 && !cycle.CloseAsIs))
        {
            await results.WriteMissingAsync(cycle.Id, book.Missing(), cancellationToken);
            var waiting = cycle.NotAskedToClose() with
            {
                State = CycleState.NeedsAttention,
                Missing = missing,
                MissingAtUploads = cycle.Uploads,
                Problem = null,
            };
            return await TryFindMissingAsync(cycle, waiting, cancellationToken) ? new Closing(Closed: false, null, 0) : null;
        }
        var frozen = book.Results(provisional: false) with
        {
            DefinitionSha256 = cycle.DefinitionSha256,
            ScoresSha256 = await results.WriteScoresAsync(cycle.Id, book.Scores(), cancellationToken),
        };
        var (sha256, pages, parts) = await results.WriteAsync(frozen, cancellationToken);
        var ruled = await RuledAsync(cycle, cancellationToken);
        var closed = ruled with
        {
            State = CycleState.Closed,
            HasManifest = true,
            ClosedAt = time.GetUtcNow(),
            CountUnsubmittedFor = null,
            Missing = missing,
            ResultsSha256 = sha256,
            ResultPartsSha256 = parts,
            Letters = frozen.Entries.Count(result => result.Average.HasValue),
            Pages = pages,
            Problem = null,
        };
        var entry = new TrailEntry(TrailKind.Closed, By: null, time.GetUtcNow())
        {
            Before = TrailValues.Of(("state", cycle.State)),
            After = TrailValues.Of(
                ("state", closed.State), ("closesAt", closed.ClosesAt), ("closeRequestedBy", closed.CloseRequestedBy), ("results", sha256),
                ("scores", frozen.ScoresSha256), ("definition", frozen.DefinitionSha256), ("uploads", closed.Uploads), ("entries", frozen.Entries.Count),
                ("letters", closed.Letters), ("missing", missing), ("round", closed.Round), ("emblem", closed.EmblemBlob), ("signature", closed.SignatureBlob),
                ("approval", closed.ApprovalRule ?? closed.RuleAtClosing), ("rule", closed.RuleAtClosing), ("amongPeople", closed.ClosedAmongPeople)),
        };
        return await cycles.TryCommitAsync(closed, [], entry, cancellationToken) is not null ? new Closing(Closed: true, null, pages) : null;
    }

    // What was said by whoever sat at the machine, before people were told apart, is no approver's word.
    private async Task<Cycle> RuledAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var isNobodys = approval.KnowsPeople && cycle.ApprovalRuleById == Actor.AnybodyHere;
        return (isNobodys ? cycle with { ApprovalRule = null, ApprovalRuleBy = null, ApprovalRuleById = null } : cycle) with
        {
            RuleAtClosing = approval.Default ?? (await cycles.DefinitionAsync(cycle, cancellationToken)).Approval,
            ClosedAmongPeople = approval.KnowsPeople,
        };
    }

    // A flow that looks again and finds the same has nothing new to tell.
    private async Task<bool> TryFindMissingAsync(Cycle before, Cycle waiting, CancellationToken cancellationToken)
    {
        if (before == waiting)
        {
            return true;
        }
        var entry = new TrailEntry(TrailKind.ScoresMissing, By: null, time.GetUtcNow())
        {
            Before = TrailValues.Of(("state", before.State), ("closesAt", before.ClosesAt), ("closeRequestedBy", before.CloseRequestedBy)),
            After = TrailValues.Of(
                ("state", waiting.State),
                ("closesAt", waiting.ClosesAt),
                ("missing", waiting.Missing),
                ("uploads", waiting.Uploads),
                ("entries", waiting.Entries)),
        };
        return await cycles.TryCommitAsync(waiting, [], entry, cancellationToken) is not null;
    }

    private async Task<bool> TryReplaceAsync(Cycle before, Cycle after, CancellationToken cancellationToken) =>
        before == after || await cycles.TryReplaceAsync(after, cancellationToken);
}
