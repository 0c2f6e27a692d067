using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Commands;

/// <summary>What can be wrong with a data folder is said in words and by the exit code.</summary>
public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Data => _folder.Of("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_of_an_earlier_version_is_refused_and_left_alone_until_it_is_imported()
    {
        Directory.CreateDirectory(Path.Combine(Data, "azurite"));
        await File.WriteAllTextAsync(Path.Combine(Data, "azurite", "__azurite_db_table__.json"), "{}", Cancelled);
        await using var serve = LocalProcess.Serve(Data);
        Assert.Equal(2, await serve.ExitAsync());
        Assert.Contains("--import", serve.Errors.All, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Data, EmbeddedStorage.DatabaseName)));
    }

    [Fact]
    public async Task An_import_brings_every_cycle_and_is_made_once()
    {
        await using var azurite = await AzuriteProcess.StartAsync(_folder.Of("azurite"), Cancelled);
        var id = await CycleAsync(azurite);

        await using (var serve = Serve("--import", azurite.ConnectionString))
        {
            using var client = new AwardFlowClient(await serve.AddressAsync());
            Assert.Equal(
                (2, 1, "open"),
                (
                    (int)(await client.GetJsonAsync($"/api/cycles/{id}"))["entries"]!,
                    (await client.GetJsonAsync("/api/cycles")).AsArray().Count,
                    await client.StateAsync(id)));
            await AwardFlowClient.SucceedAsync(await client.PostAsync($"/api/cycles/{id}/close"));
            Assert.Contains("Imported 1 cycles", serve.Output.All, StringComparison.Ordinal);
            await serve.KillAsync();
        }
        await using var again = Serve("--import", azurite.ConnectionString);
        Assert.Equal(2, await again.ExitAsync());
        Assert.Contains("has cycles already", again.Errors.All, StringComparison.Ordinal);
        await using var after = Serve();
        // What was answered before the kill is done.
        await after.Output.WaitForAsync("CloseScores", "Closed = True");
    }

    [Fact]
    public async Task A_damaged_database_is_told_at_the_start()
    {
        using (var storage = EmbeddedStorage.Open(Data))
        {
            await storage.Rows.CommitAsync("c", [.. Enumerable.Range(0, 100).Select(number => RowChange.Add($"k{number}", new string('1', 1000)))], Cancelled);
        }
        var path = Path.Combine(Data, EmbeddedStorage.DatabaseName);
        var bytes = await File.ReadAllBytesAsync(path, Cancelled);
        bytes.AsSpan(bytes.Length / 2, 4096).Fill(0x55);
        await File.WriteAllBytesAsync(path, bytes, Cancelled);

        await using var serve = Serve();
        Assert.Equal(1, await serve.ExitAsync());
        Assert.Contains("is damaged; put back its last backup", Assert.Single(serve.Errors.All.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_told()
    {
        // A file where the folder should be: unlike rights, it stops root too.
        await File.WriteAllTextAsync(Data, "", Cancelled);
        await using var serve = Serve();
        Assert.Equal(2, await serve.ExitAsync());
        Assert.Contains(Data, Assert.Single(serve.Errors.All.Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(80)]
    [InlineData(300)]
    public async Task A_disk_that_fills_up_ends_the_demo_with_1_and_in_words(int kibibytes)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A limit on the size of files is Unix's.");
        await using var demo = LocalProcess.Limited(kibibytes, "demo", "--out", _folder.Of("out"));
        Assert.Equal(1, await demo.ExitAsync());
        Assert.Contains("full", demo.Errors.All, StringComparison.OrdinalIgnoreCase);
    }

    private LocalProcess Serve(params string[] more) => LocalProcess.Start(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging__LogLevel__AwardFlow"] = "Debug" },
        ["serve", "--url", "http://127.0.0.1:0", "--data", Data, .. more]);

    private static async Task<string> CycleAsync(AzuriteProcess azurite)
    {
        await using var server = await LocalServer.StartAsync(
            AzureStorage.TryConnect(azurite.ConnectionString, out var storage) ? storage : throw new InvalidOperationException());
        return await server.OpenCycleAsync(entries: 2, definition => definition with { ClosesAt = DateTimeOffset.UtcNow.AddDays(1) });
    }
}
