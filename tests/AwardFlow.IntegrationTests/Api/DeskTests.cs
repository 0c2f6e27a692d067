using System.Net;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>What an approver decides on.</summary>
public class DeskTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public async Task It_tells_what_awaits_approval_who_prepared_it_and_what_is_odd()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await server.OpenCycleAsync(entries: 3);
        using (var early = await server.Client.Http.GetAsync($"/api/cycles/{id}/desk", TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        }
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        await AwardFlowClient.SucceedAsync(await server.Client.PutJsonAsync($"/api/cycles/{id}/entries/E0002/address", new { address = "office@gmail.com" }));

        var desk = await server.Client.GetJsonAsync($"/api/cycles/{id}/desk");
        var cycle = await server.Client.GetJsonAsync($"/api/cycles/{id}");
        Assert.Equal(cycle["manifestSha256"]!.GetValue<string>(), desk["manifestSha256"]!.GetValue<string>());
        Assert.Equal((3, 3, 0), ((int)desk["letters"]!, (int)desk["passed"]! + (int)desk["notPassed"]!, (int)desk["withoutLetter"]!));
        Assert.True(desk["scoresComplete"]!.GetValue<bool>());
        Assert.Equal("malee", Assert.Single(desk["preparedBy"]!.AsArray())!.GetValue<string>());
        var warnings = desk["warnings"]!.AsArray().Select(warning => warning!["code"]!.GetValue<string>());
        Assert.Equal(["addressCorrected", "addressFreeMail", "noEmblem", "noSignature", "dateAhead"], warnings);
        Assert.Equal("malee", desk["warnings"]![0]!["entries"]![0]!["arguments"]!["by"]!.GetValue<string>());
        Assert.Equal("E0002", desk["queue"]![0]!["entryCode"]!.GetValue<string>());
    }
}
