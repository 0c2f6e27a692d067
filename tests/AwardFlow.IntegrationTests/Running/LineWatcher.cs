namespace AwardFlow.IntegrationTests.Running;

/// <summary>Lets a test wait for a line of a log, past or to come.</summary>
public sealed class LineWatcher
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<(Func<string, bool> Match, TaskCompletionSource<string> Found)> _waiting = [];

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
            foreach (var (_, found) in _waiting.Where(waiting => waiting.Match(line)))
            {
                found.TrySetResult(line);
            }
            _waiting.RemoveAll(waiting => waiting.Found.Task.IsCompleted);
        }
    }

    /// <summary>The first line that holds all the texts.</summary>
    /// <exception cref="TimeoutException">None came in two minutes; the message has all that came.</exception>
    public async Task<string> WaitForAsync(params string[] texts)
    {
        bool Match(string line) => texts.All(text => line.Contains(text, StringComparison.Ordinal));
        TaskCompletionSource<string> found = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_lines.Find(Match) is { } line)
            {
                return line;
            }
            _waiting.Add((Match, found));
        }
        try
        {
            return await found.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"No line with '{string.Join("' and '", texts)}' came. There were:\n{All}", e);
        }
    }
}
