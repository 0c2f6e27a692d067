using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>Letters with their certificates and result sheets, and previews of them.</summary>
internal static class LettersApi
{
    private const string Pdf = "application/pdf";

    public static void MapLetters(this IEndpointRouteBuilder api)
    {
        Map(api, "", LetterDocument.Letter, "letter");
        Map(api, "/certificate", LetterDocument.Certificate, "certificate");
        Map(api, "/results", LetterDocument.ResultSheet, "result sheet");
    }

    private static void Map(IEndpointRouteBuilder api, string path, LetterDocument document, string name) => api
        .MapGet($"/cycles/{{id}}/letters/{{entry}}{path}", (
                CycleId id, EntryCode entry, CycleStore cycles, CycleReports reports, LetterPictureStore pictures,
                DeliveryLedger ledger, LetterDocuments documents, CancellationToken cancellationToken) =>
            GetAsync(id, entry, document, cycles, reports, pictures, ledger, documents, cancellationToken))
        .WithSummary($"An entry's {name}; before closing, a preview marked as a draft")
        .Produces<string>(contentType: Pdf).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<FileContentHttpResult> GetAsync(
        CycleId id, EntryCode entry, LetterDocument document, CycleStore cycles, CycleReports reports,
        LetterPictureStore pictures, DeliveryLedger ledger, LetterDocuments documents, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        if (cycle.IsFrozen && await RenderedAsync(id, entry, document, ledger, documents, cancellationToken) is { } rendered)
        {
            return TypedResults.File(rendered.ToArray(), Pdf);
        }
        var results = await reports.ResultsAsync(cycle, cancellationToken);
        var result = results.Entries.FirstOrDefault(result => result.Entry.Code == entry);
        if (result is null)
        {
            throw new RequestRefusedException(StatusCodes.Status404NotFound, LedgerTexts.NoEntryTitle, RequestTexts.NoEntry(id, entry));
        }
        if (!cycle.IsFrozen)
        {
            var renderer = new DocumentRenderer(
                await cycles.DefinitionAsync(cycle, cancellationToken), await pictures.ReadAsync(cycle, cancellationToken), OverallAverages.Of(results));
            return TypedResults.File(renderer.Render(document, result, draft: true), Pdf);
        }
        return await RenderedAsync(id, result.Entry.Code, document, ledger, documents, cancellationToken) is { } spelledOtherwise
            ? TypedResults.File(spelledOtherwise.ToArray(), Pdf)
            : throw new RequestRefusedException(
                StatusCodes.Status404NotFound,
                RequestTexts.NoLetterTitle,
                result.Average is null ? RequestTexts.NoAverage(entry) : RequestTexts.NotRendered(entry));
    }

    // What is shown is what was rendered, as what is sent is: a file that somebody put in its place is not.
    private static async Task<BinaryData?> RenderedAsync(
        CycleId id, EntryCode entry, LetterDocument document, DeliveryLedger ledger, LetterDocuments documents, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(id, entry, cancellationToken) is not { HasLetter: true } row)
        {
            return null;
        }
        try
        {
            return await documents.FetchAsync(row, document, cancellationToken);
        }
        catch (LetterFaultException) when (row.Documents.Count == 0)
        {
            return null; // It never was rendered.
        }
        catch (LetterFaultException)
        {
            throw new RequestRefusedException(StatusCodes.Status409Conflict, RequestTexts.AlteredTitle, RequestTexts.Altered(entry));
        }
    }
}
