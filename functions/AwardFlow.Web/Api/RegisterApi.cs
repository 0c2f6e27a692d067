using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Records.Register;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>The register of outgoing letters (ทะเบียนหนังสือส่ง), of a cycle and of a year.</summary>
internal static class RegisterApi
{
    private const int FirstYear = 2400;
    private const int LastYear = 2999;

    public static void MapRegister(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cycles/{id}/register.xlsx", OfCycleAsync)
            .WithSummary("Register of outgoing letters, once scores are frozen")
            .Produces<string>(contentType: Xlsx.ContentType);
        api.MapGet("/register/{year}.xlsx", OfYearAsync)
            .WithSummary("Register of outgoing letters of a year of the Buddhist Era, over all cycles: those that are released")
            .Produces<string>(contentType: Xlsx.ContentType);
    }

    private static async Task<FileContentHttpResult> OfCycleAsync(CycleId id, OutgoingRegister register, CancellationToken cancellationToken) =>
        Xlsx.File($"{id}-register.xlsx", OutgoingRegister.Columns, await register.OfAsync(id, cancellationToken));

    private static async Task<FileContentHttpResult> OfYearAsync(string year, OutgoingRegister register, CancellationToken cancellationToken) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= FirstYear and <= LastYear
            ? Xlsx.File($"register-{number}.xlsx", OutgoingRegister.Columns, await register.OfYearAsync(number, cancellationToken))
            : throw new RequestRefusedException(StatusCodes.Status404NotFound, ReportRefusals.NoYearTitle, ReportRefusals.NoYear);
}
