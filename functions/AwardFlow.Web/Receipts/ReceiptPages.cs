using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Receipts;
using AwardFlow.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Web.Receipts;

/// <summary>
/// The recipients' pages. Scanners and link previews fetch pages, so fetching one changes nothing; only the form on it
/// does. They need no script and set no cookie.
/// </summary>
internal static class ReceiptPages
{
    private const int LargestForm = 64_000;

    private const string Policy = "default-src 'none'; style-src 'self'; form-action 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    // Whoever reads a link in a log could confirm in the recipient's place.
    private static readonly string[] LogsOfPaths =
        ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing.Matching.DfaMatcher", "Microsoft.AspNetCore.Server.Kestrel.BadRequests"];

    /// <summary>Silences the framework's log lines that hold the path of a request, whatever the settings say of their categories.</summary>
    public static IServiceCollection KeepPathsOutOfLogs(this IServiceCollection services) => services.AddLogging(logging =>
    {
        foreach (var category in LogsOfPaths)
        {
            logging.AddFilter(category, LogLevel.Warning);
        }
    });

    public static void MapReceiptPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/r/{token}", GetOrHead, ShowAsync).AllowAnonymous().ForOutsiders().ExcludeFromDescription();
        routes.MapPost("/r/{token}", SubmitAsync).AllowAnonymous().ForOutsiders().ExcludeFromDescription();
        routes.MapMethods("/r/{token}/{document}", GetOrHead, DownloadAsync).AllowAnonymous().ForOutsiders().ExcludeFromDescription();
    }

    private static async Task ShowAsync(
        string token, HttpContext context, ReceiptDesk desk, ReceiptLinks links, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(token, cancellationToken) is not { } opened)
        {
            await NotFoundAsync(context, cancellationToken);
            return;
        }
        var (texts, page, form, notice) = (
            TextsOf(context), Page(TextsOf(context), opened, token, links), Filled(TextsOf(context), opened, time), (string?)null);
        IReadOnlyList<ReceiptFault> faults = [];
        if (opened.IsOpen && RefusedForm.Find(context.Request.Query["again"], opened.Row.ReceiptRevision) is { } refused)
        {
            (form, notice) = (refused.Why == RefusedForm.Reason.Outdated ? form : refused.Form, Notice(texts, refused.Why));
            if (refused.Why == RefusedForm.Reason.Faults)
            {
                form.Read(opened.MailedAt, time.GetUtcNow(), out faults);
            }
        }
        await WriteAsync(context, StatusCodes.Status200OK, page.Write(form, notice, faults), cancellationToken);
    }

    private static string? Notice(ReceiptTexts texts, RefusedForm.Reason why) => why switch
    {
        RefusedForm.Reason.Stale => texts.Stale,
        RefusedForm.Reason.Outdated => texts.Outdated,
        _ => null,
    };

    private static async Task SubmitAsync(
        string token, HttpContext context, ReceiptDesk desk, ReceiptCommands commands,
        ReceiptLinks links, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(token, cancellationToken) is not { } opened)
        {
            await NotFoundAsync(context, cancellationToken);
            return;
        }
        var texts = TextsOf(context);
        var fields = await FieldsAsync(context.Request, cancellationToken);
        // Not what the page's form sends.
        if (fields is null || !fields.ContainsKey("form"))
        {
            await WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                Page(texts, opened, token, links).Write(Filled(TextsOf(context), opened, time), texts.Stale, []),
                cancellationToken);
            return;
        }
        var form = new ReceiptForm(
            fields["number"].ToString(), fields["day"].ToString(), fields["month"].ToString(), fields["year"].ToString(), fields["time"].ToString(),
            fields["division"].ToString(), fields["name"].ToString());
        if (links.ReadFormValue(token, fields["form"].ToString()) is not { } revision)
        {
            Redirect(context.Response, token, texts, new RefusedForm(opened.Row.ReceiptRevision, RefusedForm.Reason.Stale, form));
            return;
        }
        if (form.Read(opened.MailedAt, time.GetUtcNow(), out _) is not { } receipt)
        {
            Redirect(context.Response, token, texts, new RefusedForm(opened.Row.ReceiptRevision, RefusedForm.Reason.Faults, form));
            return;
        }
        switch (await commands.RecordAsync(token, receipt, revision, cancellationToken))
        {
            case ReceiptOutcome.Recorded:
                Redirect(context.Response, token, texts, refused: null);
                break;
            case ReceiptOutcome.Outdated when await desk.OpenAsync(token, cancellationToken) is { } now:
                Redirect(context.Response, token, texts, new RefusedForm(now.Row.ReceiptRevision, RefusedForm.Reason.Outdated, form));
                break;
            case ReceiptOutcome.NoSuchLink:
                await NotFoundAsync(context, cancellationToken);
                break;
            default:
                // The page itself says that its time is over.
                Redirect(context.Response, token, texts, refused: null);
                break;
        }
    }

    // Whatever came of a form, its page is got anew: a reload sends nothing again.
    private static void Redirect(HttpResponse response, string token, ReceiptTexts texts, RefusedForm? refused)
    {
        Prepare(response);
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = $"{token}?lang={texts.Language}{(refused is null ? "" : $"&again={refused.Encode()}")}";
    }

    private static async Task DownloadAsync(
        string token, string document, HttpContext context, ReceiptDesk desk, LetterStore letters, CancellationToken cancellationToken)
    {
        var known = LetterStore.Documents.Where(each => LetterStore.FileName(each) == document).ToList();
        if (known.Count == 0 || await desk.OpenAsync(token, cancellationToken) is not { } opened
            || await FindAsync(letters, opened.Row, known[0], cancellationToken) is not { } pdf)
        {
            await NotFoundAsync(context, cancellationToken);
            return;
        }
        Prepare(context.Response);
        context.Response.ContentType = "application/pdf";
        context.Response.ContentLength = pdf.ToMemory().Length;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{document}\"";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(pdf.ToMemory(), cancellationToken);
        }
    }

    private static Task<BinaryData?> FindAsync(LetterStore letters, LetterDelivery row, LetterDocument document, CancellationToken cancellationToken) =>
        row.Letter == 1
            ? letters.FindAsync(row.Cycle, row.EntryCode, document, cancellationToken)
            : letters.FindCorrectionAsync(row.Cycle, row.EntryCode, document, Correction.NumberOf(row.Letter), cancellationToken);

    // The one answer to every link that opens nothing.
    private static Task NotFoundAsync(HttpContext context, CancellationToken cancellationToken) =>
        WriteAsync(context, StatusCodes.Status404NotFound, ReceiptPage.NotFound, cancellationToken);

    private static async Task<IFormCollection?> FieldsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType || request.ContentLength > LargestForm)
        {
            return null;
        }
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestForm;
        }
        try
        {
            return await request.ReadFormAsync(new FormOptions { BufferBodyLengthLimit = LargestForm, ValueCountLimit = 20 }, cancellationToken);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return null;
        }
    }

    private static ReceiptPage Page(ReceiptTexts texts, ReceiptCase opened, string token, ReceiptLinks links) =>
        new(texts, opened, token, links.FormValue(token, opened.Row.ReceiptRevision));

    // In Thai hours have a dot, in English a colon.
    private static ReceiptForm Filled(ReceiptTexts texts, ReceiptCase opened, TimeProvider time)
    {
        var form = opened.Receipt is { } receipt ? ReceiptForm.Of(receipt) : ReceiptForm.At(time.GetUtcNow());
        return texts.Language == ReceiptTexts.English.Language ? form with { Time = form.Time.Replace('.', ':') } : form;
    }

    private static ReceiptTexts TextsOf(HttpContext context) =>
        context.Request.Query["lang"] == ReceiptTexts.English.Language ? ReceiptTexts.English : ReceiptTexts.Thai;

    private static void Prepare(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    private static async Task WriteAsync(HttpContext context, int status, Html page, CancellationToken cancellationToken)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(page.ToString());
        Prepare(context.Response);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(bytes, cancellationToken);
        }
    }
}
