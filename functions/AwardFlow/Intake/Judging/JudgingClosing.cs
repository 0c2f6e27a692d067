using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Trail;

namespace AwardFlow.Intake.Judging;

/// <summary>
/// Closes a cycle whose judges score on their pages. Scores count only when they are submitted, so it says beforehand who has
/// not, and asks: without them, or with what they typed.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="contexts">What there is to score.</param>
/// <param name="boards">How far judges are.</param>
/// <param name="desk">Opens sheets.</param>
/// <param name="submissions">Submits what was typed.</param>
/// <param name="commands">Closes.</param>
public sealed class JudgingClosing(CycleStore cycles, JudgingContexts contexts, JudgeBoards boards, JudgeDesk desk, JudgeSubmissions submissions, CycleCommands commands)
{
    private const int ConfirmLength = 16;

    /// <summary>Closes a cycle now; where scores were found missing, closes it as it is.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="confirm">Confirms that judges have not submitted; null for no.</param>
    /// <param name="countUnsubmitted">Whether what they typed is submitted first, marked so.</param>
    /// <param name="by">Who closes.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="UnsubmittedSheetsException">Judges have not submitted, and nobody confirmed that.</exception>
    /// <exception cref="CycleConflictException">What came on paper is to be counted, and its scan is missing.</exception>
    /// <inheritdoc cref="CycleCommands.CloseAsync" path="/exception"/>
    public async Task<Cycle> CloseAsync(CycleId cycleId, string? confirm, bool countUnsubmitted, Actor by, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        if (cycle is { IsCollecting: true, CloseRequestedAt: null, Paused: null, Entries: > 0 })
        {
            var open = await UnsubmittedAsync(cycle, cancellationToken);
            if (open.Count > 0 && ConfirmOf(cycle, open) is var wanted && wanted != confirm)
            {
                throw new UnsubmittedSheetsException([.. open.Select(each => each.Row)], wanted);
            }
            // Before anything is submitted: what came on paper is counted with its evidence, or not at all.
            if (countUnsubmitted && open.FirstOrDefault(each => each.LacksPaper).Sitting is { } lacking)
            {
                throw new CycleConflictException(JudgingTexts.PaperMissing(lacking.Judge));
            }
            foreach (var (sitting, _, _) in countUnsubmitted ? open.Where(each => each.Row.Typed) : [])
            {
                await SubmitAsync(sitting, by, cancellationToken);
            }
        }
        return await commands.CloseAsync(cycleId, by, cancellationToken);
    }

    private async Task SubmitAsync(JudgeSitting sitting, Actor by, CancellationToken cancellationToken)
    {
        // Each submission changes the cycle's row, so each sheet is opened on it anew.
        var now = await desk.AgainAsync(sitting, cancellationToken);
        // A sheet that came since counts instead.
        if (now.Submission is null && now.LastSheet()?.Number == sitting.LastSheet()?.Number)
        {
            await submissions.SubmitAsync(now, UploadSource.Unsubmitted, tag: null, confirm: null, by, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<(JudgeSitting Sitting, UnsubmittedSheet Row, bool LacksPaper)>> UnsubmittedAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var context = await contexts.OfAsync(cycle, cancellationToken);
        var sittings = await boards.SittingsAsync(cycle, context, cancellationToken);
        if (!sittings.Any(sitting => sitting.Seat.Version.Length > 0))
        {
            return [];
        }
        var drafts = await boards.DraftsAsync(cycle, cancellationToken);
        return
        [
            .. from sitting in sittings
               where sitting.Seat.Version.Length > 0 && sitting.Submission is null
               let own = drafts[JudgeSeat.TagOf(sitting.Judge)].ToDictionary(draft => draft.EntryCode)
               let states = sitting.Entries().Select(entry => own.GetValueOrDefault(entry.Code) ?? ScoreDraft.Of(cycle.Id, sitting.Judge, entry.Code))
                   .Select(draft => (State: sitting.StateOf(draft), Points: sitting.Points(draft).Count)).Where(each => each.State != DraftState.Recused).ToList()
               let saved = own.Values.Where(draft => draft.IsTyped).Max(draft => draft.SavedAt)
               // A sheet that came after all that was typed is the judge's last word.
               let typed = states.Exists(each => each.Points > 0) && !(sitting.LastSheet() is { } sheet && sheet.At >= saved)
               // Whoever has scored by a sheet alone lacks nothing here.
               where states.Count > 0 && (typed || sitting.LastSheet() is null)
               select (sitting, new UnsubmittedSheet(sitting.Judge, states.Count(each => each.Points > 0 && each.Points < context.Criteria.Count), states.Count(each => each.Points == context.Criteria.Count), states.Count, typed), typed && sitting.Seat.Papers.Count == 0 && CountsPaper(sitting, own)),
        ];
    }

    private static bool CountsPaper(JudgeSitting sitting, Dictionary<EntryCode, ScoreDraft> drafts) =>
        sitting.Entries().Any(entry => sitting.Declined(entry.Code) is null && drafts.TryGetValue(entry.Code, out var draft) && draft.IsFromPaper);

    // What is typed meanwhile is no other question; who submits, or comes to it, is.
    private static string ConfirmOf(Cycle cycle, IReadOnlyList<(JudgeSitting Sitting, UnsubmittedSheet Row, bool LacksPaper)> open)
    {
        var text = $"{cycle.Round}\n{string.Join('\n', open.Select(each => JudgeSeat.TagOf(each.Sitting.Judge)).Order(StringComparer.Ordinal))}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..ConfirmLength];
    }
}
