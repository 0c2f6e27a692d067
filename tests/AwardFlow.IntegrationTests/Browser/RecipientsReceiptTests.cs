using System.Text;
using AwardFlow.IntegrationTests.Receipts;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>A correspondence desk opens the link in its mail, with no account, and confirms the letter as the desk of the seed letter stamped it.</summary>
public class RecipientsReceiptTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>
{
    private const string Entry = "LG-001";
    private const string Organisation = "เทศบาลตำบลลำใหม่";
    private const int MostStops = 40;

    private static readonly DateTimeOffset Now = new(2021, 10, 28, 11, 5, 0, TimeSpan.FromHours(7));

    private static readonly string[] Stamp = [Organisation, "รับที่ ๒๙๒๑", "วันที่ ๒๘ ต.ค. ๒๕๖๔", "เวลา ๑๑.๐๐ น."];

    [Theory]
    [InlineData("th", 1280)]
    [InlineData("en", 360)]
    public async Task A_desk_confirms_its_letter_corrects_the_receipt_and_can_read_it_when_the_cycle_is_completed(string language, int width)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentAsync(server);
        using var link = Recipient.Of(server, $"{id}_{Entry}");
        await using var desk = await chromium.OpenLinkAsync(server.Address, link.Path, language, width);

        await ReadAsync(desk);
        await ConfirmWronglyAsync(desk);
        Assert.Equal("accepted", await StateAsync(server, id));
        await ConfirmAsync(desk);
        Assert.Equal("received", await StateAsync(server, id));
        await CorrectAsync(desk);
        await SeeInLedgerAsync(server, id, language, width);

