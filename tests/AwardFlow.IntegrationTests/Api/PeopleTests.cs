using System.Net;
using System.Text;
using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Local.People;
using AwardFlow.Web.Access;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>People with keys of their own, while the server runs.</summary>
public sealed class PeopleTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string FilePath => _folder.Of(PeopleFile.Name);

    private PeopleList List => new(new DirectoryInfo(_folder.Path), TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_person_is_told_who_he_or_she_is()
    {
        var key = List.Add("มาลี ใจดี", ["operator", "desk"], ["หัวหน้าศูนย์"], "malee@example.go.th");
        await using var server = await StartAsync();
        using var malee = new AwardFlowClient(server.Address, key);
        var caller = await malee.GetJsonAsync("/api/caller");
        Assert.Equal(("มาลี ใจดี", "malee@example.go.th"), (caller["name"]!.GetValue<string>(), caller["email"]!.GetValue<string>()));
        Assert.Equal(["Operator", "Desk"], caller["roles"]!.AsArray().Select(role => role!.GetValue<string>()));
        Assert.Equal(["หัวหน้าศูนย์"], caller["positions"]!.AsArray().Select(title => title!.GetValue<string>()));
        Assert.Equal($"person:{List.Read()[0].Id}", caller["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_first_person_closes_a_server_that_was_open_to_its_machine_and_asks_for_approval()
    {
        await using var server = await StartAsync();
        var settings = server.Services.GetRequiredService<ApprovalSettings>();
        Assert.Equal((HttpStatusCode.OK, null), (await StatusAsync(server, key: null), settings.Default));
        var key = List.Add("มาลี", ["operator"], [], email: null);
        Assert.Equal((HttpStatusCode.Unauthorized, Approval.Required), (await StatusAsync(server, key: null), settings.Default));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, key));
        List.Revoke("มาลี");
        // It stays closed when the last one goes.
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (await StatusAsync(server, key: null), await StatusAsync(server, key)));
    }

    [Fact]
    public async Task What_is_changed_about_a_person_holds_from_the_next_request_on()
    {
        var first = List.Add("มาลี", ["desk"], [], email: null);
        await using var server = await StartAsync();
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Forbidden),
            (await StatusAsync(server, first), await StatusAsync(server, first, "/api/cycles/no-such-cycle/results")));
        List.Change("มาลี", null, ["chair"], null, null);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(server, first, "/api/cycles/no-such-cycle/results"));
        var second = List.Renew("มาลี");
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await StatusAsync(server, first), await StatusAsync(server, second)));
        List.Revoke("มาลี");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, second));
    }

    [Fact]
    public async Task A_damaged_list_lets_nobody_of_it_in_is_told_in_the_log_and_leaves_the_settings_keys_alone()
    {
        var key = List.Add("มาลี", ["operator"], [], email: null);
        await using var server = await StartAsync(AwardFlowClient.Keys);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, key));
        await File.WriteAllTextAsync(FilePath, (await File.ReadAllTextAsync(FilePath, Cancelled))[..^20], Cancelled);
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, HttpStatusCode.Unauthorized, HttpStatusCode.OK),
            (await StatusAsync(server, key), await StatusAsync(server, key: null), await StatusAsync(server, AwardFlowClient.OperatorKey)));
        await server.Log.WaitForAsync("Nobody of the list of people is let in", "is damaged");
        Assert.DoesNotContain(key, server.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_does_not_start_on_a_damaged_list()
    {
        await File.WriteAllTextAsync(FilePath, "{", Cancelled);
        await Assert.ThrowsAsync<Local.UsageException>(() => StartAsync());
    }

    [Fact]
    public async Task Who_is_on_the_list_may_have_real_mail_sent_without_a_key_in_the_settings()
    {
        List.Add("มาลี", ["operator"], [], email: null);
        await using var server = await StartAsync([("Public:Url", "http://127.0.0.1:0")]);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, key: null));
    }

    [Fact]
    public async Task Two_keys_at_once_open_nothing_even_where_each_would()
    {
        var (malee, wichai) = (List.Add("มาลี", ["operator"], [], email: null), List.Add("วิชัย", ["approver"], [], email: null));
        await using var server = await StartAsync();
        foreach (var keys in new[] { [malee, wichai], [malee, malee], new[] { malee, "" }, [$"{malee}, {wichai}"], [$"{malee},"] })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await RawAsync(server, keys));
        }
    }

    [Fact]
    public async Task A_key_in_another_case_in_the_address_or_in_another_header_opens_nothing()
    {
        var key = List.Add("มาลี", ["operator"], [], email: null);
        await using var server = await StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, key.ToUpperInvariant()));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, key.ToLowerInvariant()));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, key: null, $"/api/caller?X-Api-Key={key}&key={key}"));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Address}/api/caller");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        request.Headers.TryAddWithoutValidation("X_Api_Key", key);
        request.Headers.TryAddWithoutValidation("Cookie", $"X-Api-Key={key}");
        using var response = await server.Client.Http.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_directorys_header_that_somebody_wrote_opens_nothing_here_and_makes_nobody_another()
    {
        const string principal =
            """{"auth_typ":"aad","role_typ":"roles","claims":[{"typ":"oid","val":"1"},{"typ":"preferred_username","val":"x@example.go.th"},{"typ":"roles","val":"Approver"}]}""";
        var key = List.Add("มาลี", ["operator"], [], email: null);
        await using var server = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Address}/api/caller");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(principal)));
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL-ID", "1");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL-NAME", "x@example.go.th");
        using var nobody = await server.Client.Http.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        using var malee = new AwardFlowClient(server.Address, key);
        malee.Http.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(principal)));
        Assert.Equal("มาลี", (await malee.GetJsonAsync("/api/caller"))["name"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Forbidden, (await malee.PostAsync("/api/cycles/no-such-cycle/approve")).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_post_of_another_site_changes_nothing_on_an_open_server(string header, string value)
    {
        await using var server = await StartAsync();
        foreach (var path in new[] { "/api/cycles/no-such-cycle/approve", "/api/cycles/no-such-cycle/close", "/api/clock" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, server.Address + path) { Content = new StringContent("", Encoding.UTF8, "text/plain") };
            request.Headers.TryAddWithoutValidation(header, value);
            using var response = await server.Client.Http.SendAsync(request, Cancelled);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    private Task<LocalServer> StartAsync(IEnumerable<(string Key, string Value)>? settings = null) =>
        LocalServer.StartAsync(embedded, [.. settings ?? [], ("People:File", FilePath)]);

    private static async Task<HttpStatusCode> StatusAsync(LocalServer server, string? key, string path = "/api/caller")
    {
        using var client = new AwardFlowClient(server.Address, key);
        using var response = await client.Http.GetAsync(path, Cancelled);
        return response.StatusCode;
    }

    // As they stand on the wire: a client's own library would join them.
    private static async Task<HttpStatusCode> RawAsync(LocalServer server, string[] keys)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(server.Address).Port, Cancelled);
        var request = $"GET /api/caller HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{string.Concat(keys.Select(key => $"X-Api-Key: {key}\r\n"))}\r\n";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Cancelled);
        using var reader = new StreamReader(socket.GetStream());
        return (HttpStatusCode)int.Parse((await reader.ReadLineAsync(Cancelled))!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
