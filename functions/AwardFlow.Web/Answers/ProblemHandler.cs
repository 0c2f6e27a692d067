using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Typesetting.Pictures;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AwardFlow.Web.Answers;

/// <summary>Answers what the product refuses with problem details (RFC 9457).</summary>
/// <param name="problems">Writes them.</param>
internal sealed class ProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Describe(exception) is not { } problem)
        {
            return false;
        }
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    private static ProblemDetails? Describe(Exception exception) => exception switch
    {
        CycleNotFoundException => Problem(StatusCodes.Status404NotFound, "There is no such cycle.", exception.Message),
        EntryNotFoundException => Problem(StatusCodes.Status404NotFound, "There is no such entry.", exception.Message),
        CycleConflictException => Problem(StatusCodes.Status409Conflict, "The cycle is not in a state for this.", exception.Message),
        InvalidDefinitionException invalid => new HttpValidationProblemDetails(invalid.Errors.ToDictionary(StringComparer.Ordinal))
        {
            Status = StatusCodes.Status400BadRequest,
            Title = "The request breaks the rules of a cycle.",
            Detail = invalid.Message,
        },
        UploadRefusedException refused => Refused(refused),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            Problem(StatusCodes.Status413PayloadTooLarge, "The body is too large.", $"A sheet may have at most {UploadBody.LargestSheet / 1_000_000} MB, a cycle definition 1 MB, a picture {Picture.LargestFile / 1_000_000} MB."),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } kind =>
            Problem(kind.StatusCode, "This kind of body is not taken.", kind.Message),
        BadHttpRequestException bad => Problem(bad.StatusCode, "The request cannot be read.", bad.Message),
        _ => null,
    };

    private static ProblemDetails Refused(UploadRefusedException refused)
    {
        var problem = Problem(StatusCodes.Status400BadRequest, "The sheet was refused.", refused.Message);
        problem.Extensions["rows"] = refused.Rows;
        problem.Extensions["problems"] = refused.Problems;
        return problem;
    }

    private static ProblemDetails Problem(int status, string title, string detail) => new() { Status = status, Title = title, Detail = detail };
}
