using AwardFlow.Delivery;
using AwardFlow.Workflow;
using Polly;
using Polly.Retry;

namespace AwardFlow.Local.Engine;

/// <summary>Runs steps, a few at once, and again with growing pauses where they fail. A wrong setting is not mended by asking again.</summary>
internal sealed partial class StepRunner : IDisposable
{
    private const int Retries = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly IServiceProvider _services;
    private readonly ILogger<StepRunner> _logger;
    private readonly ResiliencePipeline _retries;
    private readonly SemaphoreSlim _places = new(2 * Environment.ProcessorCount);

    public StepRunner(IServiceProvider services, TimeProvider time, ILogger<StepRunner> logger)
    {
        _services = services;
        _logger = logger;
        _retries = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder().Handle<Exception>(e => e is not (OperationCanceledException or MailSettingsException)),
                OnRetry = retry =>
                {
                    LogRetry(retry.Context.OperationKey!, retry.AttemptNumber + 1, retry.RetryDelay.TotalSeconds, retry.Outcome.Exception!);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <summary>Runs a step.</summary>
    /// <exception cref="Exception">What the step threw at its last try.</exception>
    public async Task<TResult> RunAsync<TInput, TResult>(Step<TInput, TResult> step, TInput input, CancellationToken cancellationToken)
        where TInput : notnull
    {
        var handler = _services.GetRequiredKeyedService<IStep<TInput, TResult>>(step.Name);
        await _places.WaitAsync(cancellationToken);
        try
        {
            LogStart(step.Name, input);
            var context = ResilienceContextPool.Shared.Get(step.Name, cancellationToken);
            var result = await _retries.ExecuteAsync(
                static async (context, state) => await state.handler.RunAsync(state.input, context.CancellationToken), context, (handler, input));
            ResilienceContextPool.Shared.Return(context);
            LogDone(step.Name, input, result);
            return result;
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    [LoggerMessage(LogLevel.Debug, "{Step} of {Input} begins")]
    private partial void LogStart(string step, object input);

    [LoggerMessage(LogLevel.Information, "{Step} of {Input}: {Result}")]
    private partial void LogDone(string step, object input, object? result);

    [LoggerMessage(LogLevel.Warning, "{Step} failed for the {Attempt}. time and is tried again in {Seconds:0.0} s")]
    private partial void LogRetry(string step, int attempt, double seconds, Exception exception);
}
