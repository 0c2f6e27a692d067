using System.Text.RegularExpressions;
using AwardFlow.IntegrationTests.Running;
using MimeKit;

namespace AwardFlow.IntegrationTests.Receipts;

/// <summary>A correspondence desk that got a mail: it opens the link in it and fills in the form.</summary>
public sealed partial class Recipient(LocalServer server, string path) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(server.Address) };

    /// <summary>The link's path.</summary>
    public string Path { get; } = path;

    public string Token => Path.Split('/')[^1];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The desk that got a letter or a reminder in the outbox.</summary>
    /// <param name="server">The server, with its outbox.</param>
    /// <param name="mail">The mail's file without its extension.</param>
    public static Recipient Of(LocalServer server, string mail)
    {
        var message = MimeMessage.Load(System.IO.Path.Combine(server.Outbox, $"{mail}.eml"), Cancelled);
        return new Recipient(server, new Uri(Link().Match(message.TextBody!).Value).AbsolutePath);
    }

    public void Dispose() => _http.Dispose();

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null) =>
        _http.SendAsync(new HttpRequestMessage(method, path) { Content = content }, Cancelled);

    public Task<HttpResponseMessage> OpenAsync(string query = "") => SendAsync(HttpMethod.Get, Path + query);

    public async Task<string> TextAsync(string query = "")
    {
        using var page = await OpenAsync(query);
        return await page.Content.ReadAsStringAsync(Cancelled);
    }

    /// <summary>The value that stands in the page's form.</summary>
    public async Task<string> FormValueAsync() => Hidden().Match(await TextAsync()).Groups["value"].Value;

    /// <summary>Sends the form with a value that was read before.</summary>
    public Task<HttpResponseMessage> SubmitAsync(
        string formValue, string number, string day = "3", string time = "11.00", string division = "สำนักปลัด", string name = "", string query = "") =>
        SendAsync(HttpMethod.Post, Path + query, new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["form"] = formValue,
            ["number"] = number,
            ["day"] = day,
            ["month"] = "10",
            ["year"] = "2564",
            ["time"] = time,
            ["division"] = division,
            ["name"] = name,
        }));

    /// <summary>The page that an answer to the form leads to, as text.</summary>
    public async Task<string> FollowAsync(HttpResponseMessage answer)
    {
        using var page = await SendAsync(HttpMethod.Get, new Uri(new Uri(new Uri(server.Address), Path), answer.Headers.Location!).PathAndQuery);
        return await page.Content.ReadAsStringAsync(Cancelled);
    }

    /// <summary>Opens the page and sends its form.</summary>
    public async Task<HttpResponseMessage> ConfirmAsync(string number) => await SubmitAsync(await FormValueAsync(), number);

    [GeneratedRegex(@"http://localhost:7071/r/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"name=""form"" value=""(?<value>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();
}
