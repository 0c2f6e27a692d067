using System.Diagnostics;
using AwardFlow.Engine;
using AwardFlow.Functions.Http;
using AwardFlow.Storage;
using AwardFlow.Web;
using AwardFlow.Web.Access;
using AwardFlow.Workflow;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;

namespace AwardFlow.Tests.Functions;

/// <summary>The pipeline to which the triggers hand requests, without a host and without storage.</summary>
internal sealed class WorkerPipeline : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public WorkerPipeline(bool signsIn = false)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Api:Keys:malee", "operator-key-0123456789"), new("Api:Keys:malee:Role", "operator")]).Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddRouting()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton(new DiagnosticListener("test"))
            .AddSingleton<DiagnosticSource>(services => services.GetRequiredService<DiagnosticListener>())
            .AddSingleton(Mock.Of<ICycleEngine>())
            .AddSingleton(Mock.Of<IHostEnvironment>(host => host.ApplicationName == "AwardFlow"))
            .AddAwardFlow(Mock.Of<IStorage>(storage => storage.Clock(It.IsAny<TimeProvider>()) == TimeProvider.System), settings)
            .AddAwardFlowWeb(ApiKeys.Read(settings), new OpenAccess(OnThisMachine: false), new PlatformAccess(signsIn))
            .AddSingleton<WebPipeline>()
            .BuildServiceProvider();
    }

    /// <summary>Answers a request as the worker has it: with the caller's scheme, host and headers, which the host forwards.</summary>
    public async Task<HttpResponse> AnswerAsync(
        string method, string path, Action<IHeaderDictionary>? headers = null, Action<IFeatureCollection>? features = null, string scheme = "https")
    {
        var context = new DefaultHttpContext { RequestServices = _services };
        (context.Request.Method, context.Request.Scheme, context.Request.Host, context.Request.Path) = (method, scheme, new HostString("award.example"), path);
        headers?.Invoke(context.Request.Headers);
        features?.Invoke(context.Features);
        await _services.GetRequiredService<WebPipeline>().RunAsync(context.Request);
        return context.Response;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
