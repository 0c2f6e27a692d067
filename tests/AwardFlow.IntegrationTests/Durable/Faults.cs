using System.Collections.Concurrent;
using Microsoft.DurableTask;

namespace AwardFlow.IntegrationTests.Durable;

/// <summary>What happens before activities do their work: they fail, or wait.</summary>
internal sealed class Faults
{
    private readonly Dictionary<string, Func<int, Task>> _before = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);

    public static Faults None { get; } = new();

    /// <summary>Puts a fault before an activity.</summary>
    /// <param name="activity">The activity's name.</param>
    /// <param name="before">Is given the number of the call, from 1.</param>
    public static Faults In(string activity, Func<int, Task> before)
    {
        var faults = new Faults();
        faults._before.Add(activity, before);
        return faults;
    }

    public ITaskActivity Before(string name, ITaskActivity activity) =>
        _before.TryGetValue(name, out var before) ? new Activity(this, name, before, activity) : activity;

    private sealed class Activity(Faults faults, string name, Func<int, Task> before, ITaskActivity inner) : ITaskActivity
    {
        public Type InputType => inner.InputType;

        public Type OutputType => inner.OutputType;

        public async Task<object?> RunAsync(TaskActivityContext context, object? input)
        {
            await before(faults._calls.AddOrUpdate(name, 1, (_, calls) => calls + 1));
            return await inner.RunAsync(context, input);
        }
    }
}
