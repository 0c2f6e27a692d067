using AwardFlow.Delivery;

namespace AwardFlow.Workflow;

/// <summary>A cycle from its first upload to its last receipt. The order of the stages stands here and nowhere else.</summary>
public static class CycleFlow
{
    /// <summary>
    /// The flow's version. Raise it with every change of what the flow calls or waits for, or of what a step takes or
    /// gives: a durable engine then starts the cycles in flight again from the top, where finished steps answer at once,
    /// instead of replaying their histories against a flow that they were not made by.
    /// </summary>
    public const int Version = 2;

    /// <summary>How many pages one sub-flow sees to, so that no history grows beyond some 3,000 events.</summary>
    public const int PagesPerFlow = 100;

    /// <summary>Renders the letters of some pages.</summary>
    public static readonly SubFlow<PageRange> RenderPages = new(
        "RenderPages", (flow, range) => EachPageAsync(range, page => flow.CallAsync(RenderPage.Step, page)));

    /// <summary>Mails the letters of some pages.</summary>
    public static readonly SubFlow<PageRange> SendPages = new("SendPages", (flow, range) => EachPageAsync(range, page => MailPageAsync(flow, SendPage.Step, page)));

    /// <summary>Reminds the recipients of some pages.</summary>
    public static readonly SubFlow<PageRange> RemindPages = new("RemindPages", (flow, range) => EachPageAsync(range, page => MailPageAsync(flow, RemindPage.Step, page)));

    // Every look adds to the sub-flow's history. Beyond this it ends, and the next round has a new one.
    private const int MostLooks = 5;

    // Beyond this a flow gives up and says so; its engine starts it again later, with a new history.
    private const int MostTroubles = 10;

    private static readonly string[] WhileCollecting = [Signals.Close, Signals.Extend, Signals.Upload];

    private static readonly string[] WhileAwaitingApproval = [Signals.Approve];

    private static readonly string[] WhileAwaitingReceipts = [Signals.Resend, Signals.Receipts];

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

        var next = new FollowUp(FollowUpKind.Send);
        while (next.Next != FollowUpKind.Done)
        {
            switch (next.Next)
            {
                case FollowUpKind.Send:
                    await SendAllAsync(flow, cycle, closing.Pages);
                    break;
                case FollowUpKind.Remind:
                    await AllPagesAsync(flow, RemindPages, cycle, closing.Pages);
                    break;
                default:
                    await flow.WaitForSignalAsync(WhileAwaitingReceipts, next.LookAgainAt);
                    break;
            }
            next = await flow.CallAsync(FollowUpReceipts.Step, cycle);
        }
    }

    private static async Task SendAllAsync(IFlow flow, CycleRef cycle, int pages)
    {
        do
        {
            await AllPagesAsync(flow, SendPages, cycle, pages);
        }
        while (!await flow.CallAsync(FinishSending.Step, cycle));
    }

    // A page is mailed in one call, unless the pace, the mail service or an unknown outcome asks to wait.
    private static async Task MailPageAsync(IFlow flow, Step<PageRef, PageSent> step, PageRef page)
    {
        var (looks, troubles) = (0, 0);
        while (looks < MostLooks && await flow.CallAsync(step, page) is { LookAgainAt: { } lookAgainAt } sent)
        {
            (looks, troubles) = sent.InTrouble ? (looks, troubles + 1) : (looks + 1, 0);
            if (troubles > MostTroubles)
            {
                throw new MailServiceAwayException();
            }
            await flow.WaitForSignalAsync([], lookAgainAt);
        }
    }

    private static Task AllPagesAsync(IFlow flow, SubFlow<PageRange> subFlow, CycleRef cycle, int pages) => Task.WhenAll(
        Enumerable.Range(0, (pages + PagesPerFlow - 1) / PagesPerFlow).Select(i => flow.CallAsync(
            subFlow, new PageRange(cycle.CycleId, i * PagesPerFlow + 1, Math.Min(pages, (i + 1) * PagesPerFlow)))));

    private static Task EachPageAsync(PageRange range, Func<PageRef, Task> seeTo) => Task.WhenAll(
        Enumerable.Range(range.First, range.Last - range.First + 1).Select(page => seeTo(new PageRef(range.CycleId, page))));
}
