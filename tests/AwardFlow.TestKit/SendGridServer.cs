using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.TestKit;

/// <summary>
/// A SendGrid on loopback: speaks the mail send, email activity and event webhook of the real one, keeps what it took, and
/// misbehaves as it is told.
/// </summary>
public sealed partial class SendGridServer : IAsyncDisposable
{
    public const string ApiKey = "SG.test-key-of-a-loopback-server";

    private readonly WebApplication _app;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private int _requests;

    private SendGridServer(WebApplication app) => _app = app;

    /// <summary>How the server meets one request.</summary>
    public enum Manner
    {
        Takes,
        Refuses400,
        Refuses401,
        Refuses413,
        Limits429,
        Fails500,
        GivesUp408,
        GivesUp502,
        GivesUp504,
        TakesAndHangs,
        HangsWithoutTaking,
        TakesAndResets,
        ResetsWithoutTaking,
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>The public key of its events, as SendGrid's settings show it.</summary>
    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    /// <summary>What it took, in order.</summary>
    public ConcurrentQueue<TakenMail> Taken { get; } = new();

    /// <summary>How it meets the n-th send, from 1.</summary>
    public Func<int, Manner> Meets { get; set; } = _ => Manner.Takes;

    /// <summary>Which deliveries it takes whatever <see cref="Meets"/> says.</summary>
    public Func<string, bool> Spares { get; set; } = _ => false;

    /// <summary>Whether the account has the email activity add-on.</summary>
    public bool HasActivity { get; set; } = true;

    /// <summary>Seconds since 1970 that a 429 names as its reset.</summary>
    public long ResetAt { get; set; }

    /// <summary>Held sends go on when this is set.</summary>
    public TaskCompletionSource Slowness { get; set; } = Done();

    public int Requests => _requests;

    public static async Task<SendGridServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 40_000_000);
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var server = new SendGridServer(app);
        app.UseRouting();
        app.MapPost("/v3/mail/send", server.SendAsync);
        app.MapGet("/v3/messages", server.Messages);
        await app.StartAsync();
        return server;
    }

    /// <summary>An event about a mail, as the webhook reports it.</summary>
    public static JsonObject Event(TakenMail mail, string kind, DateTimeOffset at, string? id = null) => new()
    {
        ["email"] = mail.To,
        ["event"] = kind,
        ["timestamp"] = at.ToUnixTimeSeconds(),
        ["sg_event_id"] = id ?? Guid.NewGuid().ToString("N"),
        ["sg_message_id"] = mail.MessageId,
        ["cycle"] = mail.Cycle,
        ["entry"] = mail.Entry,
        ["delivery"] = mail.Delivery,
        ["reason"] = kind is "bounce" or "dropped" ? "550 5.1.1 no such mailbox" : null,
    };

    /// <summary>A call of the webhook, signed.</summary>
    public HttpRequestMessage Call(string body, DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = _key.SignData(Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var call = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/sendgrid") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        call.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", Convert.ToBase64String(signature));
        call.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        return call;
    }

    public async ValueTask DisposeAsync()
    {
        Slowness.TrySetResult();
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private async Task SendAsync(HttpContext context)
    {
        var mail = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        var number = Interlocked.Increment(ref _requests);
        var manner = Spares(Argument(mail, "delivery")) ? Manner.Takes : Meets(number);
        await Slowness.Task;
        if (context.Request.Headers.Authorization != $"Bearer {ApiKey}" || manner == Manner.Refuses401)
        {
            await RefuseAsync(context, 401, "The provided authorization grant is invalid, expired, or revoked");
            return;
        }
        switch (manner)
        {
            case Manner.Refuses400:
                await RefuseAsync(context, 400, "Does not contain a valid address.");
                return;
            case Manner.Refuses413:
                await RefuseAsync(context, 413, "Payload too large");
                return;
            case Manner.Limits429:
                context.Response.Headers["X-RateLimit-Reset"] = ResetAt.ToString(CultureInfo.InvariantCulture);
                await RefuseAsync(context, 429, "too many requests");
                return;
            case Manner.Fails500:
                await RefuseAsync(context, 500, "internal error");
                return;
            case Manner.GivesUp408:
                await RefuseAsync(context, 408, "request timeout");
                return;
            case Manner.GivesUp502:
                await RefuseAsync(context, 502, "bad gateway");
                return;
            case Manner.GivesUp504:
                await RefuseAsync(context, 504, "gateway timeout");
                return;
            case Manner.HangsWithoutTaking:
                await HangAsync(context);
                return;
            case Manner.ResetsWithoutTaking:
                context.Abort();
                return;
        }
        var id = Take(mail);
        switch (manner)
        {
            case Manner.TakesAndHangs:
                await HangAsync(context);
                return;
            case Manner.TakesAndResets:
                context.Abort();
                return;
        }
        context.Response.Headers["X-Message-Id"] = id;
        context.Response.StatusCode = 202;
    }

    private string Take(JsonNode mail)
    {
        var id = Guid.NewGuid().ToString("N");
        if (mail["mail_settings"]?["sandbox_mode"]?["enable"]?.GetValue<bool>() == true)
        {
            return id;
        }
        Taken.Enqueue(new TakenMail(
            id, Argument(mail, "cycle"), Argument(mail, "entry"), Argument(mail, "delivery"),
            mail["personalizations"]![0]!["to"]![0]!["email"]!.GetValue<string>(), mail));
        return id;
    }

    // Some requests of tests are no whole mails.
    private static string Argument(JsonNode mail, string name) =>
        (string?)(mail["personalizations"]?[0]?["custom_args"] ?? mail["custom_args"])?[name] ?? "";

    private IResult Messages(HttpContext context)
    {
        if (!HasActivity)
        {
            return Results.Json(new { errors = new[] { new { message = "access forbidden" } } }, statusCode: 403);
        }
        var asked = Query().Match(context.Request.Query["query"].ToString());
        var found = Taken.Where(mail => mail.Delivery == asked.Groups["id"].Value)
            .Select(mail => new { msg_id = mail.MessageId, to_email = mail.To, status = "processed" });
        return asked.Success
            ? Results.Json(new { messages = found })
            : Results.Json(new { errors = new[] { new { message = "invalid query" } } }, statusCode: 400);
    }

    private static async Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(JsonSerializer.Serialize(new { errors = new[] { new { message } } }), context.RequestAborted);
    }

    private static async Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var _ = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        done.SetResult();
        return done;
    }

    [GeneratedRegex(@"^\(unique_args\['delivery'\]=""(?<id>[0-9a-f]+)""\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Query();

    /// <summary>A mail that it took.</summary>
    public sealed record TakenMail(string MessageId, string Cycle, string Entry, string Delivery, string To, JsonNode Json);
}
