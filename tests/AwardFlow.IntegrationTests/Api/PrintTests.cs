using System.IO.Compression;
using System.Net;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;
using Microsoft.Extensions.DependencyInjection;
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
        await using var zip = await ZipArchive.CreateAsync(
            new MemoryStream(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters.zip")), ZipArchiveMode.Read, leaveOpen: false, null, Cancelled);
        Assert.Equal(
            ["E0001/letter.pdf", "E0001/certificate.pdf", "E0001/results.pdf", "E0002/letter.pdf", "E0002/certificate.pdf", "E0002/results.pdf"],
            zip.Entries.Select(entry => entry.FullName[$"{id}-letters/".Length..]));
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
        Assert.Equal(
            ["1", "E0001", "นายกเทศมนตรีตำบลที่ E0001", "99 หมู่ 1 ต.ในเมือง อ.เมือง จ.ยะลา 95000"],
            [rows[0]["ลำดับที่"], rows[0]["รหัสผลงาน"], rows[0]["ชื่อผู้รับ"], rows[0]["ปลายทาง"]]);
        Assert.Equal(["E0001", "E0003"], rows.Select(row => row["รหัสผลงาน"]));
        rows[0]["หมายเลขสิ่งของ"] = "RB123456785TH";
        rows[0]["วันที่ส่ง"] = "1 ต.ค. 2564";
        using var filled = new MemoryStream();
        await filled.SaveAsAsync(
            rows.ConvertAll(row => row.ToDictionary(cell => cell.Key, cell => (object)cell.Value, StringComparer.Ordinal)), cancellationToken: Cancelled);
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "deliveries/posted", filled.ToArray(), AwardFlowClient.Xlsx));
        Assert.Equal(["E0003"], (await RowsAsync(server, id, "")).Select(row => row["รหัสผลงาน"]));
        Assert.Equal(
            ["E0001 RB123456785TH ๑ ตุลาคม ๒๕๖๔", "E0003  "],
            (await RowsAsync(server, id, "?posted=true")).Select(row => $"{row["รหัสผลงาน"]} {row["หมายเลขสิ่งของ"]} {row["วันที่ส่ง"]}"));
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
        await AwardFlowClient.SucceedAsync(
            await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/posted", new { postedAt = "2021-10-01", trackingNumber = "RB123456785TH" }));
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

        Assert.Equal(
            ["E0003  ทดสอบ ๒๕๖๔/ว๑", "E0001 1 ทดสอบ ๒๕๖๔/ว๙"],
            (await RowsAsync(server, id, "")).Select(row => $"{row["รหัสผลงาน"]} {row["แก้ไขครั้งที่"]} {row["เลขที่หนังสือ"]}"));
        using (var paper = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters.pdf?filter=toPost&documents=letter")))
        {
            Assert.Contains("ว๙", string.Concat(paper.GetPages().Select(page => page.Text)), StringComparison.Ordinal);
        }
        // Nothing of a cycle that is paused leaves, and a correction no more than a letter.
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/pause", new { reason = "หยุดก่อน" }));
        using (var paused = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters.pdf?filter=toPost")))
        {
            Assert.All(paused.GetPages(), page => Assert.Contains("ร่าง", page.Text, StringComparison.Ordinal));
            Assert.Contains("ว๙", string.Concat(paused.GetPages().Select(page => page.Text)), StringComparison.Ordinal);
        }
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/resume"));
        // Its number is of its own; that of the letter is taken.
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await server.Client.PostAsync(
                $"/api/cycles/{id}/deliveries/E0001/posted", new { postedAt = "2021-10-01", trackingNumber = "RB123456785TH", correction = 1 })).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/posted", new { postedAt = "2021-10-01", correction = 2 })).StatusCode);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync(
            $"/api/cycles/{id}/deliveries/posted",
            new { letters = new[] { new { entryCode = "E0001", postedAt = "2021-10-01", trackingNumber = "EE473124829TH", correction = 1 } } }));
        Assert.Equal(["E0003"], (await RowsAsync(server, id, "")).Select(row => row["รหัสผลงาน"]));
        Assert.Equal(
            ["E0001  RB123456785TH", "E0003  ", "E0001 1 EE473124829TH"],
            (await RowsAsync(server, id, "?posted=true")).Select(row => $"{row["รหัสผลงาน"]} {row["แก้ไขครั้งที่"]} {row["หมายเลขสิ่งของ"]}"));
    }

    [Fact]
    public async Task Labels_stand_within_their_edges_and_begin_behind_those_that_are_used()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "Released = False");
        Assert.Equal(HttpStatusCode.Conflict, (await server.Client.Http.GetAsync($"/api/cycles/{id}/labels.pdf", Cancelled)).StatusCode);
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.Http.GetAsync($"/api/cycles/{id}/labels.pdf?skip=24", Cancelled)).StatusCode);
        using var labels = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/labels.pdf?skip=23"));
        var pages = labels.GetPages().ToList();
        // The last label of the first sheet, and the first of the next.
        foreach (var (page, code, column, row) in new[] { (pages[0], "E0001", 2, 7), (pages[1], "E0003", 0, 0) })
        {
            Assert.Equal([code], Codes(page.Text).Distinct());
            Assert.Contains("95000", page.Text, StringComparison.Ordinal);
            Assert.All(page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)), letter =>
            {
                var (left, bottom) = (letter.BoundingBox.Left * 25.4 / 72, (page.Height - letter.BoundingBox.Bottom) * 25.4 / 72);
                Assert.InRange(left, 70 * column + 3.9, 70 * (column + 1) - 3.9);
                Assert.InRange(bottom, 0.5 + 37 * row + 3.9, 0.5 + 37 * (row + 1) - 2);
            });
        }
    }

    [Fact]
    public async Task The_address_sheet_has_a_code_that_leads_to_the_receipt_page_and_is_void_when_the_letter_goes_elsewhere()
    {
        await using var server = await LocalServer.StartAsync(
            embedded, [.. AwardFlowClient.Keys, ("Receipts:BaseUrl", "https://award.example.go.th"), ("Approval:UndoSeconds", "0")]);
        var id = await OpenAsync(server);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "Released = False");
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        using (var paper = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters.pdf?filter=toPost&documents=letter")))
        {
            // Between the folds: 16 to 19.2 cm from the upper edge.
            var squares = paper.GetPage(1).Paths.Where(path => path.IsFilled && path.GetBoundingRectangle() is { Width: < 60 } box
                && (paper.GetPage(1).Height - box.Bottom) * 2.54 / 72 is > 16 and < 19.3).ToList();
            Assert.True(squares.Count > 300, $"{squares.Count} dark parts");
        }
        var services = (
            Links: server.Services.GetRequiredService<IRecipientLinks>(),
            Ledger: server.Services.GetRequiredService<DeliveryLedger>(),
            Cycles: server.Services.GetRequiredService<CycleStore>());
        var definition = await services.Cycles.DefinitionAsync(await services.Cycles.GetAsync(CycleId.Parse(id), Cancelled), Cancelled);
        async Task<string> PathAsync(string entry) =>
            services.Links.For(definition, (await services.Ledger.FindAsync(CycleId.Parse(id), EntryCode.Parse(entry), Cancelled))!).AbsolutePath;

        var (first, third) = (await PathAsync("E0001"), await PathAsync("E0003"));
        var page = await (await server.Client.Http.GetAsync(first, Cancelled)).Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("<form", page, StringComparison.Ordinal);
        var form = System.Text.RegularExpressions.Regex.Match(
            page,
            "name=\"form\" value=\"(?<value>[^\"]+)\"",
            System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)).Groups["value"].Value;
        server.Time.Advance(TimeSpan.FromHours(1));
        var now = AwardFlow.Thai.ThaiTime.Of(server.Time.GetUtcNow());
        using var sent = await server.Client.Http.PostAsync(first, new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["number"] = "2921",
            ["day"] = $"{now.Day}",
            ["month"] = $"{now.Month}",
            ["year"] = $"{now.Year + 543}",
            ["time"] = now.ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture),
            ["division"] = "สำนักปลัด",
            ["name"] = "",
            ["form"] = form,
        }), Cancelled);
        var row = await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001");
        Assert.Equal(("received", "2921"), ((string)row["state"]!, (string)row["receipt"]!["registerNumber"]!));
        // Received before somebody wrote down that it was posted: it stays on the list, is counted as sent, and that is recorded all the same.
        Assert.Equal(["E0001", "E0003"], (await RowsAsync(server, id, "")).Select(each => each["รหัสผลงาน"]));
        Assert.Equal(
            (1, 1, 1),
            (
                (int)(await server.Client.GetJsonAsync($"/api/cycles/{id}"))["posted"]!,
                (int)(await server.Client.GetJsonAsync($"/api/cycles/{id}"))["received"]!,
                (int)(await server.Client.GetJsonAsync($"/api/cycles/{id}/receipts"))["unrecorded"]!));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync(
            $"/api/cycles/{id}/deliveries/E0001/posted", new { postedAt = $"{now:yyyy-MM-dd}", trackingNumber = "RB123456785TH" }));
        Assert.Equal(0, (int)(await server.Client.GetJsonAsync($"/api/cycles/{id}/receipts"))["unrecorded"]!);

        Assert.Equal(HttpStatusCode.OK, (await server.Client.Http.GetAsync(third, Cancelled)).StatusCode);
        await AwardFlowClient.SucceedAsync(
            await server.Client.PutJsonAsync($"/api/cycles/{id}/entries/E0003/address", new { address = "saraban@found.example" }));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.Http.GetAsync(third, Cancelled)).StatusCode);
    }

    private static IEnumerable<string> Codes(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, "E000[1-4]", default, TimeSpan.FromSeconds(1)).Select(match => match.Value);

    private static async Task<List<Dictionary<string, string>>> RowsAsync(LocalServer server, string id, string query)
    {
        using var file = new MemoryStream(await server.Client.GetBytesAsync($"/api/cycles/{id}/registered-mail.xlsx{query}"));
        return [.. file.Query(useHeaderRow: true)
            .Cast<IDictionary<string, object?>>()
            .Select(row => row.ToDictionary(cell => cell.Key, cell => cell.Value?.ToString() ?? "", StringComparer.Ordinal))];
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
