using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Pictures;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AwardFlow.Web.Answers;

/// <summary>Answers what the product refuses with problem details (RFC 9457), in the caller's language where both are known.</summary>
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
        if (IsBilingual(exception))
        {
            AcceptLanguage.Tell(httpContext.Response, language);
        }
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    private static bool IsBilingual(Exception exception) => exception is
        CycleNotFoundException or UploadNotFoundException or UploadRefusedException or RequestRefusedException or CycleConflictException { Text: not null };

    private static ProblemDetails? Describe(Exception exception, HttpRequest request, Language language) => exception switch
    {
        CycleNotFoundException missing => Problem(StatusCodes.Status404NotFound, UploadTexts.NoCycle.In(language), missing.Text.In(language)),
        UploadNotFoundException missing => Problem(StatusCodes.Status404NotFound, UploadTexts.NoUploadTitle.In(language), missing.Text.In(language)),
        EntryNotFoundException => Problem(StatusCodes.Status404NotFound, "There is no such entry.", exception.Message),
        CycleConflictException { Text: { } text } => Problem(StatusCodes.Status409Conflict, UploadTexts.Conflict.In(language), text.In(language)),
        CycleConflictException => Problem(StatusCodes.Status409Conflict, UploadTexts.Conflict.English, exception.Message),
        InvalidDefinitionException invalid => new HttpValidationProblemDetails(invalid.Errors.ToDictionary(StringComparer.Ordinal))
        {
            Status = StatusCodes.Status400BadRequest,
            Title = "The request breaks the rules of a cycle.",
            Detail = invalid.Message,
        },
        UploadRefusedException refused => Refused(refused, request, language),
        RequestRefusedException refused => Problem(refused.Status, refused.Title.In(language), refused.Text.In(language)),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            Problem(StatusCodes.Status413PayloadTooLarge, UploadTexts.TooLarge.In(language), UploadTexts.Largest(UploadBody.LargestSheet / 1_000_000, Picture.LargestFile / 1_000_000).In(language)),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } kind =>
            Problem(kind.StatusCode, UploadTexts.OtherKind.English, kind.Message),
        BadHttpRequestException bad => Problem(bad.StatusCode, UploadTexts.Unreadable.English, bad.Message),
        _ => null,
    };

    private static ProblemDetails Refused(UploadRefusedException refused, HttpRequest request, Language language)
    {
        if (refused.IsOtherKind)
        {
            return Problem(StatusCodes.Status415UnsupportedMediaType, UploadTexts.OtherKind.In(language), refused.Text.In(language));
        }
        var problem = Problem(StatusCodes.Status400BadRequest, UploadTexts.Refused.In(language), refused.Text.In(language));
        problem.Extensions["rows"] = RowProblemView.Of(refused.Rows, language);
        problem.Extensions["problems"] = refused.Problems;
        problem.Extensions["unlisted"] = refused.Problems - refused.Rows.Count;
        if (refused is { Sha256: { } sha256, Problems: > 0 })
        {
            problem.Extensions["sha256"] = sha256;
            problem.Extensions["problemCopy"] = Api.HistoryApi.ProblemCopy(request, sha256);
        }
        return problem;
    }

    private static ProblemDetails Problem(int status, string title, string detail) => new() { Status = status, Title = title, Detail = detail };
}
