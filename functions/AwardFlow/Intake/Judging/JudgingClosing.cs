using System.Globalization;
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
/// <param name="unsubmitted">Finds what judges owe, and counts what they typed.</param>
/// <param name="commands">Closes.</param>
public sealed class JudgingClosing(CycleStore cycles, UnsubmittedScores unsubmitted, CycleCommands commands)
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
            var open = await unsubmitted.OfAsync(cycle, cancellationToken);
            if (open.Count > 0 && ConfirmOf(cycle, open) is var wanted && wanted != confirm)
            {
                throw new UnsubmittedSheetsException([.. open.Select(each => each.Row)], wanted);
            }
            // Before anything is submitted: what came on paper is counted with its evidence, or not at all.
            if (countUnsubmitted && open.FirstOrDefault(each => each.LacksPaper).Progress is { } lacking)
            {
                throw new CycleConflictException(JudgingTexts.PaperMissing(lacking.Sitting.Judge));
            }
        }
        // That it is to be counted stands with the request, in one commit: whatever happens from here on, all of it is counted or nothing is closed.
        var closing = await commands.RequestCloseAsync(cycleId, countUnsubmitted, by, cancellationToken);
        await unsubmitted.CountAsync(cycleId, CancellationToken.None);
        return closing;
    }

    // What is typed meanwhile is no other question; who submits, comes to it, or is asked for more, is.
    private static string ConfirmOf(Cycle cycle, IReadOnlyList<(JudgeProgress Progress, UnsubmittedSheet Row, bool LacksPaper)> open)
    {
        var judges = open.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Progress.Sitting.Seat.Tag} {each.Row.Owed}"))
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{cycle.Round}\n{string.Join('\n', judges)}")))[..ConfirmLength];
    }
}
