using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Texts;
using AwardFlow.Intake.Workbooks;
using AwardFlow.Storage;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>Workbooks to fill in, made for a cycle.</summary>
internal static class TemplatesApi
{
    public static void MapTemplates(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cycles/{id}/templates/entries.xlsx", EntriesAsync).WithSummary("An empty list of entries").Produces<string>(contentType: Xlsx.ContentType);
        api.MapGet("/cycles/{id}/templates/scores.xlsx", ScoresAsync).WithSummary("A score sheet with the entries filled in; ?judge= fills in the judge")
            .Produces<string>(contentType: Xlsx.ContentType);
    }

    private static async Task<FileStreamHttpResult> EntriesAsync(CycleId id, HttpContext context, CycleStore cycles, CancellationToken cancellationToken)
    {
        var definition = await cycles.DefinitionAsync(await cycles.GetAsync(id, cancellationToken), cancellationToken);
        var language = AcceptLanguage.Of(context.Request);
        AcceptLanguage.Tell(context.Response, language);
        return File($"{id}-entries.xlsx", file => Templates.WriteEntries(file, definition, language));
    }

    private static async Task<FileStreamHttpResult> ScoresAsync(
        CycleId id, string? judge, HttpContext context, CycleStore cycles, AcceptedRows accepted, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        var name = string.IsNullOrWhiteSpace(judge) ? null : Known(id, judge, definition);
        var entries = await accepted.EntriesAsync(cycle, cancellationToken);
        if (entries.Count == 0)
        {
            throw new CycleConflictException(UploadTexts.NoEntriesYet(id));
        }
        var language = AcceptLanguage.Of(context.Request);
        AcceptLanguage.Tell(context.Response, language);
        return File($"{id}-scores{(name is null ? "" : $"-{name}")}.xlsx", file => Templates.WriteScores(file, definition, entries, name, language));
    }

    private static JudgeName Known(CycleId id, string judge, CycleDefinition definition)
    {
        var name = JudgeName.TryParse(judge.Trim(), out var parsed) ? parsed : null;
        return (definition.Judges is { } judges ? judges.FirstOrDefault(each => each.Name == name)?.Name : name)
            ?? throw new RequestRefusedException(
                StatusCodes.Status404NotFound, UploadTexts.Unreadable,
                definition.Judges is { } known
                    ? UploadTexts.NoJudge(judge, string.Join(", ", known.Select(each => each.Name)))
                    : UploadTexts.NoSuchJudge(id, judge));
    }

    private static FileStreamHttpResult File(string name, Action<Stream> write)
    {
        var file = SpoolFile.Create();
        try
        {
            write(file);
            file.Position = 0;
            return TypedResults.File(file, Xlsx.ContentType, name);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
