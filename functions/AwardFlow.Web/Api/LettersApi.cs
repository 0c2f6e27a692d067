using AwardFlow.Cycles;
using AwardFlow.Letters;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>Letters and their previews.</summary>
internal static class LettersApi
{
    private const string Pdf = "application/pdf";

    public static void MapLetters(this IEndpointRouteBuilder api) =>
        api.MapGet("/cycles/{id}/letters/{entry}", GetAsync).WithSummary("An entry's letter; before closing, a preview marked as a draft")
            .Produces<string>(contentType: Pdf).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetAsync(
        string id, string entry, CycleStore cycles, CycleReports reports, LetterStore letters, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        if (!cycle.IsCollecting && await letters.FindAsync(id, entry, LetterDocument.Letter, cancellationToken) is { } letter)
        {
            return TypedResults.File(letter.ToArray(), Pdf);
        }
        var results = await reports.ResultsAsync(cycle, cancellationToken);
        var result = results.Entries.FirstOrDefault(result => string.Equals(result.Entry.Code, entry, StringComparison.OrdinalIgnoreCase));
        if (result is null)
        {
            return TypedResults.Problem($"The cycle '{id}' has no entry '{entry}'.", statusCode: StatusCodes.Status404NotFound, title: "There is no such entry.");
        }
        if (cycle.IsCollecting)
        {
            var renderer = new LetterRenderer(await cycles.DefinitionAsync(cycle, cancellationToken));
            return TypedResults.File(renderer.Render(result, draft: true), Pdf);
        }
        return await letters.FindAsync(id, result.Entry.Code, LetterDocument.Letter, cancellationToken) is { } spelledOtherwise
            ? TypedResults.File(spelledOtherwise.ToArray(), Pdf)
            : TypedResults.Problem(
                result.Average is null ? $"Entry '{entry}' has no average and so no letter." : $"The letter of entry '{entry}' is not rendered yet.",
                statusCode: StatusCodes.Status404NotFound,
                title: "There is no letter.");
    }
}
