using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AwardFlow.Functions.Http;

/// <summary>Averages, ranks and who passed.</summary>
/// <param name="web">Answers them.</param>
public sealed class ResultsTriggers(WebPipeline web)
{
    /// <summary>As JSON.</summary>
    [Function("GetResults")]
    public Task JsonAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/results")] HttpRequest request) => web.RunAsync(request);

    /// <summary>As csv.</summary>
    [Function("GetResultsCsv")]
    public Task CsvAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/results.csv")] HttpRequest request) => web.RunAsync(request);

    /// <summary>As an Excel workbook.</summary>
    [Function("GetResultsXlsx")]
    public Task XlsxAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/results.xlsx")] HttpRequest request) => web.RunAsync(request);
}
