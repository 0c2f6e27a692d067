using AwardFlow.IntegrationTests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>
/// The Chromium that this machine has; none is downloaded. It is started for the first test that needs one and serves all. Where
/// there is none, they are skipped and say so.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // In milliseconds: what is not there by then does not come, on a busy machine too.
    private const int MostWait = 40_000;

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _started = new(StartAsync);

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            var (driver, browser) = await _started.Value;
            await browser.DisposeAsync();
            driver.Dispose();
        }
    }

    /// <summary>The organiser's pages in a new browser window that remembers nothing.</summary>
    /// <param name="address">Where the pages are.</param>
    /// <param name="language"><c>th</c> or <c>en</c>.</param>
    /// <param name="width">In CSS pixels: 1280 for a desktop, 360 for a phone.</param>
    /// <param name="now">What its clock shows, where it must not differ from the server's; null for the machine's own.</param>
    /// <param name="key">The key that its user signed in with; null for none.</param>
    public async Task<PeoplesPage> OpenAsync(string address, string language, int width, DateTimeOffset? now = null, string? key = null)
    {
        var page = await NewAsync(address, language, width, javaScript: true);
        if (now is { } moment)
        {
            await page.Page.Clock.SetFixedTimeAsync(moment.UtcDateTime);
        }
        if (key is not null)
        {
            await page.Page.AddInitScriptAsync($"sessionStorage.setItem('awardflow-key', '{key}')");
        }
        await page.BeginAsync();
        return page;
    }

    /// <summary>A link of a mail in a new browser window that remembers nothing, in a language that the page itself offers.</summary>
    /// <param name="address">Where the pages are.</param>
    /// <param name="path">The link's path.</param>
    /// <param name="language"><c>th</c> or <c>en</c>.</param>
    /// <param name="width">In CSS pixels: 1280 for a desktop, 360 for a phone.</param>
    /// <param name="javaScript">Whether the browser runs scripts.</param>
    public async Task<PeoplesPage> OpenLinkAsync(string address, string path, string language, int width, bool javaScript = true)
    {
        var page = await NewAsync(address, language, width, javaScript);
        await page.BeginWithLinkAsync(path);
        return page;
    }

    /// <summary>A judge's page, opened by the judge's link in a new browser window that remembers nothing.</summary>
    /// <param name="address">Where the pages are.</param>
    /// <param name="token">The link's token.</param>
    /// <param name="language"><c>th</c> or <c>en</c>.</param>
    /// <param name="width">In CSS pixels: 1366 for a desktop, 360 for a phone.</param>
    public async Task<PeoplesPage> OpenJudgesPageAsync(string address, string token, string language, int width)
    {
        var page = await NewAsync(address, language, width, javaScript: true);
        await page.BeginAsJudgeAsync(token);
        return page;
    }

    private async Task<PeoplesPage> NewAsync(string address, string language, int width, bool javaScript)
    {
        Assert.SkipWhen(Executable() is null, $"There is no Chromium on the PATH ({string.Join(", ", Names)}).");
        var context = await (await _started.Value).Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 900 },
            AcceptDownloads = true,
            JavaScriptEnabled = javaScript,
            Locale = "th-TH",
            TimezoneId = "Asia/Bangkok",
        });
        context.SetDefaultTimeout(MostWait);
        return new PeoplesPage(await context.NewPageAsync(), language, width, address);
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(MostWait);
        var driver = await Playwright.CreateAsync();
        // In containers, where tests often run as root, Chromium's own sandbox cannot start.
        var browser = await driver.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Executable(), Args = ["--no-sandbox", "--disable-gpu"] });
        return (driver, browser);
    }

    private static string? Executable() =>
        (from name in Names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         let file = Path.Combine(folder, name)
         where File.Exists(file)
         select file).FirstOrDefault();
}
