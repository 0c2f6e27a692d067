using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Scoring;
using Microsoft.DurableTask;

namespace AwardFlow.Workflow;

/// <summary>Mails one letter that waits to be mailed.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="ledger">The delivery ledger.</param>
/// <param name="sender">Mails a letter.</param>
/// <param name="run">Runs it.</param>
public sealed class SendLetter(CycleStore cycles, ResultsStore results, DeliveryLedger ledger, LetterSender sender, ActivityRun run) : TaskActivity<LetterRef, PageSent>
{
    /// <inheritdoc/>
    public override Task<PageSent> RunAsync(TaskActivityContext context, LetterRef input) => run.AsAsync(context, input, async stopping =>
    {
        if (await ledger.FindAsync(input.CycleId, input.EntryCode, stopping) is not { IsSettled: false } row)
        {
            return new PageSent(0);
        }
        var cycle = await cycles.GetAsync(input.CycleId, stopping);
        var page = await results.ReadPageAsync(cycle, row.Page, stopping);
        var entry = page.First(result => result.Entry.Code == input.EntryCode).Entry;
        return await sender.SendAsync(await cycles.DefinitionAsync(cycle, stopping), [(entry, row)], stopping);
    });
}
