using System.Net;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;
using MiniExcelLibs;
using UglyToad.PdfPig;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>Letters that have a number each, and the register of outgoing letters (ทะเบียนหนังสือส่ง).</summary>
public class RegisterTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_register_lists_the_letters_by_their_entries_with_the_numbers_that_they_carry()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = LocalServer.NewCycle(Numbered);
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(["E0003", "E0001", "E0002"])));
        // The better one is not numbered first, and the one without scores takes no number.
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E0001"], "ก", a: 10)));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E0003"], "ก", a: 50)));
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await server.Client.Http.GetAsync($"/api/cycles/{definition.Id}/register.xlsx", TestContext.Current.CancellationToken)).StatusCode);
        server.ComeToClosing();
        await server.DoneAsync("CloseScores", definition.Id.Text, "LookAgainAt = ,");
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{definition.Id}/close"));
        await server.DoneAsync("ReleaseLetters", definition.Id.Text, "False");

        var rows = await RowsAsync(server, definition.Id.Text);
        Assert.Equal(["เลขทะเบียนส่ง", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ"], rows[0]);
        Assert.Equal(
            [
                "2425",
                "ทดสอบ ๒๕๖๔/๒๔๒๕",
                "๑๕ ตุลาคม ๒๕๖๔",
                "สำนักงานทดสอบ",
                "นายกเทศมนตรีตำบลที่ E0001",
                "แจ้งผลการพิจารณาผลงาน",
                "รอส่งทางไปรษณีย์อิเล็กทรอนิกส์ saraban-e0001@entrant.example",
                "E0001",
            ],
            rows[1]);
        Assert.Equal(("2426", "ทดสอบ ๒๕๖๔/๒๔๒๖", "E0003"), (rows[2][0], rows[2][1], rows[2][^1]));
        Assert.Equal(3, rows.Count);
        Assert.Contains("ที่ ทดสอบ ๒๕๖๔/๒๔๒๖", await LetterAsync(server, definition.Id.Text, "E0003"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cycle_whose_definition_is_lost_keeps_nobody_from_the_others_and_the_register_says_what_it_lacks()
    {
        using var folder = new TemporaryFolder();
        using var storage = EmbeddedStorage.Open(folder.Of("data"));
        await using var server = await LocalServer.StartAsync(storage);
        var (lost, whole) = (await server.SendCycleAsync(entries: 1), await server.SendCycleAsync(entries: 1));
        var cycle = await new CycleStore(storage).GetAsync(CycleId.Parse(lost), Cancelled);
        await storage.Uploads.DeleteAsync($"{lost}/{cycle.DefinitionSha256}.json", Cancelled);

        var list = (await server.Client.GetJsonAsync("/api/cycles")).AsArray()
            .ToDictionary(each => (string)each!["id"]!, each => (string?)each!["problemKind"], StringComparer.Ordinal);
        Assert.Equal(("needsPerson", null), (list[lost], list[whole]));
        using var file = new MemoryStream(await server.Client.GetBytesAsync("/api/register/2564.xlsx"));
        var notes = file.Query(useHeaderRow: false).Cast<IDictionary<string, object?>>().Select(row => row.Values.Last()?.ToString() ?? "").ToList();
        Assert.Equal(3, notes.Count);
        Assert.Contains(lost, notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_is_sent_again_keeps_its_number()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 2, Numbered);
        var before = (Rows: await RowsAsync(server, id), Letter: await LetterAsync(server, id, "E0002"));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/resend", new { reason = "ขอใหม่" }));
        await server.ResentAsync(id, "E0001");
        Assert.Equal(before.Rows, await RowsAsync(server, id));
        Assert.Equal(before.Letter, await LetterAsync(server, id, "E0002"));
        Assert.Contains("ที่ ทดสอบ ๒๕๖๔/๒๔๒๖", before.Letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cycle_that_is_sent_back_numbers_anew_when_it_closes_again()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 3, Numbered);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "Released = False");
        Assert.Equal(["2425", "2426", "2427"], (await RowsAsync(server, id)).Skip(1).Select(row => row[0]));

        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/sendBack", new { reason = "ผลงานหนึ่งถอนตัว" }));
        Assert.Equal(
            HttpStatusCode.Conflict, (await server.Client.Http.GetAsync($"/api/cycles/{id}/register.xlsx", TestContext.Current.CancellationToken)).StatusCode);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/entries/E0002/withdraw", new { reason = "ถอนตัว" }));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.Log.WaitForAsync(2, $"ReleaseLetters of CycleRef {{ CycleId = {id} }}: Release {{ Released = False");
        Assert.Equal([("2425", "E0001"), ("2426", "E0003")], (await RowsAsync(server, id)).Skip(1).Select(row => (row[0], row[^1])));
        Assert.Contains("ที่ ทดสอบ ๒๕๖๔/๒๔๒๖", await LetterAsync(server, id, "E0003"), StringComparison.Ordinal);
    }

    private static CycleDefinition Numbered(CycleDefinition definition) =>
        definition with { Letter = definition.Letter with { Number = "ทดสอบ {year}/{number}", FirstNumber = 2425 } };

    private static async Task<List<string[]>> RowsAsync(LocalServer server, string id)
    {
        using var file = new MemoryStream(await server.Client.GetBytesAsync($"/api/cycles/{id}/register.xlsx"));
        return [.. file.Query().Cast<IDictionary<string, object?>>().Select(row => row.Values.Select(value => value?.ToString() ?? "").ToArray())];
    }

    private static async Task<string> LetterAsync(LocalServer server, string id, string entry)
    {
        using var letter = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters/{entry}"));
        return string.Concat(letter.GetPages().Select(page => page.Text));
    }
}
