using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Tests.Delivery;

public sealed class DeliveryLedgerTests
{
    private static readonly CycleId Cycle = CycleId.Parse("test-2564");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_is_not_changed_beside_something_that_was_changed_meanwhile()
    {
        using var world = new LedgerWorld(TimeProvider.System);
        await world.EnterAsync(Cycle, 1, "E1", "E2");
        var (letter, beside) = (await FindAsync(world, "E1"), await FindAsync(world, "E2"));
        var actor = Actor.Named("malee");
        Assert.NotNull(await world.Ledger.TryChangeAsync(beside, beside with { Address = "other@entrant.example" }, DeliveryCause.Taken, actor, Cancelled));

        // Held it counts otherwise on its page; the page is not what stands in the way, so it is not tried again for ever.
        var changed = await world.Ledger.TryChangeAsync(
            letter, letter with { State = DeliveryState.Held, Why = DeliveryCause.HeldUnsure },
            DeliveryCause.HeldUnsure, actor, Cancelled, RowChange.Replace(beside));
        Assert.Null(changed);
        Assert.Equal(letter.State, (await FindAsync(world, "E1")).State);
    }

    [Fact]
    public async Task Of_some_pages_no_tally_of_another_is_read()
    {
        using var world = new LedgerWorld(TimeProvider.System);
        foreach (var page in new[] { 1, 2, 3, 20 })
        {
            await world.EnterAsync(Cycle, page, $"E{page}");
        }
        Assert.Equal([2, 3], (await world.Ledger.TalliesAsync(Cycle, 2, 19, Cancelled)).Select(tally => tally.Page));
        Assert.Equal([1, 2, 3, 20], (await world.Ledger.TalliesAsync(Cycle, Cancelled)).Select(tally => tally.Page));
    }

    private static async Task<LetterDelivery> FindAsync(LedgerWorld world, string code) =>
        (await world.Ledger.FindAsync(Cycle, EntryCode.Parse(code), Cancelled))!;
}
