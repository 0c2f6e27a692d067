using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Intake.Texts;
using AwardFlow.Letters;
using AwardFlow.Records.Print;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>All of a cycle's letters at once, and the list for registered mail.</summary>
internal static class PrintApi
{
    private const string Pdf = "application/pdf";
    private const string Zip = "application/zip";

    private static readonly IReadOnlyDictionary<string, LetterFilter> Filters = new Dictionary<string, LetterFilter>(StringComparer.Ordinal)
    {
        ["all"] = LetterFilter.All,
        ["passed"] = LetterFilter.Passed,
        ["notPassed"] = LetterFilter.NotPassed,
        ["toPost"] = LetterFilter.ToPost,
        ["noEmail"] = LetterFilter.NoEmail,
        ["bounced"] = LetterFilter.Bounced,
    };

    private static readonly IReadOnlyDictionary<string, LetterDocument> Documents = new Dictionary<string, LetterDocument>(StringComparer.Ordinal)
    {
        ["letter"] = LetterDocument.Letter,
        ["certificate"] = LetterDocument.Certificate,
        ["results"] = LetterDocument.ResultSheet,
    };

    public static void MapPrint(this IEndpointRouteBuilder api)
    {
        const string query =
            "?filter= all, passed, notPassed, toPost, noEmail or bounced; ?documents= letter, certificate and results with commas between, all where it is not said; ?addressSheets=true or false, true for toPost";
        api.MapGet("/cycles/{id}/letters.pdf", PdfAsync)
            .Produces<string>(contentType: Pdf)
            .WithSummary($"All letters in one PDF to print, by entry code; {query}");
        api.MapGet("/cycles/{id}/letters.zip", ZipAsync).Produces<string>(contentType: Zip).WithSummary($"All letters in a zip, a folder an entry; {query}");
        api.MapGet("/cycles/{id}/labels.pdf", LabelsAsync).Produces<string>(contentType: Pdf).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary(
                "Labels with the addresses of letters, 3 by 8 on A4 (70 by 37 mm); ?filter= as for letters.pdf, toPost where it is not said; ?skip= how many labels of the first sheet are used, 0 to 23");
        api.MapGet("/cycles/{id}/registered-mail.xlsx", PostListAsync).Produces<string>(contentType: Xlsx.ContentType)
            .WithSummary(
                "The list for registered mail (ใบนำส่งลงทะเบียน): the letters that wait for the post, with ?posted=true those that were posted too; filled in, it can be sent to deliveries/posted");
    }

    private static async Task<PushStreamHttpResult> PdfAsync(
        CycleId id, string? filter, string? documents, string? addressSheets, HttpContext context, LetterPrint print, CancellationToken cancellationToken)
    {
        var options = await OptionsAsync(id, filter, documents, addressSheets, print, cancellationToken);
        return TypedResults.Stream(
            output => WholeAsync(context, () => print.WritePdfAsync(id, options, output, context.RequestAborted)), Pdf, $"{id}-letters.pdf");
    }

    private static async Task<PushStreamHttpResult> ZipAsync(
        CycleId id, string? filter, string? documents, string? addressSheets, HttpContext context, LetterPrint print, CancellationToken cancellationToken)
    {
        var options = await OptionsAsync(id, filter, documents, addressSheets, print, cancellationToken);
        return TypedResults.Stream(
            output => WholeAsync(context, () => print.WriteZipAsync(id, options, output, context.RequestAborted)), Zip, $"{id}-letters.zip");
    }

    private static async Task<FileContentHttpResult> LabelsAsync(
        CycleId id, string? filter, string? skip, LetterPrint print, CancellationToken cancellationToken)
    {
        var options = await OptionsAsync(id, string.IsNullOrEmpty(filter) ? "toPost" : filter, documents: null, addressSheets: null, print, cancellationToken);
        var used = string.IsNullOrEmpty(skip) ? 0
            : int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < LetterPrint.LabelsOnSheet ? number
            : throw Bad("skip", ["0–23"]);
        using var pdf = new MemoryStream();
        await print.WriteLabelsAsync(id, options.Filter, used, pdf, cancellationToken);
        return TypedResults.File(pdf.ToArray(), Pdf, $"{id}-labels.pdf");
    }

    private static async Task<FileContentHttpResult> PostListAsync(CycleId id, string? posted, PostList list, CancellationToken cancellationToken) =>
        Xlsx.File($"{id}-registered-mail.xlsx", PostList.Columns, await list.RowsAsync(id, IsOn("posted", posted) ?? false, cancellationToken));

    private static async Task<PrintOptions> OptionsAsync(
        CycleId id, string? filter, string? documents, string? addressSheets, LetterPrint print, CancellationToken cancellationToken)
    {
        var which = string.IsNullOrEmpty(filter) ? LetterFilter.All : Filters.TryGetValue(filter, out var known) ? known : throw Bad("filter", Filters.Keys);
        var wanted = (documents ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => Documents.TryGetValue(name, out var document) ? document : throw Bad("documents", Documents.Keys)).Distinct().Order().ToList();
        var sheets = IsOn("addressSheets", addressSheets) ?? which == LetterFilter.ToPost;
        return await print.AnyAsync(id, which, cancellationToken)
            ? new PrintOptions(which, wanted.Count > 0 ? wanted : LetterStore.Documents, sheets)
            : throw new RequestRefusedException(StatusCodes.Status404NotFound, PostTexts.NothingToPrintTitle, PostTexts.NothingToPrint);
    }

    // An answer that began cannot say that it failed, but a broken connection can.
    private static async Task WholeAsync(HttpContext context, Func<Task> write)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }
        try
        {
            await write();
        }
        catch
        {
            context.Abort();
            throw;
        }
    }

    private static bool? IsOn(string name, string? value) => value switch
    {
        null or "" => null,
        "true" => true,
        "false" => false,
        _ => throw Bad(name, ["true", "false"]),
    };

    private static RequestRefusedException Bad(string name, IEnumerable<string> known) =>
        new(StatusCodes.Status400BadRequest, UploadTexts.Unreadable, UploadTexts.BadParameter(name, string.Join(", ", known)));
}