        server.Time.Advance(TimeSpan.FromDays(30));
        await server.FinishedAsync(id);
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.GetByText(desk.Words("หมดเวลายืนยันการได้รับแล้ว", "The time for receipts is over"))).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".stamp p").Nth(1)).ToHaveTextAsync("รับที่ ๒๙๒๒");
        await Expect(desk.Page.Locator("form, input, button")).ToHaveCountAsync(0);
        await SaveLetterAsync(desk);
        await desk.LookAtAsync("receipt-completed");
        desk.WasClean();
    }

    [Fact]
    public async Task A_desk_confirms_its_letter_with_JavaScript_off_and_by_keyboard_alone()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentAsync(server);
        using var link = Recipient.Of(server, $"{id}_{Entry}");
        await using var desk = await chromium.OpenLinkAsync(server.Address, link.Path, "th", width: 1280, javaScript: false);
        var keys = desk.Page.Keyboard;

        await TabToAsync(desk, "number");
        await keys.PressAsync("Enter");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        // The message's link leads to the field that it is about.
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Expect(desk.Page.Locator("#number")).ToBeFocusedAsync();
        await keys.TypeAsync("๒๙๒๑");
        await TabToAsync(desk, "time");
        await keys.PressAsync("Control+A");
        await keys.TypeAsync("11.00");
        await TabToAsync(desk, "division");
        await keys.TypeAsync("สำนักปลัด");
        await keys.PressAsync("Enter");
        await Expect(desk.Page.Locator(".stamp p")).ToHaveTextAsync(Stamp);

        await TabToAsync(desk, "correct");
        await keys.PressAsync("Enter");
        await TabToAsync(desk, "name");
        await keys.TypeAsync("สมศรี");
        await TabToAsync(desk, "save");
        await keys.PressAsync("Enter");
        await Expect(desk.Page.GetByText("สมศรี")).ToBeVisibleAsync();
        Assert.Equal("received", await StateAsync(server, id));
        desk.WasClean();
    }

    [Fact]
    public async Task A_link_that_opens_nothing_says_what_to_do()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        await using var desk = await chromium.OpenLinkAsync(server.Address, "/r/AAAA", "th", width: 360);
        await Expect(desk.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("ไม่พบหน้านี้");
        await desk.LookAtAsync("receipt-not-found");
        desk.WasClean();
    }

    private static async Task<string> SentAsync(LocalServer server)
    {
        var id = await SampleCycle.ReleaseAsync(server);
        await server.SentAsync(id);
        server.Time.SetUtcNow(Now);
        return id;
    }

    private static async Task ReadAsync(PeoplesPage desk)
    {
        await Expect(desk.Heading("ยืนยันการได้รับหนังสือ", "Confirm that you received the letter")).ToBeVisibleAsync();
        var letter = desk.Page.Locator("main > dl");
        await Expect(letter).ToContainTextAsync("สพร ๒๕๖๔/ว๒๔๒๕");
        await Expect(letter).ToContainTextAsync(desk.Words("๑๕ ตุลาคม ๒๕๖๔", "15 October 2564 (B.E.)"));
        await Expect(letter).ToContainTextAsync("แจ้งผลการพิจารณาผลงานโครงการขับเคลื่อนการพัฒนาท้องถิ่นดิจิทัล ประจำปี พ.ศ. ๒๕๖๔");
        await SaveLetterAsync(desk);
        await Expect(desk.Box("เลขรับ", "Register number (เลขรับ)")).ToHaveValueAsync("");
        await Expect(desk.Box("วัน", "Day")).ToHaveValueAsync("28");
        await Expect(desk.Box("เดือน", "Month")).ToHaveValueAsync("10");
        await Expect(desk.Box("ปี พ.ศ.", "Year (B.E.)")).ToHaveValueAsync("2564");
        await Expect(desk.Box("เวลา", "Time in Thailand")).ToHaveValueAsync(desk.Words("11.05", "11:05"));
        await Expect(Division(desk)).ToHaveValueAsync("");
        await desk.LookAtAsync("receipt");
    }

    private static async Task SaveLetterAsync(PeoplesPage desk)
    {
        var saved = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Link("ดาวน์โหลดหนังสือ (PDF)", "Download the letter (PDF)").ClickAsync());
        await using var pdf = await saved.CreateReadStreamAsync();
        var start = new byte[5];
        await pdf.ReadExactlyAsync(start, TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(start));
    }

    private static async Task ConfirmWronglyAsync(PeoplesPage desk)
    {
        await desk.Box("วัน", "Day").FillAsync("31");
        await desk.Box("เดือน", "Month").SelectOptionAsync("9");
        await desk.Box("เวลา", "Time in Thailand").FillAsync("11.00");
        await Division(desk).FillAsync("สำนักปลัด");
        await desk.Button("ยืนยันการได้รับ", "Confirm receipt").ClickAsync();

        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(desk.Box("เลขรับ", "Register number (เลขรับ)"))
            .ToHaveAccessibleDescriptionAsync(desk.Words("โปรดกรอกเลขรับ", "Enter the register number"));
        await Expect(desk.Box("วัน", "Day")).ToHaveAccessibleDescriptionAsync(
            desk.Words("ไม่มีวันที่นี้ โปรดกรอกวัน เดือน และปี พ.ศ.", "There is no such date; enter day, month and the year of the Buddhist Era"));
        await Expect(desk.Page.Locator("p.error")).ToHaveCountAsync(2);
        await Expect(desk.Box("วัน", "Day")).ToHaveValueAsync("31");
        await Expect(desk.Box("เดือน", "Month")).ToHaveValueAsync("9");
        await Expect(desk.Box("เวลา", "Time in Thailand")).ToHaveValueAsync("11.00");
        await Expect(Division(desk)).ToHaveValueAsync("สำนักปลัด");
        await desk.LookAtAsync("receipt-refused");
    }

    private static async Task ConfirmAsync(PeoplesPage desk)
    {
        await desk.Box("เลขรับ", "Register number (เลขรับ)").FillAsync("2921");
        await desk.Box("วัน", "Day").FillAsync("28");
        await desk.Box("เดือน", "Month").SelectOptionAsync("10");
        await desk.Box("ชื่อผู้ลงรับ (ไม่บังคับ)", "Name of who registered it (optional)").FillAsync("สมศรี ใจดี");
        await desk.Button("ยืนยันการได้รับ", "Confirm receipt").ClickAsync();
        await Expect(desk.Page.Locator(".stamp p")).ToHaveTextAsync(Stamp);
        await desk.LookAtAsync("receipt-stamp");
        // Neither reload nor back finds a form that would be sent again, and what was wrong once is not said again.
        Assert.Equal("GET", (await desk.Page.ReloadAsync())!.Request.Method);
        await desk.Page.GoBackAsync();
        await Expect(desk.Page.Locator(".stamp p")).ToHaveTextAsync(Stamp);
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await desk.Page.GoForwardAsync();
        await Expect(desk.Page.Locator(".stamp p")).ToHaveTextAsync(Stamp);
    }

    private static async Task CorrectAsync(PeoplesPage desk)
    {
        await desk.Page.Locator("summary").ClickAsync();
        await Expect(desk.Box("เลขรับ", "Register number (เลขรับ)")).ToHaveValueAsync("2921");
        await Expect(Division(desk)).ToHaveValueAsync("สำนักปลัด");
        await desk.Box("เลขรับ", "Register number (เลขรับ)").FillAsync("");
        await desk.Button("บันทึกการแก้ไข", "Save the correction").ClickAsync();
        await Expect(desk.Box("เลขรับ", "Register number (เลขรับ)"))
            .ToHaveAccessibleDescriptionAsync(desk.Words("โปรดกรอกเลขรับ", "Enter the register number"));
        await Expect(desk.Page.Locator(".stamp p")).ToHaveTextAsync(Stamp);
        await desk.LookAtAsync("receipt-correction");
        await desk.Box("เลขรับ", "Register number (เลขรับ)").FillAsync("2922");
        await desk.Button("บันทึกการแก้ไข", "Save the correction").ClickAsync();
        await Expect(desk.Page.Locator(".stamp p").Nth(1)).ToHaveTextAsync("รับที่ ๒๙๒๒");
    }

    // What the organiser sees of it.
    private async Task SeeInLedgerAsync(LocalServer server, string id, string language, int width)
    {
        await using var officer = await chromium.OpenAsync(server.Address, language, width, Now);
        await officer.Page.GotoAsync($"/#cycle/{id}/ledger");
        await officer.Box("สถานะ", "State").SelectOptionAsync("received");
        var row = officer.Page.GetByRole(AriaRole.Table).Locator("tbody tr");
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row).ToContainTextAsync(Entry);
        await Expect(row).ToContainTextAsync("รับที่ ๒๙๒๒ วันที่ ๒๘ ต.ค. ๒๕๖๔ เวลา ๑๑.๐๐ น. สำนักปลัด (สมศรี ใจดี)");
        officer.WasClean();
    }

    // Presses Tab until the element has the focus, which must be seen at every stop.
    private static async Task TabToAsync(PeoplesPage desk, string id)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await desk.Page.Keyboard.PressAsync("Tab");
            var at = await desk.Page.EvaluateAsync<string[]>("() => { const at = document.activeElement; return [at.id, getComputedStyle(at).outlineStyle]; }");
            Assert.True(at[1] != "none" || at[0].Length == 0, $"Stop {stop} on the way to '{id}' does not show its focus.");
            if (at[0] == id)
            {
                return;
            }
        }
        Assert.Fail($"'{id}' was not reached with {MostStops} stops.");
    }

    private static ILocator Division(PeoplesPage desk) => desk.Box("ส่วนงานที่รับเรื่อง (กอง/ฝ่าย)", "Division that the letter goes to");

    private static async Task<string> StateAsync(LocalServer server, string id) =>
        (string)(await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/{Entry}"))["state"]!;
}
