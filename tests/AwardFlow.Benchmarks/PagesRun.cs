using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace AwardFlow.Benchmarks;

/// <summary>Opens the organiser's pages of a cycle in Chromium and says how long each takes until what it is about is there.</summary>
internal static class PagesRun
{
    private const string FiftiethRow = "tbody tr:nth-child(50)";

    public static async Task RunAsync(string url, string cycle, string entry, string chromium, int times, TextWriter output)
    {
        (string What, string Part, string Seen)[] pages =
        [
            ("all cycles", "", $"a[href='#cycle/{cycle}']"),
            ("the cycle's overview", $"#cycle/{cycle}", "dl"),
            ("its ledger, 50 rows", $"#cycle/{cycle}/ledger", FiftiethRow),
            ("its results, 50 rows and the chart", $"#cycle/{cycle}/results", FiftiethRow),
            ("an entry's result", $"#cycle/{cycle}/results/{entry}", "tbody tr"),
            ("an entry and its letter", $"#cycle/{cycle}/results/{entry}", "iframe"),
            ("one delivery and its journal", $"#cycle/{cycle}/ledger/{entry}", "tbody tr"),
        ];
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        foreach (var (what, part, seen) in pages)
        {
            var taken = new List<double>();
            for (var i = 0; i < times; i++)
            {
                // A context of its own: nothing is cached.
                await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = "th-TH" });
                var page = await context.NewPageAsync();
                var watch = Stopwatch.StartNew();
                await page.GotoAsync($"{url}/{part}", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
                await page.Locator(seen).First.WaitForAsync();
                taken.Add(watch.Elapsed.TotalMilliseconds);
            }
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {what} | {taken.Min():0}–{taken.Max():0} |"));
        }
    }
}
