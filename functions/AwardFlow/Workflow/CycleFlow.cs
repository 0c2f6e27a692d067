namespace AwardFlow.Workflow;

/// <summary>A cycle from its first upload to its last letter. The order of the stages stands here and nowhere else.</summary>
public static class CycleFlow
{
    /// <summary>
    /// The flow's version. Raise it with every change of what the flow calls or waits for, or of what a step takes or
    /// gives: a durable engine then starts the cycles in flight again from the top, where finished steps answer at once,
    /// instead of replaying their histories against a flow that they were not made by.
    /// </summary>
    public const int Version = 1;

    /// <summary>How many pages one sub-flow sees to, so that no history grows beyond a few hundred events.</summary>
    public const int PagesPerFlow = 100;

    /// <summary>Renders the letters of some pages.</summary>
    public static readonly SubFlow<PageRange> RenderPages = new("RenderPages", (flow, range) => EachPageAsync(flow, range, RenderPage.Step));

    /// <summary>Mails the letters of some pages.</summary>
    public static readonly SubFlow<PageRange> SendPages = new("SendPages", (flow, range) => EachPageAsync(flow, range, SendPage.Step));

    private static readonly string[] WhileCollecting = [Signals.Close, Signals.Extend, Signals.Upload];

    private static readonly string[] WhileAwaitingApproval = [Signals.Approve];

    /// <summary>Runs a cycle. Started again after a crash, it goes on where the steps' outcomes end.</summary>
    public static async Task RunAsync(IFlow flow, CycleRef cycle)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(cycle);

        var closing = await flow.CallAsync(CloseScores.Step, cycle);
        while (!closing.Closed)
        {
            await flow.WaitForSignalAsync(WhileCollecting, closing.LookAgainAt);
            closing = await flow.CallAsync(CloseScores.Step, cycle);
        }

        await AllPagesAsync(flow, RenderPages, cycle, closing.Pages);
        await flow.CallAsync(FinishRendering.Step, cycle);

        while (!await flow.CallAsync(ReleaseLetters.Step, cycle))
        {
            await flow.WaitForSignalAsync(WhileAwaitingApproval, until: null);
        }

        await AllPagesAsync(flow, SendPages, cycle, closing.Pages);
        await flow.CallAsync(FinishSending.Step, cycle);
    }

    private static Task AllPagesAsync(IFlow flow, SubFlow<PageRange> subFlow, CycleRef cycle, int pages) => Task.WhenAll(
        Enumerable.Range(0, (pages + PagesPerFlow - 1) / PagesPerFlow).Select(i => flow.CallAsync(
            subFlow, new PageRange(cycle.CycleId, i * PagesPerFlow + 1, Math.Min(pages, (i + 1) * PagesPerFlow)))));

    private static Task EachPageAsync(IFlow flow, PageRange range, Step<PageRef, int> step) => Task.WhenAll(
        Enumerable.Range(range.First, range.Last - range.First + 1).Select(page => flow.CallAsync(step, new PageRef(range.CycleId, page))));
}
