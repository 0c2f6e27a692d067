using System.Net;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>The ledger and the results a page at a time.</summary>
public class LongListsTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public async Task The_pages_of_the_ledger_are_the_ledger()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await RenderedCycleAsync(server, entries: 7);
        var whole = (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries")).AsArray().Select(Code);
        Assert.Equal([3, 3, 1], (await PagesAsync(server, $"/api/cycles/{id}/deliveries?limit=3")).Select(page => page.AsArray().Count));
        Assert.Equal(whole, (await PagesAsync(server, $"/api/cycles/{id}/deliveries?limit=3")).SelectMany(page => page.AsArray()).Select(Code));
        Assert.Single(await PagesAsync(server, $"/api/cycles/{id}/deliveries?limit=7"));
    }

    [Fact]
    public async Task Only_the_states_that_are_asked_for_are_listed()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await RenderedCycleAsync(server, entries: 5);
        var ledger = server.Services.GetRequiredService<DeliveryLedger>();
        foreach (var (code, state) in new[] { ("E0002", DeliveryState.Bounced), ("E0004", DeliveryState.Dropped) })
        {
            var row = await ledger.FindAsync(CycleId.Parse(id), EntryCode.Parse(code), TestContext.Current.CancellationToken);
            Assert.NotNull(
                await ledger.TryMoveAsync(row!, row! with { State = state }, DeliveryCause.Claimed, by: null, TestContext.Current.CancellationToken));
        }
        var pages = await PagesAsync(server, $"/api/cycles/{id}/deliveries?state=bounced,dropped&limit=1");
        Assert.Equal(["E0002", "E0004"], pages.SelectMany(page => page.AsArray()).Select(Code));
        Assert.Equal(["E0003", "E0005"], (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries?state=pending&after=E0001")).AsArray().Select(Code));
    }

    [Fact]
    public async Task A_page_of_results_has_what_a_reader_needs()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 3);
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0002"], "ก", a: 10)));
        var pages = await PagesAsync(server, $"/api/cycles/{id}/results?limit=2");
        Assert.Equal(
            ["E0001", "E0003", "E0002"], pages.SelectMany(page => page["entries"]!.AsArray()).Select(result => result!["entry"]!["code"]!.GetValue<string>()));
        var first = pages[0];
        Assert.Equal(
            (true, 60m, 100m, 2, 1, 3),
            (
                (bool)first["provisional"]!,
                (decimal)first["passMark"]!,
                (decimal)first["maximum"]!,
                (int)first["passed"]!,
                (int)first["notPassed"]!,
                (int)first["matching"]!));
        // 70 and 55: twenty parts of five points.
        Assert.Equal(
            [(55m, 1), (70m, 2)],
            first["spread"]!.AsArray().Where(bar => (int)bar!["entries"]! > 0).Select(bar => ((decimal)bar!["from"]!, (int)bar["entries"]!)));
        Assert.Equal(
            ["A", "B", "C"],
            first["rubric"]!.AsArray().SelectMany(category => category!["criteria"]!.AsArray()).Select(criterion => criterion!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Entries_are_found_by_the_words_they_hold()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 12);
        var found = await server.Client.GetJsonAsync($"/api/cycles/{id}/results?q={Uri.EscapeDataString("เทศบาล e0011")}");
        Assert.Equal((1, 12), ((int)found["matching"]!, (int)found["passed"]!));
        Assert.Equal("E0011", found["entries"]![0]!["entry"]!["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("deliveries?limit=0")]
    [InlineData("deliveries?limit=1001")]
    [InlineData("deliveries?limit=ten")]
    [InlineData("deliveries?state=lost")]
    [InlineData("results?skip=-1")]
    [InlineData("results?limit=")]
    public async Task What_makes_no_page_is_refused(string path)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        using var response = await server.Client.Http.GetAsync($"/api/cycles/{definition.Id}/{path}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task<string> RenderedCycleAsync(LocalServer server, int entries)
    {
        var id = await server.OpenCycleAsync(entries);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        return id;
    }

    private static string Code(JsonNode? row) => row!["entryCode"]!.GetValue<string>();

    // Follows the links to the end.
    private static async Task<List<JsonNode>> PagesAsync(LocalServer server, string path)
    {
        var pages = new List<JsonNode>();
        for (string? next = path; next is not null;)
        {
            using var response = await server.Client.Http.GetAsync(next, TestContext.Current.CancellationToken);
            pages.Add(await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(response)));
            next = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }
        return pages;
    }
}
