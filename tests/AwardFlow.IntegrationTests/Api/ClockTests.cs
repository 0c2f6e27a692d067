using System.Net;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>A clock that somebody sets while the server runs closes, reminds and completes nothing.</summary>
public sealed class ClockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedStorage _storage;

    public ClockTests() => _storage = EmbeddedStorage.Open(_folder.Of("data"));

    public void Dispose()
    {
        _storage.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_open_cycle_stays_open_until_a_person_confirms_the_time()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var id = await server.OpenCycleAsync(entries: 1);
        await SetAheadAsync(server, TimeSpan.FromDays(31));
        Assert.Equal("open", await server.Client.StateAsync(id));
        var clock = await server.Client.GetJsonAsync("/api/clock");
        Assert.Equal((false, "parted"), ((bool)clock["isBelieved"]!, (string)clock["doubt"]!));

        using var wrong = await server.Client.PostAsync("/api/clock", new { now = server.Time.GetUtcNow() });
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync("/api/clock", new { now = server.Wall.GetUtcNow() }));
        Assert.True((bool)(await server.Client.GetJsonAsync("/api/clock"))["isBelieved"]!);
        server.Time.Advance(TimeSpan.FromMinutes(1));
        await server.DoneAsync("CloseScores", id, "Closed = True");
    }

    [Fact]
    public async Task A_sent_cycle_is_neither_reminded_nor_completed_while_the_clock_is_wrong_and_goes_on_when_it_is_right()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var id = await server.SendCycleAsync(entries: 3);
        await SetAheadAsync(server, TimeSpan.FromDays(31));
        Assert.Equal(("sent", 3), (await server.Client.StateAsync(id), server.MailsOf(id).Length));
        // What a person asks for is done.
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/resend", new { reason = "lost" }));
        await server.ResentAsync(id, "E0001");
        server.Wall.Ahead = TimeSpan.Zero;
        server.Time.Advance(TimeSpan.FromDays(40));
        await server.FinishedAsync(id);
    }

    // Long enough for the sweep and the cycles' own timers to look at the time.
    private static async Task SetAheadAsync(LocalServer server, TimeSpan ahead)
    {
        server.Wall.Ahead = ahead;
        for (var minute = 0; minute < 3; minute++)
        {
            server.Time.Advance(TimeSpan.FromMinutes(1));
            await server.Client.GetJsonAsync("/api/cycles");
        }
        await server.Log.WaitForAsync("The clock was set while AwardFlow ran");
    }
}
