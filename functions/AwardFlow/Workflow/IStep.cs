namespace AwardFlow.Workflow;

/// <summary>Does a step's work. A second run changes nothing and costs almost nothing.</summary>
/// <typeparam name="TInput">What it takes.</typeparam>
/// <typeparam name="TResult">What it gives.</typeparam>
public interface IStep<in TInput, TResult>
{
    /// <summary>Runs the step.</summary>
    Task<TResult> RunAsync(TInput input, CancellationToken cancellationToken);
}
