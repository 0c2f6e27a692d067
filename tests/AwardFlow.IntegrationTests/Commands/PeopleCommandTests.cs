using System.Net;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Commands;

public sealed class PeopleCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task People_come_and_go_while_the_server_runs_on_the_same_folder()
    {
        await using var serve = LocalProcess.Serve(_folder.Of("data"));
        var address = await serve.AddressAsync();
        var key = await PeopleAsync("add", "มาลี ใจดี", "--role", "operator", "--role", "desk", "--position", "หัวหน้าศูนย์", "--email", "malee@example.go.th");
        using var malee = new AwardFlowClient(address, key);
        Assert.Equal("มาลี ใจดี", (await malee.GetJsonAsync("/api/caller"))["name"]!.GetValue<string>());
        var listed = await PeopleAsync("list");
        Assert.Contains("มาลี ใจดี\toperator, desk\tหัวหน้าศูนย์\tmalee@example.go.th\tkey of ", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(key, listed, StringComparison.Ordinal);
        Assert.Empty(await PeopleAsync("revoke", "มาลีใจดี"));
        using var response = await malee.Http.GetAsync("/api/caller", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await PeopleAsync("list"));
        Assert.Equal(0, await serve.InterruptAsync());
        Assert.DoesNotContain(key, serve.Output.All + serve.Errors.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add", "local", "--role", "operator")]
    [InlineData("add", "มาลี", "--role", "boss")]
    [InlineData("add", "มาลี")]
    [InlineData("revoke", "มาลี")]
    [InlineData("change", "มาลี", "--no-email", "--email", "malee@example.go.th")]
    public async Task What_cannot_be_ends_with_2_and_a_line(params string[] arguments)
    {
        await using var command = LocalProcess.Start(
            new Dictionary<string, string>(StringComparer.Ordinal), ["people", .. arguments, "--data", _folder.Of("data")]);
        Assert.Equal(2, await command.ExitAsync());
        Assert.NotEmpty(Assert.Single(command.Errors.All.Trim().Split('\n')));
    }

    private async Task<string> PeopleAsync(params string[] arguments)
    {
        await using var command = LocalProcess.Start(
            new Dictionary<string, string>(StringComparer.Ordinal), ["people", .. arguments, "--data", _folder.Of("data")]);
        Assert.True(await command.ExitAsync() == 0, command.Errors.All);
        return command.Output.All.Trim();
    }
}
