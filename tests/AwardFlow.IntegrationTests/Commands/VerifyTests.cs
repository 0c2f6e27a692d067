using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Commands;

/// <summary>The command that says whether trails are whole.</summary>
public sealed class VerifyTests : IDisposable
{
    private static readonly Dictionary<string, string> NoSettings = [];

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_says_of_each_trail_whether_it_is_whole_and_where_not()
    {
        var id = await MadeAsync();

        var (whole, words) = await VerifyAsync();
        Assert.Equal(0, whole);
        Assert.Matches($"{id}: whole, 4 lines, \\d+ rows compared, sha256 [0-9a-f]{{64}}", words);

        using (var storage = EmbeddedStorage.Open(_folder.Path))
        {
            var row = (await storage.Rows.FindAsync(id, "trailvalue!00000002", Cancelled))!;
            await storage.Rows.CommitAsync(
                id, RowChange.Put(row.Key, row.Json.Replace("\"rows\":\"1\"", "\"rows\":\"2\"", StringComparison.Ordinal)), Cancelled);
        }
        var (bent, where) = await VerifyAsync("--cycle", id);
        Assert.Equal(1, bent);
        Assert.Contains($"{id}: NOT WHOLE", where, StringComparison.Ordinal);
        Assert.Contains($"{id}: line 2: its values were altered", where, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--cycle", "no-such-cycle")]
    [InlineData("--cycle", "Not An Id")]
    [InlineData("--surprise", "1")]
    public async Task What_it_is_not_to_do_it_says_with_two(string option, string value)
    {
        await MadeAsync();
        Assert.Equal(2, (await VerifyAsync(option, value)).Code);
    }

    [Fact]
    public async Task A_folder_without_data_is_not_made()
    {
        await using var verify = LocalProcess.Start(NoSettings, "verify", "--data", _folder.Of("nowhere"));
        Assert.Equal(2, await verify.ExitAsync());
        Assert.False(Directory.Exists(_folder.Of("nowhere")));
    }

    private async Task<string> MadeAsync()
    {
        using var storage = EmbeddedStorage.Open(_folder.Path);
        await using var server = await LocalServer.StartAsync(storage);
        return await server.OpenCycleAsync(entries: 1);
    }

    private async Task<(int Code, string Words)> VerifyAsync(params string[] arguments)
    {
        await using var verify = LocalProcess.Start(NoSettings, ["verify", "--data", _folder.Path, .. arguments]);
        var code = await verify.ExitAsync();
        return (code, $"{verify.Output.All}\n{verify.Errors.All}");
    }
}
