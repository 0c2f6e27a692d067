using AwardFlow.Intake;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AwardFlow.Web.Answers;

/// <summary>Answers refused sheets with problem details (RFC 9457): what is wrong, and what a person can choose.</summary>
internal static class Refusals
{
    /// <summary>What is answered.</summary>
    /// <param name="refused">Why the sheet was refused.</param>
    /// <param name="request">The upload.</param>
    /// <param name="language">The language of the words.</param>
    public static ProblemDetails Problem(UploadRefusal refused, HttpRequest request, Language language)
    {
        if (refused.IsOtherKind)
        {
            return Of(StatusCodes.Status415UnsupportedMediaType, UploadTexts.OtherKind, refused, language);
        }
        if (refused.ToConfirm is { } changes)
        {
            var ask = Of(StatusCodes.Status409Conflict, UploadTexts.MustConfirmTitle, refused, language);
            ask.Extensions["changes"] = changes;
            ask.Extensions["confirm"] = changes.Confirm;
            return ask;
        }
        var problem = Of(StatusCodes.Status400BadRequest, UploadTexts.Refused, refused, language);
        problem.Extensions["rows"] = RowProblemView.Of(refused.Rows, language);
        problem.Extensions["problems"] = refused.Problems;
        problem.Extensions["unlisted"] = refused.Problems - refused.Rows.Count;
        if (refused.Sheets.Count > 0)
        {
            problem.Extensions["sheets"] = refused.Sheets;
        }
        if (refused.CanNumber)
        {
            problem.Extensions["canNumber"] = true;
        }
        if (refused is { Sha256: { } sha256, Problems: > 0 })
        {
            problem.Extensions["sha256"] = sha256;
            problem.Extensions["problemCopy"] = Api.HistoryApi.ProblemCopy(request, sha256);
        }
        return problem;
    }

    private static ProblemDetails Of(int status, BilingualText title, UploadRefusal refused, Language language) =>
        new() { Status = status, Title = title.In(language), Detail = refused.Text.In(language) };
}
