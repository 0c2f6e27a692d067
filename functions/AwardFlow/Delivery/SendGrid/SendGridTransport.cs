using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using SendGrid;

namespace AwardFlow.Delivery;

/// <summary>Hands mails to SendGrid's Mail Send API, v3 (https://www.twilio.com/docs/sendgrid/api-reference/mail-send).</summary>
public sealed class SendGridTransport : IMailTransport, IMailSession, IDisposable
{
    private const int Retries = 3;
    private const int LongestWords = 500;
    private static readonly TimeSpan PauseWhenAway = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly HttpClient _http;
    private readonly SendGridClient _client;
    private readonly SendGridSettings _settings;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<Response> _resilience;

    /// <summary>Makes a transport.</summary>
    /// <param name="settings">How to reach SendGrid.</param>
    /// <param name="time">The clock.</param>
    public SendGridTransport(SendGridSettings settings, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _time = time;
        // One client for the life of the process; connections are renewed so that changes of DNS are seen.
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(15) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client = new SendGridClient(_http, new SendGridClientOptions { ApiKey = settings.ApiKey, Host = settings.BaseUrl.GetLeftPart(UriPartial.Authority) });
        _resilience = Resilience(time);
    }

    /// <inheritdoc/>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public IMailSession Open() => this;

    /// <inheritdoc/>
    public async Task<MailReceipt> SendAsync(LetterMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var message = SendGridMessages.Of(mail, _settings.Sandbox);
        Response response;
        try
        {
            response = await _resilience.ExecuteAsync(async token => await _client.SendEmailAsync(message, token), cancellationToken);
        }
        catch (BrokenCircuitException e)
        {
            throw new MailPostponedException(
                "SendGrid was away several times in a row.", _time.GetUtcNow() + (e.RetryAfter ?? PauseWhenAway), concernsAll: true);
        }
        catch (Exception e) when (NeverArrived(e))
        {
            throw new MailPostponedException($"SendGrid cannot be reached: {e.Message}", _time.GetUtcNow() + PauseWhenAway, concernsAll: true);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new MailOutcomeUnknownException($"The connection to SendGrid broke: {e.Message}", e);
        }
        return await UnderstandAsync(response, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Needs SendGrid's Email Activity add-on; without it SendGrid cannot say.</remarks>
    public async Task<MailAnswer> AskAsync(LetterDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        try
        {
            var query = JsonSerializer.Serialize(new { limit = 1, query = $"(unique_args['{SendGridMessages.DeliveryArgument}']=\"{delivery.Id}\")" });
            var response = await _client.RequestAsync(BaseClient.Method.GET, requestBody: null, query, "messages", cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return MailAnswer.CannotSay;
            }
            using var activity = JsonDocument.Parse(await response.Body.ReadAsStringAsync(cancellationToken));
            var messages = activity.RootElement.GetProperty("messages");
            return messages.GetArrayLength() == 0
                ? MailAnswer.NotSeenYet
                : MailAnswer.Taken(new MailReceipt(messages[0].GetProperty("msg_id").GetString() ?? "", _time.GetUtcNow()));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return MailAnswer.CannotSay;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private static ResiliencePipeline<Response> Resilience(TimeProvider time)
    {
        // What is retried here was certainly not taken; where that is not certain, the ledger decides.
        var away = new PredicateBuilder<Response>()
            .HandleResult(response => (int)response.StatusCode >= 500 && !SaysNothing(response.StatusCode))
            .Handle<HttpRequestException>(NeverArrived)
            .Handle<OperationCanceledException>(NeverArrived);
        var trouble = new PredicateBuilder<Response>().HandleResult(response => (int)response.StatusCode >= 500)
            .Handle<HttpRequestException>().Handle<IOException>().Handle<OperationCanceledException>();
        return new ResiliencePipelineBuilder<Response> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Response>
            {
                ShouldHandle = away,
                MaxRetryAttempts = Retries,
                Delay = TimeSpan.FromMilliseconds(500),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Response>
            {
                ShouldHandle = trouble,
                FailureRatio = 0.9,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = PauseWhenAway,
            })
            .Build();
    }

    /// <summary>Whether a request failed before anything of it was sent.</summary>
    internal static bool NeverArrived(Exception e) => e switch
    {
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        } =>
            e.InnerException is not SocketException { SocketErrorCode: SocketError.ConnectionReset },
        // The one time-out that the client has of its own is that of connecting.
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };

    // A gateway in between gave up: whether SendGrid itself took the mail is not known.
    private static bool SaysNothing(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;

    private async Task<MailReceipt> UnderstandAsync(Response response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            var id = response.Headers.TryGetValues("X-Message-Id", out var ids) ? ids.First() : "";
            return new MailReceipt(id, _time.GetUtcNow());
        }
        var words = $"SendGrid answered {(int)response.StatusCode}: {Shorten(await response.Body.ReadAsStringAsync(cancellationToken))}";
        throw response.StatusCode switch
        {
            var status when SaysNothing(status) => new MailOutcomeUnknownException(words),
            HttpStatusCode.TooManyRequests => new MailPostponedException(words, ResetOf(response), concernsAll: true),
            >= HttpStatusCode.InternalServerError => new MailPostponedException(words, _time.GetUtcNow() + PauseWhenAway, concernsAll: true),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed =>
                new MailSettingsException($"{words} Look at SendGrid__ApiKey, SendGrid__BaseUrl and Mail__From."),
            _ => new MailRefusedException(DeliveryState.Dropped, words),
        };
    }

    private DateTimeOffset ResetOf(Response response)
    {
        var now = _time.GetUtcNow();
        var reset = response.Headers.TryGetValues("X-RateLimit-Reset", out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : now + (response.Headers.RetryAfter?.Delta ?? PauseWhenAway);
        // A reset that has passed, or one far away, is a clock that is wrong.
        return reset < now ? now.AddSeconds(1) : reset > now + LongestPause ? now + LongestPause : reset;
    }

    private static string Shorten(string words) => words.Length <= LongestWords ? words : words[..LongestWords] + "…";
}
