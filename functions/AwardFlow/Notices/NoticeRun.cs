using AwardFlow.Cycles;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Notices;

/// <summary>Tells people of the office, and judges, by mail that they are waited for, each once an occasion.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="desk">Knows who is waited for.</param>
/// <param name="sender">Hands notices over.</param>
/// <param name="judges">Knows what judges are told.</param>
/// <param name="logger">Says about which cycle nobody could be told.</param>
public sealed partial class NoticeRun(CycleStore cycles, NoticeDesk desk, NoticeSender sender, JudgeMails judges, ILogger<NoticeRun> logger)
{
    /// <summary>Looks at every cycle, and tells whoever is to be told. What goes wrong with one keeps nobody from the others.</summary>
    /// <param name="cancellationToken">Stops between mails; one that is going out goes out whole.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var cycle in cycles.ListAsync(cancellationToken))
        {
            // Of a paused cycle nobody is told: a restored copy is to mail nothing.
            // What is completed may have corrections yet.
            if (cycle.IsDraft || cycle.Paused is not null || (cycle.IsFinished && cycle.Corrections == 0))
            {
                continue;
            }
            try
            {
                await SeeToAsync(cycle, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogFailed(cycle.Id, e);
            }
        }
    }

    private async Task SeeToAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var waiting = await desk.PlanAsync(cycle, cancellationToken);
        if (waiting.Count == 0)
        {
            return;
        }
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        await using var session = sender.Open();
        foreach (var (notice, stillHolds) in waiting)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (holds, link) = notice.Judge is null ? (stillHolds, null) : await judges.LinkAsync(notice, cancellationToken);
            if (!holds)
            {
                await sender.OvertakeAsync(notice);
            }
            else if (sender.IsDue(notice))
            {
                await sender.SendAsync(session, notice, cycle, definition, link);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Cycle {CycleId}: nobody could be told of what it waits for")]
    private partial void LogFailed(CycleId cycleId, Exception exception);
}
