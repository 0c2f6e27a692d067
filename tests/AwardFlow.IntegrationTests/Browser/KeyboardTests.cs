using AwardFlow.IntegrationTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>The main actions without a mouse: only keys are pressed here.</summary>
public class KeyboardTests(EmbeddedFixture embedded, Chromium chromium) : IClassFixture<EmbeddedFixture>
{
    private const int MostStops = 80;

    [Fact]
    public async Task A_cycle_is_found_closed_and_approved_by_keyboard_alone()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        const string Title = "รอบที่หาด้วยแป้นพิมพ์";
        var id = await server.OpenCycleAsync(entries: 2, definition => definition with { Title = Title });
        await using var officer = await chromium.OpenAsync(server.Address, "en", width: 1280);
        await PressAsync(officer, "a", Title);
        await officer.SeeStateAsync("", "Open");
        await Expect(officer.Page.Locator("h1")).ToBeFocusedAsync();

        await PressAsync(officer, "button", "Close now");
        await Expect(officer.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await officer.Page.Keyboard.PressAsync("Escape");
        await Expect(officer.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Equal("open", await server.Client.StateAsync(id));

        await PressAsync(officer, "button", "Close now");
        await PressAsync(officer, "dialog button", "Close now");
        await officer.SeeStateAsync("", "Awaiting approval");
        await PressAsync(officer, "a", "Results");
        await PressAsync(officer, "a", "E0001");
        await PressAsync(officer, "button", "Certificate");
        await Expect(officer.Button("", "Certificate")).ToHaveAttributeAsync("aria-pressed", "true");
        await PressAsync(officer, "a", "Overview");
        await PressAsync(officer, "a", "Check and approve 2 letters");
        await PressAsync(officer, "button", "Approve and send 2 letters");
        await PressAsync(officer, "dialog button", "Approve and send");
        await officer.SeeStateAsync("", "Sent");
        officer.WasClean();
    }

    [Fact]
    public async Task An_approver_steps_through_letters_sends_back_approves_and_takes_that_back_by_keyboard_alone()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys, ("Approval:UndoSeconds", "60")]);
        var id = await server.OpenCycleAsync(entries: 3);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        await using var wichai = await chromium.OpenAsync(server.Address, "en", width: 1280, key: AwardFlowClient.ApproverKey);
        await Expect(wichai.Page.Locator("main h1")).ToBeVisibleAsync();
        await wichai.Page.GotoAsync($"{server.Address}/#cycle/{id}");

        await PressAsync(wichai, "a", "Check and approve 3 letters");
        var (letter, looked) = (wichai.Page.Locator("[data-letter]"), wichai.Page.Locator("[data-looked]"));
        await Expect(wichai.Page.Locator(".letter [data-painted]")).ToBeVisibleAsync();
        var first = await letter.InnerTextAsync();
        await Expect(looked).ToHaveTextAsync("1 of 2 samples");
        await wichai.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(looked).ToHaveTextAsync("2 of 2 samples");
        await Expect(letter).Not.ToHaveTextAsync(first);
        await wichai.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(letter).ToHaveTextAsync(first);

        await PressAsync(wichai, "button", "Send back");
        await Expect(wichai.Page.Locator("dialog #why")).ToBeFocusedAsync();
        await wichai.Page.Keyboard.TypeAsync("the date is wrong");
        await wichai.Page.Keyboard.PressAsync("Enter");
        await wichai.SeeStateAsync("", "Open");
        Assert.Equal("the date is wrong", (await server.Client.GetJsonAsync($"/api/cycles/{id}"))["sentBack"]!["reason"]!.GetValue<string>());

        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.AdvanceUntilAsync(TimeSpan.FromMilliseconds(1), async () => await server.Client.StateAsync(id) == "awaitingApproval");
        await wichai.Page.ReloadAsync();
        await ApproveAsync();
        await wichai.SeeAsync("", "It can be taken back for another");
        await PressAsync(wichai, "button", "Take the approval back");
        await wichai.SeeAsync("", "The approval is taken back");
        Assert.Empty(server.MailsOf(id));

        await ApproveAsync();
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(61), async () => await server.Client.StateAsync(id) == "sent");
        Assert.Equal(3, server.MailsOf(id).Length);
        wichai.WasClean(AwardFlowClient.ApproverKey);

        async Task ApproveAsync()
        {
            await PressAsync(wichai, "a", "Check and approve 3 letters");
            await PressAsync(wichai, "button", "Approve and send 3 letters");
            await PressAsync(wichai, "dialog button", "Approve and send");
            await Expect(wichai.Page.Locator("ol.tasks")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task The_first_stop_skips_to_the_content()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        await using var officer = await chromium.OpenAsync(server.Address, "en", width: 1280);
        await Expect(officer.Page.Locator("h1")).ToBeVisibleAsync();
        await officer.Page.ReloadAsync();
        await Expect(officer.Page.Locator("h1")).ToBeVisibleAsync();
        await officer.Page.Keyboard.PressAsync("Tab");
        await Expect(officer.Link("", "Skip to the content")).ToBeFocusedAsync();
        await officer.Page.Keyboard.PressAsync("Enter");
        await Expect(officer.Page.Locator("main")).ToBeFocusedAsync();
    }

    // Goes on with Tab until what is meant has the focus, and presses it. The focus must be seen at every stop.
    private static async Task PressAsync(PeoplesPage officer, string selector, string name)
    {
        await Expect(officer.Page.Locator(selector).GetByText(name, new() { Exact = true }).Or(officer.Page.Locator(selector, new() { HasText = name })).First)
            .ToBeVisibleAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            await officer.Page.Keyboard.PressAsync("Tab");
            var (isMeant, isSeen) = await FocusAsync(officer.Page, selector, name);
            Assert.True(isSeen, $"Stop {stop} on the way to '{name}' does not show its focus.");
            if (isMeant)
            {
                await officer.Page.Keyboard.PressAsync("Enter");
                return;
            }
        }
        Assert.Fail($"'{name}' was not reached with {MostStops} stops.");
    }

    private static async Task<(bool IsMeant, bool IsSeen)> FocusAsync(IPage page, string selector, string name)
    {
        var found = await page.EvaluateAsync<bool[]>(
            """
            ([selector, name]) => {
              const at = document.activeElement;
              const seen = at === document.body || at.tagName === 'IFRAME' || getComputedStyle(at).outlineStyle !== 'none';
              return [at.matches(selector) && at.textContent === name, seen];
            }
            """,
            new[] { selector, name });
        return (found[0], found[1]);
    }
}
