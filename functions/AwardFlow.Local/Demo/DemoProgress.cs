using AwardFlow.Cycles;
using AwardFlow.Web.Answers;
using Spectre.Console;

namespace AwardFlow.Local.Demo;

/// <summary>Shows how far the cycle is: bars on a terminal, a line a change elsewhere.</summary>
internal static class DemoProgress
{
    /// <summary>Runs work that reports how the cycle stands.</summary>
    public static Task ShowAsync(Func<Action<CycleView>, Task> work) =>
        AnsiConsole.Profile.Capabilities.Interactive ? ShowBarsAsync(work) : ShowLinesAsync(work);

    private static Task ShowBarsAsync(Func<Action<CycleView>, Task> work) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(async context =>
        {
            var closing = context.AddTask("Waiting for the closing time").IsIndeterminate();
            var rendering = context.AddTask("Rendering letters", autoStart: false);
            var approval = context.AddTask("Waiting for approval", autoStart: false).IsIndeterminate();
            var sending = context.AddTask("Sending mails", autoStart: false);
            await work(cycle =>
            {
                if (cycle.State is not (CycleState.Open or CycleState.NeedsAttention))
                {
                    Finish(closing);
                    Advance(rendering, cycle.Rendered, cycle.Letters);
                }
                if (cycle.State == CycleState.AwaitingApproval)
                {
                    approval.StartTask();
                }
                if (cycle.State is CycleState.Sending or CycleState.Sent or CycleState.Completed)
                {
                    Finish(approval);
                    Advance(sending, cycle.Mailed, cycle.Letters);
                }
            });
        });

    private static async Task ShowLinesAsync(Func<Action<CycleView>, Task> work)
    {
        var last = "";
        await work(cycle =>
        {
            var line = cycle.State switch
            {
                CycleState.Closed => $"closed: {Percent(cycle.Rendered, cycle.Letters)} of {cycle.Letters} letters rendered",
                CycleState.Sending => $"sending: {Percent(cycle.Mailed, cycle.Letters)} of {cycle.Letters} mails sent",
                _ => $"{char.ToLowerInvariant(cycle.State.ToString()[0])}{cycle.State.ToString()[1..]}: waits for {cycle.WaitsFor}",
            };
            if (line != last)
            {
                AnsiConsole.WriteLine(line);
                last = line;
            }
        });
    }

    // In tens, so that a log of thousands of letters stays short.
    private static string Percent(int done, int all) => $"{(all == 0 ? 100 : done * 10 / all * 10)} %";

    private static void Advance(ProgressTask task, int done, int all)
    {
        task.StartTask();
        task.MaxValue = Math.Max(1, all);
        task.Value = all == 0 ? 1 : done;
    }

    private static void Finish(ProgressTask task)
    {
        task.StartTask();
        task.IsIndeterminate = false;
        task.Value = task.MaxValue;
    }
}
