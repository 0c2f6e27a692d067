using System.Net;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using MiniExcelLibs;
using UglyToad.PdfPig;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>The report for the director, the memo that carries it upward, and the register of a year.</summary>
public class ReportTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cycle_is_reported_once_its_scores_are_frozen()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 3, definition => definition with { Approval = Approval.None });
        Assert.Equal(HttpStatusCode.Conflict, (await server.Client.Http.GetAsync($"/api/cycles/{id}/report.pdf", Cancelled)).StatusCode);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.SentAsync(id);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/receipt", new { registerNumber = "1" }));

        var report = await TextAsync(server, $"/api/cycles/{id}/report.pdf");
        Assert.Contains("ผลงานเข้ารับการพิจารณา จำนวน ๓ ผลงาน ผ่านเกณฑ์ จำนวน ๓ ผลงาน คิดเป็นร้อยละ ๑๐๐.๐๐", report, StringComparison.Ordinal);
        Assert.Contains("ลงรับหนังสือแล้ว ๑ ฉบับ คิดเป็นร้อยละ ๓๓.๓๓", report, StringComparison.Ordinal);
        Assert.Contains("ยะลา", report, StringComparison.Ordinal);
        using var workbook = new MemoryStream(await server.Client.GetBytesAsync($"/api/cycles/{id}/report.xlsx"));
        Assert.Equal(["ภาพรวม", "หมวด", "จังหวัด", "การกระจาย", "การส่ง"], workbook.GetSheetNames());
        var province = workbook.Query(useHeaderRow: true, sheetName: "จังหวัด").Cast<IDictionary<string, object?>>().Single();
        Assert.Equal(
            ("ยะลา", 3.0, 3.0, 70.0),
            ((string)province["จังหวัด"]!, (double)province["ผลงาน"]!, (double)province["ผ่านเกณฑ์"]!, (double)province["คะแนนเฉลี่ย"]!));

        var memo = await TextAsync(server, $"/api/cycles/{id}/memo.pdf?to={Uri.EscapeDataString("เลขาธิการ")}&number={Uri.EscapeDataString("ทส 1/2564")}");
        Assert.Contains("เลขาธิการ", memo, StringComparison.Ordinal);
        Assert.Contains("ทส ๑/๒๕๖๔", memo, StringComparison.Ordinal);
        Assert.Contains("๑ ตุลาคม ๒๕๖๔", memo, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.BadRequest, (await server.Client.Http.GetAsync($"/api/cycles/{id}/memo.pdf?to={new string('a', 201)}", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.Http.GetAsync($"/api/cycles/{id}/memo.pdf?date=x", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task The_years_register_has_the_released_letters_of_all_its_cycles_and_how_each_went()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        CycleDefinition Dated(CycleDefinition definition, int year, string number) =>
            definition with { Approval = Approval.None, Letter = definition.Letter with { Date = new DateOnly(year, 3, 1), Number = number } };
        var circular = await server.SendCycleAsync(entries: 2, definition => Dated(definition, 2031, "ทดสอบ 2574/ว77"));
        await server.SendCycleAsync(entries: 1, definition => Dated(definition, 2031, "ทดสอบ {year}/{number}") with
        {
            Letter = definition.Letter with { Date = new DateOnly(2031, 2, 1), Number = "ทดสอบ 2574/{number}", FirstNumber = 12 },
        });
        await server.SendCycleAsync(entries: 1, definition => Dated(definition, 2032, "ทดสอบ 2575/ว1"));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{circular}/deliveries/E0002/post", new { reason = "x" }));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync(
            $"/api/cycles/{circular}/deliveries/E0002/posted", new { postedAt = "2021-10-01", trackingNumber = "RB123456785TH" }));

        using var file = new MemoryStream(await server.Client.GetBytesAsync("/api/register/2574.xlsx"));
        var rows = file.Query().Cast<IDictionary<string, object?>>().Select(row => row.Values.Select(value => value?.ToString() ?? "").ToArray()).ToList();
        Assert.Equal(["เลขทะเบียนส่ง", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ"], rows[0]);
        Assert.Equal(
            ["12 ทดสอบ ๒๕๗๔/๑๒ ๑ กุมภาพันธ์ ๒๕๗๔", "77 ทดสอบ ๒๕๗๔/ว๗๗ ๑ มีนาคม ๒๕๗๔", "77 ทดสอบ ๒๕๗๔/ว๗๗ ๑ มีนาคม ๒๕๗๔"],
            rows.Skip(1).Select(row => $"{row[0]} {row[1]} {row[2]}"));
        Assert.Equal("ส่งทางไปรษณีย์ลงทะเบียน RB123456785TH วันที่ ๑ ตุลาคม ๒๕๖๔", rows[^1][6]);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.Http.GetAsync("/api/register/2021.xlsx", Cancelled)).StatusCode);
    }

    private static async Task<string> TextAsync(LocalServer server, string path)
    {
        using var pdf = PdfDocument.Open(await server.Client.GetBytesAsync(path));
        return string.Concat(pdf.GetPages().Select(page => page.Text));
    }
}
