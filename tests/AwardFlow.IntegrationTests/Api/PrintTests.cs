using System.IO.Compression;
using System.Net;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;
using MiniExcelLibs;
using UglyToad.PdfPig;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>All letters at once, and what goes to the post office.</summary>
public class PrintTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_released_is_printed_as_a_draft_and_what_goes_by_post_as_it_is()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.Http.GetAsync($"/api/cycles/{id}/letters.pdf", Cancelled)).StatusCode);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "Released = False");
        using (var all = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters.pdf?documents=letter")))
        {
            Assert.Equal(["E0001", "E0002", "E0003", "E0004"], all.GetPages().Select(page => page.Text).SelectMany(Codes).Distinct());
            Assert.All(all.GetPages(), page => Assert.Contains("ร่าง", page.Text, StringComparison.Ordinal));
        }
        using (var sheets = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters.pdf?filter=toPost")))
        {
            Assert.All(sheets.GetPages(), page => Assert.Contains("ร่าง", page.Text, StringComparison.Ordinal));
        }
        Assert.Equal(HttpStatusCode.Conflict, (await server.Client.Http.GetAsync($"/api/cycles/{id}/registered-mail.xlsx", Cancelled)).StatusCode);
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        using (var paper = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters.pdf?filter=toPost")))
        {
            var pages = paper.GetPages().ToList();
            Assert.All(pages, page => Assert.DoesNotContain("ร่าง", page.Text, StringComparison.Ordinal));
            Assert.Equal(["E0001", "E0003"], pages.Select(page => page.Text).SelectMany(Codes).Distinct());
            // In the window: 45 to 90 mm from the sheet's upper edge, 20 to 110 mm from its left.
            var words = pages[0].GetWords().Where(word => word.Text.Contains("95000", StringComparison.Ordinal)).ToList();
            Assert.All(words, word => Assert.InRange(pages[0].Height - word.BoundingBox.Bottom, 45 * 72 / 25.4, 90 * 72 / 25.4));
            Assert.All(words, word => Assert.InRange(word.BoundingBox.Left, 20 * 72 / 25.4, 110 * 72 / 25.4));
            Assert.NotEmpty(words);
        }
        // Nothing of a cycle that is paused leaves either.
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/pause", new { reason = "หยุดก่อน" }));
        using (var paused = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters.pdf?filter=toPost")))
        {
            Assert.All(paused.GetPages(), page => Assert.Contains("ร่าง", page.Text, StringComparison.Ordinal));
        }
        Assert.Equal(HttpStatusCode.Conflict, (await server.Client.Http.GetAsync($"/api/cycles/{id}/registered-mail.xlsx", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.Http.GetAsync($"/api/cycles/{id}/letters.pdf?filter=bounced", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.Http.GetAsync($"/api/cycles/{id}/letters.pdf?filter=some", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.Http.GetAsync($"/api/cycles/{id}/letters.zip?documents=letters", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_zip_has_the_documents_byte_for_byte()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 2);
        await using var zip = await ZipArchive.CreateAsync(new MemoryStream(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters.zip")), ZipArchiveMode.Read, leaveOpen: false, null, Cancelled);
        Assert.Equal(
            ["E0001/letter.pdf", "E0001/certificate.pdf", "E0001/results.pdf", "E0002/letter.pdf", "E0002/certificate.pdf", "E0002/results.pdf"], zip.Entries.Select(entry => entry.FullName[$"{id}-letters/".Length..]));
        using var unpacked = new MemoryStream();
        await using (var entry = await zip.Entries[4].OpenAsync(Cancelled))
        {
            await entry.CopyToAsync(unpacked, Cancelled);
        }
        Assert.Equal(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters/E0002/certificate"), unpacked.ToArray());
    }

    [Fact]
    public async Task A_document_that_somebody_altered_is_not_printed_but_rendered_again_as_it_was()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 1);
        await embedded.Storage.Letters.WriteAsync(new NewBlob($"{id}/E0001/letter.pdf", BinaryData.FromString("%PDF-another"), "application/pdf"), Cancelled);
        using var pdf = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters.pdf"));
        Assert.Contains("E0001", pdf.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_for_registered_mail_filled_in_is_the_record_of_the_posting()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "Released = False");
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        var rows = await RowsAsync(server, id, "");
        Assert.Equal(["1", "E0001", "นายกเทศมนตรีตำบลที่ E0001", "99 หมู่ 1 ต.ในเมือง อ.เมือง จ.ยะลา 95000"], [rows[0]["ลำดับที่"], rows[0]["รหัสผลงาน"], rows[0]["ชื่อผู้รับ"], rows[0]["ปลายทาง"]]);
        Assert.Equal(["E0001", "E0003"], rows.Select(row => row["รหัสผลงาน"]));
        rows[0]["หมายเลขสิ่งของ"] = "RB123456785TH";
        rows[0]["วันที่ส่ง"] = "1 ต.ค. 2564";
        using var filled = new MemoryStream();
        await filled.SaveAsAsync(rows.ConvertAll(row => row.ToDictionary(cell => cell.Key, cell => (object)cell.Value, StringComparer.Ordinal)), cancellationToken: Cancelled);
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "deliveries/posted", filled.ToArray(), AwardFlowClient.Xlsx));
        Assert.Equal(["E0003"], (await RowsAsync(server, id, "")).Select(row => row["รหัสผลงาน"]));
        Assert.Equal(["E0001 RB123456785TH ๑ ตุลาคม ๒๕๖๔", "E0003  "], (await RowsAsync(server, id, "?posted=true")).Select(row => $"{row["รหัสผลงาน"]} {row["หมายเลขสิ่งของ"]} {row["วันที่ส่ง"]}"));
    }

    [Fact]
    public async Task A_correction_of_a_letter_by_post_is_printed_listed_and_posted_beside_it()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "Released = False");
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/posted", new { postedAt = "2021-10-01", trackingNumber = "RB123456785TH" }));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/corrections", new CorrectionRequest
        {
            Entries = [EntryCode.Parse("E0001")],
            Number = "ทดสอบ 2564/ว9",
            Date = new DateOnly(2021, 10, 20),
            Opening = ["ตามหนังสือที่อ้างถึงนั้น ปรากฏว่าข้อความคลาดเคลื่อน"],
            Closing = ["จึงเรียนมาเพื่อโปรดทราบ"],
        }));
        await server.Log.WaitForAsync($"CorrectLetters of CorrectionRef {{ CycleId = {id}, Number = 1", "LookAgainAt =  }");
        var manifest = (string)(await server.Client.GetJsonAsync($"/api/cycles/{id}/corrections/1"))["manifestSha256"]!;
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/corrections/1/approve", new { manifestSha256 = manifest }));
        await server.Log.WaitForAsync($"CorrectLetters of CorrectionRef {{ CycleId = {id}, Number = 1", "IsOver = True");

        Assert.Equal(["E0003  ทดสอบ ๒๕๖๔/ว๑", "E0001 1 ทดสอบ ๒๕๖๔/ว๙"], (await RowsAsync(server, id, "")).Select(row => $"{row["รหัสผลงาน"]} {row["แก้ไขครั้งที่"]} {row["เลขที่หนังสือ"]}"));
        using (var paper = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters.pdf?filter=toPost&documents=letter")))
        {
            Assert.Contains("ว๙", string.Concat(paper.GetPages().Select(page => page.Text)), StringComparison.Ordinal);
        }
        // Its number is of its own; that of the letter is taken.
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/posted", new { postedAt = "2021-10-01", trackingNumber = "RB123456785TH", correction = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/posted", new { postedAt = "2021-10-01", correction = 2 })).StatusCode);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/posted", new { letters = new[] { new { entryCode = "E0001", postedAt = "2021-10-01", trackingNumber = "EE473124829TH", correction = 1 } } }));
        Assert.Equal(["E0003"], (await RowsAsync(server, id, "")).Select(row => row["รหัสผลงาน"]));
        Assert.Equal(["E0001  RB123456785TH", "E0003  ", "E0001 1 EE473124829TH"], (await RowsAsync(server, id, "?posted=true")).Select(row => $"{row["รหัสผลงาน"]} {row["แก้ไขครั้งที่"]} {row["หมายเลขสิ่งของ"]}"));
    }

    private static IEnumerable<string> Codes(string text) => System.Text.RegularExpressions.Regex.Matches(text, "E000[1-4]", default, TimeSpan.FromSeconds(1)).Select(match => match.Value);

    private static async Task<List<Dictionary<string, string>>> RowsAsync(LocalServer server, string id, string query)
    {
        using var file = new MemoryStream(await server.Client.GetBytesAsync($"/api/cycles/{id}/registered-mail.xlsx{query}"));
        return [.. file.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().Select(row => row.ToDictionary(cell => cell.Key, cell => cell.Value?.ToString() ?? "", StringComparer.Ordinal))];
    }

    private static async Task<string> OpenAsync(LocalServer server)
    {
        var id = await server.OpenCycleAsync(entries: 4, definition => definition with { Approval = Approval.Required });
        var sheet = string.Join('\n', TestSheets.Codes(4).Select(TestCycle.Entry)
            .Select(entry => $"{entry.Code},{entry.Project},{entry.Organisation},{entry.Addressee},{(entry.Code.Text is "E0001" or "E0003" ? "" : entry.SarabanEmail)},{entry.Province},99 หมู่ 1 ต.ในเมือง อ.เมือง จ.ยะลา 95000")
            .Prepend("entry_code,project,organisation,addressee,saraban_email,province,postal_address"));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "entries", Encoding.UTF8.GetBytes(sheet)));
        return id;
    }
}
