using AwardFlow.Intake.Judging;
using Microsoft.AspNetCore.Http;

namespace AwardFlow.Web.Answers;

/// <summary>Reads what version a page showed.</summary>
internal static class IfMatch
{
    /// <summary>The one version of the header.</summary>
    /// <exception cref="RequestRefusedException">There is none, or are several (428).</exception>
    public static string Of(HttpRequest request) =>
        request.Headers.IfMatch is [{ Length: > 0 and <= 60 } one] && one.Trim().Trim('"') is { Length: > 0 } tag && tag != "*"
            ? tag
            : throw new RequestRefusedException(StatusCodes.Status428PreconditionRequired, JudgingTexts.NoVersionTitle, JudgingTexts.NoVersion);
}
