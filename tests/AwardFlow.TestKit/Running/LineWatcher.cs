namespace AwardFlow.TestKit;

/// <summary>Lets a test wait for a line of a log, past or to come.</summary>
public sealed class LineWatcher
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Called for each line, after it was added.</summary>
    public Action Added { get; set; } = () => { };

    public string All
    {
        get
        {
            lock (_lock)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    public void Add(string line)
    {
        lock (_lock)
        {
            _lines.Add(line);
            _news.TrySetResult();
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        Added();
    }

    /// <summary>The first line that holds all the texts.</summary>
    /// <exception cref="TimeoutException">None came in two minutes; the message has all that came.</exception>
    public Task<string> WaitForAsync(params string[] texts) => WaitForAsync(1, texts);

    /// <summary>The n-th line that holds all the texts.</summary>
    /// <exception cref="TimeoutException">It did not come in two minutes; the message has all that came.</exception>
    public async Task<string> WaitForAsync(int nth, params string[] texts)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        var seen = 0;
        for (var at = 0; ;)
        {
            Task news;
            lock (_lock)
            {
                for (; at < _lines.Count; at++)
                {
                    if (texts.All(text => _lines[at].Contains(text, StringComparison.Ordinal)) && ++seen == nth)
                    {
                        return _lines[at];
                    }
                }
                news = _news.Task;
            }
            try
            {
                await news.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException e) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"No line with '{string.Join("' and '", texts)}' came. There were:\n{All}", e);
            }
        }
    }
}
