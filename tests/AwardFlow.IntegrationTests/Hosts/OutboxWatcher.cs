using System.Collections.Concurrent;

namespace AwardFlow.IntegrationTests.Hosts;

/// <summary>Counts how often each mail comes into an outbox: one that is written over an earlier one is a second mail.</summary>
internal sealed class OutboxWatcher : IDisposable
{
    private const string Last = "last.eml";

    private readonly FileSystemWatcher _watcher;
    private readonly ConcurrentQueue<string> _mails = new();
    private readonly TaskCompletionSource _seenLast = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];

    public OutboxWatcher(string folder)
    {
        Directory.CreateDirectory(folder);
        _watcher = new FileSystemWatcher(folder, "*.eml") { InternalBufferSize = 64 * 1024 };
        _watcher.Created += (_, mail) => Came(mail.Name!);
        _watcher.Renamed += (_, mail) => Came(mail.Name!);
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Waits until a number of mails has come.</summary>
    public Task ReachAsync(int count)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiting)
        {
            _waiting.Add((count, reached));
        }
        return reached.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    /// <summary>All mails in the order in which they came.</summary>
    public async Task<IReadOnlyList<string>> AllAsync()
    {
        // Events come in order, so when this file is seen every mail before it is.
        await File.WriteAllTextAsync(Path.Combine(_watcher.Path, Last), "", TestContext.Current.CancellationToken);
        await _seenLast.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        return [.. _mails];
    }

    public void Dispose() => _watcher.Dispose();

    private void Came(string name)
    {
        if (name == Last)
        {
            _seenLast.TrySetResult();
            return;
        }
        _mails.Enqueue(name);
        lock (_waiting)
        {
            _waiting.FindAll(waiting => _mails.Count >= waiting.Count).ForEach(waiting => waiting.Reached.TrySetResult());
        }
    }
}
