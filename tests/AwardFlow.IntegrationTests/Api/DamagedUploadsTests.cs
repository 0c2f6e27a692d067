using System.Globalization;
using System.Net;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>Damaged files, uploaded: each is taken whole or leaves nothing that counts. AWARDFLOW_FUZZ says how many.</summary>
public class DamagedUploadsTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private const int Usual = 150;

    [Fact]
    public async Task A_damaged_upload_is_taken_whole_or_not_at_all()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("AWARDFLOW_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? asked
            : Usual;
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(
            await server.Client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(["E1", "E2", "LG-007", "LG-012"])));
        var taken = 1;
        for (var seed = 0; seed < count; seed++)
        {
            var (name, bytes) = DamagedFiles.Of(seed);
            using var response = await server.Client.UploadAsync(
                definition.Id.Text, name.Contains("entries", StringComparison.Ordinal) ? "entries" : "scores", bytes, "application/octet-stream");
            Assert.True(
                response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.UnsupportedMediaType,
                $"seed {seed}, once {name}: {response.StatusCode}");
            taken += response.IsSuccessStatusCode ? 1 : 0;
        }
        TestContext.Current.SendDiagnosticMessage($"{count} damaged uploads: {taken - 1} taken, {count - taken + 1} refused");

        var history = (await server.Client.GetJsonAsync($"/api/cycles/{definition.Id}/uploads")).AsArray();
        Assert.Equal(Enumerable.Range(1, taken), history.Select(upload => (int)upload!["number"]!));
        // What counts is what the history's uploads brought, and all of it can be read.
        var results = await server.Client.GetJsonAsync($"/api/cycles/{definition.Id}/results");
        var cycle = await server.Client.GetJsonAsync($"/api/cycles/{definition.Id}");
        Assert.Equal((int)cycle["entries"]!, results["entries"]!.AsArray().Count);
        Assert.Equal(history.Count(upload => upload!["kind"]!.GetValue<string>() == "scores"), (int)cycle["scoreSheets"]!);
    }
}
