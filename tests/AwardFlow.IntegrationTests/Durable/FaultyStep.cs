using AwardFlow.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Durable;

/// <summary>Stands before a real step and does something else first: fail, or wait.</summary>
internal sealed class FaultyStep<TInput, TResult>(IStep<TInput, TResult> inner, Func<int, Task> before) : IStep<TInput, TResult>
{
    private int _calls;

    public int Calls => _calls;

    public async Task<TResult> RunAsync(TInput input, CancellationToken cancellationToken)
    {
        await before(Interlocked.Increment(ref _calls));
        return await inner.RunAsync(input, cancellationToken);
    }
}

internal static class FaultyStepServices
{
    /// <summary>Puts a fault before a step.</summary>
    /// <param name="services">The services, with the real step among them.</param>
    /// <param name="step">The step.</param>
    /// <param name="before">Is given the number of the call, from 1.</param>
    public static void Before<TStep, TInput, TResult>(this IServiceCollection services, Step<TInput, TResult> step, Func<int, Task> before)
        where TStep : class, IStep<TInput, TResult> => services
            .AddSingleton<TStep>()
            .AddKeyedSingleton<IStep<TInput, TResult>>(
                step.Name, (provider, _) => new FaultyStep<TInput, TResult>(provider.GetRequiredService<TStep>(), before));
}
