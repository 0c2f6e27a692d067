using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>
/// The pages as a person has them in front of them: found by the names that are read out, in the language that was chosen.
/// Watches that nothing is fetched from elsewhere, no key stands in an address, and the page breaks no rule of its own.
/// </summary>
public sealed partial class PeoplesPage(IPage page, string language, int width, string address) : IAsyncDisposable
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(Root, "node_modules", "axe-core", "axe.min.js")));

    // The pictures that docs/screenshots keeps; any other folder takes all.
    private static readonly string[] Kept =
        ["overview-open-th-desktop", "results-th-desktop", "entry-th-desktop", "ledger-th-desktop", "overview-open-en-phone", "receipt-en-phone"];

    // Long lists go on as they began.
    private const int TallestPicture = 2000;

    private readonly ConcurrentQueue<string> _addresses = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    public IPage Page => page;

    /// <summary>What stands on the page in its language.</summary>
    public string Words(string thai, string english) => language == "th" ? thai : english;

    /// <summary>Opens the organiser's pages.</summary>
    public async Task BeginAsync()
    {
        Watch();
        await page.GotoAsync("/");
        if (language == "en")
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
            await Expect(Heading("", "Sign in").Or(Heading("", "Award cycles"))).ToBeVisibleAsync();
        }
    }

    /// <summary>Opens what a link of a mail leads to.</summary>
    public async Task BeginWithLinkAsync(string path)
    {
        Watch();
        await page.GotoAsync(path);
        if (language == "en")
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
            await Expect(page.Locator("html[lang=en]")).ToBeVisibleAsync();
        }
    }

    /// <summary>Opens a judge's page by the link.</summary>
    public async Task BeginAsJudgeAsync(string token)
    {
        Watch();
        await page.GotoAsync($"/judge#{token}");
        if (language == "en")
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
            await Expect(page.Locator("html[lang=en]")).ToBeVisibleAsync();
        }
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    private void Watch()
    {
        page.Request += (_, request) => _addresses.Enqueue(request.Url);
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            // A refusal is an answer like any other.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Enqueue(message.Text);
            }
        };
    }

    public ILocator Button(string thai, string english) => page.GetByRole(AriaRole.Button, new() { Name = Words(thai, english), Exact = true });

    public ILocator Link(string thai, string english) => page.GetByRole(AriaRole.Link, new() { Name = Words(thai, english), Exact = true });

    public ILocator Heading(string thai, string english) => page.GetByRole(AriaRole.Heading, new() { Name = Words(thai, english) });

    public ILocator Box(string thai, string english) => page.GetByLabel(Words(thai, english), new() { Exact = true });

    public Task SeeAsync(string thai, string english) => Expect(page.GetByText(Words(thai, english)).First).ToBeVisibleAsync();

    /// <summary>The state that the cycle's head shows.</summary>
    public Task SeeStateAsync(string thai, string english) => Expect(page.Locator(".head .tag")).ToHaveTextAsync(Words(thai, english));

    /// <summary>Fills the boxes of a date and time, as an office writes them in the page's language.</summary>
    /// <param name="id">What their names begin with.</param>
    /// <param name="day">The day.</param>
    /// <param name="time">Such as <c>16.30</c>.</param>
    public async Task FillMomentAsync(string id, DateOnly day, string time)
    {
        await page.Locator($"#{id}-day").FillAsync(day.Day.ToString(CultureInfo.InvariantCulture));
        await page.Locator($"#{id}-month").SelectOptionAsync(day.Month.ToString(CultureInfo.InvariantCulture));
        await page.Locator($"#{id}-year").FillAsync((language == "th" ? day.Year + 543 : day.Year).ToString(CultureInfo.InvariantCulture));
        await page.Locator($"#{id}-time").FillAsync(language == "th" ? time : time.Replace('.', ':'));
    }

    public async Task SignInAsync(string key)
    {
        await Box("รหัสเข้าใช้งาน", "API key").FillAsync(key);
        await Button("เข้าใช้งาน", "Sign in").ClickAsync();
    }

    public async Task SignInAsAnotherAsync(string key)
    {
        await Button("ออกจากระบบ", "Sign out").ClickAsync();
        await SignInAsync(key);
    }

    /// <summary>
    /// Holds the page as it is against WCAG with axe, keeps its picture if pictures are wanted, and sees that it is not wider than its window.
    /// </summary>
    public async Task LookAtAsync(string name)
    {
        await page.EvaluateAsync(Axe.Value);
        var found = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { iframes: false, resultTypes: ['violations'] })");
        Assert.Equal(
            [],
            found.GetProperty("violations").EnumerateArray().Select(rule =>
                $"{name}: {rule.GetProperty("id")}: {string.Join("; ", rule.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("html")))}"));
        var text = await page.Locator("body").InnerTextAsync();
        Assert.DoesNotMatch(Unsaid(), text);
        if (language == "th")
        {
            Assert.DoesNotMatch(Foreign(), text);
        }
        // It would break Thai words and codes wherever a line happens to end.
        Assert.Empty(await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('body *')].filter(each => getComputedStyle(each).overflowWrap === 'anywhere').map(each => each.outerHTML.slice(0, 80))"));
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, $"{name} is wider than {width} px.");
        var picture = $"{name}-{language}-{(width < 600 ? "phone" : "desktop")}";
        if (Environment.GetEnvironmentVariable("AWARDFLOW_SCREENSHOTS") is { Length: > 0 } folder
            && (Kept.Contains(picture, StringComparer.Ordinal) || Path.GetFullPath(folder) != Path.Combine(Root, "docs", "screenshots")))
        {
            var height = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
            await page.ScreenshotAsync(new()
            {
                Path = Path.Combine(folder, $"{picture}.png"),
                FullPage = true,
                Clip = new Clip { Width = width, Height = Math.Min(height, TallestPicture) },
            });
        }
    }

    /// <summary>What went wrong behind the page, and who was asked besides its own server.</summary>
    /// <param name="keys">What may stand in no address.</param>
    public void WasClean(params string[] keys)
    {
        Assert.Empty(_complaints);
        Assert.DoesNotContain(_addresses, asked => !Own(asked));
        Assert.DoesNotContain(_addresses, asked => keys.Any(key => asked.Contains(key, StringComparison.Ordinal)));
    }

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();

    // Chromium shows PDF files with what it brings itself (chrome:, chrome-extension:).
    private bool Own(string asked) => new[] { address, $"blob:{address}", "chrome" }.Any(start => asked.StartsWith(start, StringComparison.Ordinal));

    // What a template prints where it was given nothing to print.
    [GeneratedRegex(@"\b(false|true|null|undefined|NaN|Invalid Date)\b|\[object", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unsaid();

    // On a Thai page hours have a dot, and what a mail server says is told in Thai.
    [GeneratedRegex(@"\b\d{1,2}:\d{2}\b|\b[45]\.\d\.\d{1,2}\b", RegexOptions.None, 1000)]
    private static partial Regex Foreign();

    private static string Here([CallerFilePath] string path = "") => path;
}
