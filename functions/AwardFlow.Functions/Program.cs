using AwardFlow.Functions;
using AwardFlow.Storage;
using AwardFlow.Workflow;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.Services.AddAwardFlowFunctions(builder.Configuration).AddTelemetry(builder.Configuration);
    var app = builder.Build();
    await app.Services.PrepareStorageAsync(CancellationToken.None);
    await app.RunAsync();
    return 0;
}
catch (SettingException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
