using System.Collections.Concurrent;
using System.Threading.Channels;

namespace AwardFlow.Local.Engine;

/// <summary>Holds an orchestration's events until it waits for them.</summary>
internal sealed class EventBox
{
    private readonly ConcurrentDictionary<string, Channel<object?>> _events = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Puts an event in.</summary>
    public void Raise(string name, object? payload) => Of(name).Writer.TryWrite(payload);

    /// <summary>Takes the oldest event of a name out, or waits for one. One that is there is taken whatever the token says.</summary>
    public ValueTask<object?> TakeAsync(string name, CancellationToken cancellationToken) =>
        Of(name).Reader.TryRead(out var there) ? ValueTask.FromResult(there) : Of(name).Reader.ReadAsync(cancellationToken);

    /// <summary>Whether an event of a name came that nobody took.</summary>
    public bool IsWaiting(string name) => Of(name).Reader.TryPeek(out _);

    private Channel<object?> Of(string name) => _events.GetOrAdd(name, _ => Channel.CreateUnbounded<object?>());
}
