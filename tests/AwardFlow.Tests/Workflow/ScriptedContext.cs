using System.Globalization;
using AwardFlow.Workflow;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AwardFlow.Tests.Workflow;

/// <summary>An orchestration's context that writes down what is called and gives what a test says, in order.</summary>
internal sealed class ScriptedContext(string name) : TaskOrchestrationContext
{
    private readonly Dictionary<string, Queue<Func<object?>>> _results = new(StringComparer.Ordinal);
    private int _guids;

    public static DateTimeOffset Start { get; } = new(2021, 10, 1, 9, 0, 0, TimeSpan.Zero);

    public List<string> Calls { get; } = [];

    public List<string> Instances { get; } = [];

    public bool ContinuedAsNew { get; private set; }

    public override TaskName Name => name;

    public override string InstanceId => "test-2564";

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => Start.UtcDateTime;

    public override bool IsReplaying => false;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public ScriptedContext Gives(string task, params object?[] results)
    {
        _results[task] = new Queue<Func<object?>>(results.Select(result => (Func<object?>)(() => result)));
        return this;
    }

    public ScriptedContext Fails(string task, Exception failure)
    {
        _results[task] = new Queue<Func<object?>>([() => throw new TaskFailedException(task, 1, failure)]);
        return this;
    }

    public override T GetInput<T>() => throw new NotSupportedException();

    public override Task<TResult> CallActivityAsync<TResult>(TaskName activity, object? input = null, TaskOptions? options = null) =>
        GiveAsync<TResult>(activity, input);

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestrator, object? input = null, TaskOptions? options = null)
    {
        Instances.Add((options as SubOrchestrationOptions)!.InstanceId!);
        return GiveAsync<TResult>(orchestrator, input);
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Calls.Add(string.Create(CultureInfo.InvariantCulture, $"timer {fireAt - CurrentUtcDateTime}"));
        return Task.CompletedTask;
    }

    /// <summary>Whether a wake came that nobody waited for.</summary>
    public bool IsWoken { get; set; }

    // Otherwise only the timer ends a wait here.
    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        Calls.Add($"wait {eventName}");
        if (IsWoken)
        {
            IsWoken = false;
            return Task.FromResult((T)(object)eventName);
        }
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }
        var never = new TaskCompletionSource<T>();
        cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return never.Task;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => throw new NotSupportedException();

    public override void SetCustomStatus(object? customStatus)
    {
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        Assert.True(preserveUnprocessedEvents);
        ContinuedAsNew = true;
    }

    public override Guid NewGuid() => new(++_guids, 0, 0, new byte[8]);

    private async Task<TResult> GiveAsync<TResult>(TaskName task, object? input)
    {
        await Task.CompletedTask;
        Calls.Add(input switch
        {
            PageRange range => string.Create(CultureInfo.InvariantCulture, $"{task.Name} {range.First}-{range.Last}"),
            PageRef page => string.Create(CultureInfo.InvariantCulture, $"{task.Name} {page.Page}"),
            _ => task.Name,
        });
        return _results.TryGetValue(task.Name, out var results) && results.Count > 0 ? (TResult)results.Dequeue()()! : default!;
    }
}
