using System.Net;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>What the API says where storage cannot do what is asked, and that nothing is sent that could not be recorded.</summary>
public sealed class StorageFaultsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedStorage _embedded;
    private readonly FaultyStorage _storage;

    public StorageFaultsTests()
    {
        _embedded = EmbeddedStorage.Open(_folder.Of("data"));
        _storage = new FaultyStorage(_embedded);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _embedded.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(StorageFault.Full, HttpStatusCode.InsufficientStorage, "The disk is full.", "พื้นที่จัดเก็บข้อมูลเต็ม")]
    [InlineData(StorageFault.ReadOnly, HttpStatusCode.ServiceUnavailable, "cannot be written to", "ไม่สามารถเขียนข้อมูล")]
    [InlineData(StorageFault.Damaged, HttpStatusCode.ServiceUnavailable, "put back the last backup", "ข้อมูลสำรองล่าสุด")]
    [InlineData(StorageFault.Unavailable, HttpStatusCode.ServiceUnavailable, "Try again", "โปรดลองใหม่")]
    public async Task What_cannot_be_stored_is_refused_in_words_and_not_half_stored(StorageFault fault, HttpStatusCode status, string english, string thai)
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        _storage.Commits = new StorageException(fault, "a disk's own words");
        foreach (var (language, words) in new[] { ("en", english), ("th", thai) })
        {
            server.Client.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
            server.Client.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            using var refused = await server.Client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(["E1"]));
            Assert.Equal((status, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
            var detail = (string)(await AwardFlowClient.JsonAsync(refused))["detail"]!;
            Assert.Contains(words, detail, StringComparison.Ordinal);
            Assert.DoesNotContain("a disk's own words", detail, StringComparison.Ordinal);
        }
        _storage.Commits = null;
        Assert.Equal(0, (int)(await server.Client.GetJsonAsync($"/api/cycles/{definition.Id}"))["entries"]!);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_as_well()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        _storage.Reads = new StorageException(StorageFault.Unavailable, "away");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Client.Http.GetAsync($"/api/cycles/{definition.Id}", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Client.Http.GetAsync("/api/cycles", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_disk_that_is_almost_full_stops_sending_before_anything_goes_that_it_could_not_record()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var id = await server.OpenCycleAsync(entries: 5);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        _storage.Room = new StorageException(StorageFault.Full, "The disk is almost full.");
        await server.Client.ApproveAsync(id);
        await server.Log.WaitForAsync("SendPage of ", id, "failed");
        Assert.Empty(server.MailsOf(id));
        _storage.Room = null;
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(20), async () => await server.Client.StateAsync(id) == "sent");
        Assert.Equal(5, server.MailsOf(id).Length);
    }
}
