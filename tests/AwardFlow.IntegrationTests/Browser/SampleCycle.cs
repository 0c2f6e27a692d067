using System.Text;
using System.Text.Json.Nodes;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>The sample cycle, taken through the API to where its letters are released.</summary>
internal static class SampleCycle
{
    /// <summary>How many letters it has.</summary>
    public const int Letters = 14;

    /// <summary>The entry whose telephone number nobody knows.</summary>
    public const string WithoutPhone = "LG-003";

    /// <summary>When its letters go out: the day before the desk of the seed letter stamped it.</summary>
    public static readonly DateTimeOffset SentAt = new(2021, 10, 27, 16, 0, 0, TimeSpan.FromHours(7));

    /// <summary>Creates it, uploads its sheets and telephone numbers, and closes it at <see cref="SentAt"/>; its letters go out without approval.</summary>
    /// <returns>The cycle's id.</returns>
    public static async Task<string> ReleaseAsync(LocalServer server)
    {
        var definition = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(SampleFolder.Path, "cycle.json"), TestContext.Current.CancellationToken))!;
        var id = $"dga-{Guid.NewGuid().ToString("N")[..8]}";
        definition["id"] = id;
        definition["approval"] = "none";
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(id, definition.ToJsonString()));
        await server.DoAwayWithApprovalAsync(id);
        await UploadAsync(server, id, "entries", Path.Combine(SampleFolder.Path, "entries.xlsx"));
        foreach (var sheet in Directory.GetFiles(SampleFolder.Path, "scores-*").Order(StringComparer.Ordinal))
        {
            await UploadAsync(server, id, "scores", sheet);
        }
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "entries", await WithPhonesAsync(server, id)));
        // The closing time passes, and the cycle closes itself.
        server.Time.SetUtcNow(SentAt);
        return id;
    }

    private static async Task UploadAsync(LocalServer server, string id, string kind, string file) =>
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(
            id,
            kind,
            await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken),
            file.EndsWith(".xlsx", StringComparison.Ordinal) ? AwardFlowClient.Xlsx : "text/csv"));

    private static async Task<byte[]> WithPhonesAsync(LocalServer server, string id)
    {
        var entries = (await server.Client.GetJsonAsync($"/api/cycles/{id}/results?limit=100"))["entries"]!.AsArray().Select(result => result!["entry"]!);
        var rows = entries.Select(entry =>
        {
            var code = (string)entry["code"]!;
            var phone = code == WithoutPhone ? "" : $"0 7321 4{code[^3..]}";
            return string.Join('\t', code, entry["project"], entry["organisation"], entry["addressee"], entry["sarabanEmail"], entry["province"], phone);
        });
        return Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend("entry_code\tproject\torganisation\taddressee\tsaraban_email\tprovince\tโทรศัพท์")));
    }
}
