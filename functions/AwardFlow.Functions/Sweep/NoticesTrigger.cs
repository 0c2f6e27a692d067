using AwardFlow.Notices;
using Microsoft.Azure.Functions.Worker;

namespace AwardFlow.Functions.Sweep;

/// <summary>
/// Tells people by mail that they are waited for, as often as the sweep runs and apart from it: neither a slow mail service nor
/// a cycle that cannot be seen to holds the other up.
/// </summary>
/// <param name="notices">Tells them.</param>
/// <param name="time">The clock.</param>
internal sealed class NoticesTrigger(NoticeRun notices, TimeProvider time)
{
    // The last mail begun by then, with the longest that a mail may take, ends before the host ends the function.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    /// <summary>Tells whoever is to be told, as far as the time goes; the next run goes on.</summary>
    [Function("Notices")]
    public async Task RunAsync([TimerTrigger("%ClosingSweep%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        using var over = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over.Token);
        try
        {
            await notices.RunAsync(either.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // Some are left for the next run.
        }
    }
}
