
namespace AwardFlow.IntegrationTests.Crashes;

public class SharedStorageTests
{
    private const string Id = "shared-2564";

    [Fact]
    public async Task Two_processes_on_one_storage_account_send_one_mail_an_entry()
    {
        await using var world = await SendingWorld.StartAsync();
        var codes = TestSheets.Codes(130);
        var sending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.SendGrid.Meets = n =>
        {
            sending.TrySetResult();
            return SendGridServer.Manner.Takes;
        };
        // What the provider holds must not time out before the second one has begun.
        await using var one = world.Serve("one", settings: ("Mail__Timeout", "00:00:20"));
        using var client = AwardFlowClient.OfBothRoles(await one.AddressAsync());
        await SendingWorld.OpenCycleAsync(client, Id, codes);
        world.SendGrid.Slowness = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await AwardFlowClient.SucceedAsync(await client.PostAsync($"/api/cycles/{Id}/close"));
        await sending.Task;
        // The second one finds the cycle in the middle of sending.
        await using var two = world.Serve("two");
        await two.AddressAsync();
        await two.Output.WaitForAsync("SendPage of PageRef", "begins");
        world.SendGrid.Slowness.SetResult();
        await one.Output.WaitForAsync($"FinishSending of CycleRef {{ CycleId = {Id} }}: True");
        await two.Output.WaitForAsync($"FinishSending of CycleRef {{ CycleId = {Id} }}: True");
        Assert.Equal(0, await world.NothingLostAsync(client, Id, codes));
    }

    [Fact]
    public async Task A_storage_account_that_goes_away_and_comes_back_during_sending_loses_and_doubles_nothing()
    {
        await using var world = await SendingWorld.StartAsync();
        var codes = TestSheets.Codes(130);
        var middle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.SendGrid.Meets = n =>
        {
            if (n == 40)
            {
                middle.TrySetResult();
            }
            return SendGridServer.Manner.Takes;
        };
        await using var process = world.Serve();
        using var client = AwardFlowClient.OfBothRoles(await process.AddressAsync());
        await SendingWorld.OpenCycleAsync(client, Id, codes);
        await AwardFlowClient.SucceedAsync(await client.PostAsync($"/api/cycles/{Id}/close"));
        await middle.Task;
        await world.RestartStorageAsync();
        await process.Output.WaitForAsync($"FinishSending of CycleRef {{ CycleId = {Id} }}: True");
        Assert.Equal(0, await world.NothingLostAsync(client, Id, codes));
    }
}
