using AwardFlow.Cycles;
using AwardFlow.Trail;

namespace AwardFlow.Intake.Judging;

/// <summary>Finds what judges still owe when a cycle is to be closed, and counts what they typed where a person had that done.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="contexts">What there is to score.</param>
/// <param name="boards">How far judges are.</param>
/// <param name="submissions">Submits what was typed.</param>
public sealed class UnsubmittedScores(CycleStore cycles, JudgingContexts contexts, JudgeBoards boards, JudgeSubmissions submissions)
{
    /// <summary>
    /// Submits what judges typed, in the name of who had it counted. It is written with the request to close, so whoever closes
    /// does it first: cut off and run again, it does what is left.
    /// </summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task CountAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        if (cycle is not { IsCollecting: true, CloseRequestedAt: not null, Paused: null, CountUnsubmittedFor: { } by })
        {
            return;
        }
        await SubmitAsync(await OfAsync(cycle, cancellationToken), by, cancellationToken);
    }

    /// <summary>Submits what was found typed, as it now stands.</summary>
    internal async Task SubmitAsync(
        IReadOnlyList<(JudgeProgress Progress, UnsubmittedSheet Row, bool LacksPaper)> sheets, Actor by, CancellationToken cancellationToken)
    {
        foreach (var found in sheets.Where(each => each.Row.Typed && !each.LacksPaper))
        {
            try
            {
                await submissions.SubmitAsync(
                    found.Progress.Sitting, UploadSource.Unsubmitted, tag: null, confirm: null, overSheets: false, by, cancellationToken);
            }
            catch (Exception e) when (e is CycleConflictException or NotInCycleException)
            {
                // Another who closes was first with this one, or the cycle was extended meanwhile: then nothing is to be counted.
                // Or the judge's link was made anew just now: the flow, which counts again before scores are frozen, has it then.
            }
        }
    }

    /// <summary>Whoever still owes something, where any judge has a page.</summary>
    internal async Task<IReadOnlyList<(JudgeProgress Progress, UnsubmittedSheet Row, bool LacksPaper)>> OfAsync(
        Cycle cycle, CancellationToken cancellationToken)
    {
        var context = await contexts.OfAsync(cycle, cancellationToken);
        var judges = await boards.ProgressAsync(cycle, context, cancellationToken);
        return judges.Any(each => each.Sitting.Seat.Version.Length > 0) ? [.. judges.Where(each => each.Owed.Any()).Select(each => Found(each, context))] : [];
    }

    private static (JudgeProgress Progress, UnsubmittedSheet Row, bool LacksPaper) Found(JudgeProgress progress, JudgingContext context)
    {
        var sitting = progress.Sitting;
        var owed = progress.Owed.Select(entry => (entry.Code, Points: sitting.Points(progress.Draft(entry.Code)).Count)).ToList();
        var typed = owed.Exists(each => progress.Adds(each.Code));
        var (begun, complete) = (
            owed.Count(each => each.Points > 0 && each.Points < context.Criteria.Count), owed.Count(each => each.Points == context.Criteria.Count));
        var row = new UnsubmittedSheet(sitting.Judge, begun, complete, progress.ToScore.Count(), typed)
        {
            Owed = owed.Count,
            OtherWords = progress.Owed.Count(entry => progress.Adds(entry.Code) && sitting.IsOfOtherWords(entry, progress.Draft(entry.Code))),
        };
        return (progress, row, typed && sitting.Seat.Papers.Count == 0 && progress.ToScore.Any(entry => progress.Draft(entry.Code).IsFromPaper));
    }
}
