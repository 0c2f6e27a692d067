namespace AwardFlow.Local.Engine;

/// <summary>Holds the signals of one cycle until its flow waits for them.</summary>
/// <param name="time">The clock.</param>
internal sealed class SignalBox(TimeProvider time)
{
    // A clock may be set, and a machine may sleep: look at the time again now and then.
    private static readonly TimeSpan LongestNap = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _raised = new(StringComparer.Ordinal);
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Puts a signal in.</summary>
    public void Raise(string signal)
    {
        lock (_lock)
        {
            _raised.Add(signal);
            _news.TrySetResult();
        }
    }

    /// <summary>Waits until one of the signals is there, and takes them out, or until a time.</summary>
    public async Task WaitAsync(IReadOnlyList<string> signals, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task news;
            lock (_lock)
            {
                var any = false;
                foreach (var signal in signals)
                {
                    any |= _raised.Remove(signal);
                }
                if (any)
                {
                    return;
                }
                if (_news.Task.IsCompleted)
                {
                    _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }
                news = _news.Task;
            }
            var left = until - time.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                return;
            }
            try
            {
                await news.WaitAsync(left < LongestNap ? left.Value : LongestNap, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                // Look at the time again.
            }
        }
    }
}
