using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Intake.Texts;
using AwardFlow.Storage;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Pictures;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AwardFlow.Web.Answers;

/// <summary>Answers what the product refuses with problem details (RFC 9457), in the caller's language.</summary>
/// <param name="problems">Writes them.</param>
internal sealed class ProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var language = AcceptLanguage.Of(httpContext.Request);
        if (Describe(exception, httpContext.Request, language) is not { } problem)
        {
            return false;
        }
        AcceptLanguage.Tell(httpContext.Response, language);
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    private static ProblemDetails? Describe(Exception exception, HttpRequest request, Language language) => exception switch
    {
        CycleNotFoundException missing => Problem(StatusCodes.Status404NotFound, UploadTexts.NoCycle.In(language), missing.Text.In(language)),
        NotInCycleException missing => Problem(StatusCodes.Status404NotFound, UploadTexts.NotInCycle.In(language), missing.Text.In(language)),
        UploadNotFoundException missing => Problem(StatusCodes.Status404NotFound, UploadTexts.NoUploadTitle.In(language), missing.Text.In(language)),
        EntryNotFoundException missing => Problem(StatusCodes.Status404NotFound, LedgerTexts.NoEntryTitle.In(language), missing.Text.In(language)),
        CorrectionNotFoundException missing => Problem(StatusCodes.Status404NotFound, CorrectionTexts.NotFoundTitle.In(language), missing.Text.In(language)),
        DefinitionChangedException changed => Changed(changed, language),
        ManifestChangedException changed => Changed(changed, language),
        CycleConflictException conflict => Problem(StatusCodes.Status409Conflict, UploadTexts.Conflict.In(language), conflict.Text.In(language)),
        InvalidDefinitionException invalid => new HttpValidationProblemDetails(
            invalid.Errors.ToDictionary(error => error.Key, error => error.Value.Select(text => text.In(language)).ToArray(), StringComparer.Ordinal))
        {
            Status = StatusCodes.Status400BadRequest,
            Title = RequestTexts.BreaksRules.In(language),
            Detail = invalid.Text.In(language),
            Extensions = { ["faults"] = FaultView.Of(invalid.Faults, language) },
        },
        PostingChangesException changes => new ProblemDetails
        {
            Status = StatusCodes.Status409Conflict,
            Title = PostTexts.MustConfirmTitle.In(language),
            Detail = PostTexts.MustConfirm(changes).In(language),
            Extensions = { ["changes"] = changes.Changes, ["confirm"] = changes.Confirm },
        },
        UploadRefusedException refused => Refusals.Problem(UploadRefusal.Of(refused, sha256: null), request, language),
        TypedScoresException or DraftChangedException or IncompleteSheetException or UnsubmittedSheetsException => JudgingRefusals.Of(exception, language),
        StorageException { Fault: StorageFault.Full } =>
            Problem(StatusCodes.Status507InsufficientStorage, StorageTexts.NotStored.In(language), StorageTexts.Full.In(language)),
        StorageException fault =>
            Problem(StatusCodes.Status503ServiceUnavailable, StorageTexts.NotStored.In(language), StorageTexts.Of(fault.Fault).In(language)),
        RequestRefusedException refused => Problem(refused.Status, refused.Title.In(language), refused.Text.In(language)),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            Problem(
                StatusCodes.Status413PayloadTooLarge,
                UploadTexts.TooLarge.In(language),
                UploadTexts.Largest(UploadBody.LargestSheet / 1_000_000, Picture.LargestFile / 1_000_000).In(language)),
        BadHttpRequestException bad => Problem(bad.StatusCode, UploadTexts.Unreadable.In(language), RequestTexts.Broken(bad.Message).In(language)),
        _ => null,
    };

    // With what the caller needs to look at it as it stands.
    private static ProblemDetails Changed(DefinitionChangedException changed, Language language)
    {
        var problem = Problem(StatusCodes.Status412PreconditionFailed, SetupTexts.ChangedTitle.In(language), changed.Text.In(language));
        if (changed.Cycle is { } cycle)
        {
            problem.Extensions["etag"] = $"\"{cycle.DefinitionTag}\"";
            problem.Extensions["by"] = cycle.DefinitionBy;
            problem.Extensions["at"] = cycle.DefinitionAt;
        }
        return problem;
    }

    private static ProblemDetails Changed(ManifestChangedException changed, Language language)
    {
        var problem = Problem(StatusCodes.Status409Conflict, UploadTexts.Conflict.In(language), changed.Text.In(language));
        problem.Extensions["manifestSha256"] = changed.ManifestSha256;
        problem.Extensions["changes"] = changed.Change;
        return problem;
    }

    private static ProblemDetails Problem(int status, string title, string detail) => new() { Status = status, Title = title, Detail = detail };
}
