using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AwardFlow.Thai;
using Microsoft.Playwright;

namespace AwardFlow.Benchmarks;

/// <summary>Types into a letter in the workshop and says how long after each edit the letter beside it shows it, set by the server.</summary>
internal static class LivePreviewRun
{
    // Each a word of its own, so that the page is seen to show the newest edit and not an earlier one. A letter has Thai digits.
    private static string Word(int edit) => ThaiNumerals.InText(string.Create(CultureInfo.InvariantCulture, $" แก้ไข{edit:000}"));

    public static async Task RunAsync(string url, string chromium, int edits, TextWriter output)
    {
        var id = await StartAsync(new Uri(url));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        await using var context = await browser.NewContextAsync(
            new BrowserNewContextOptions { Locale = "th-TH", ViewportSize = new ViewportSize { Width = 1366, Height = 768 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{url}/#setup/{id}/letter");
        var opening = page.Locator("#letter-opening");
        await page.Locator(".paper .textLayer").First.WaitForAsync();
        await opening.FocusAsync();
        await page.Keyboard.PressAsync("Control+Home");
        var taken = new List<double>();
        for (var edit = 0; edit < edits; edit++)
        {
            var word = Word(edit);
            await page.Keyboard.InsertTextAsync(word);
            var watch = Stopwatch.StartNew();
            await page.WaitForFunctionAsync("word => document.querySelector('.paper .textLayer')?.textContent.includes(word)", word.Trim());
            taken.Add(watch.Elapsed.TotalMilliseconds);
            for (var stroke = 0; stroke < word.Length; stroke++)
            {
                await page.Keyboard.PressAsync("Backspace");
            }
        }
        taken.Sort();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"| edits | median | 95 % within | worst |\n|--:|--:|--:|--:|\n| {edits} | {taken[edits / 2]:0} ms | {taken[edits * 95 / 100]:0} ms | {taken[^1]:0} ms |"));
    }

    private static async Task<string> StartAsync(Uri url)
    {
        using var client = new HttpClient { BaseAddress = url };
        using var response = await client.PostAsJsonAsync("/api/cycles", new { source = "sample" });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
    }
}
