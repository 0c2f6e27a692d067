using System.Collections.Concurrent;
using System.Threading.Channels;

namespace AwardFlow.Local.Engine;

/// <summary>Holds an orchestration's events until it waits for them.</summary>
internal sealed class EventBox
{
    private readonly ConcurrentDictionary<string, Channel<object?>> _events = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Puts an event in.</summary>
    public void Raise(string name, object? payload) => Of(name).Writer.TryWrite(payload);

    /// <summary>Takes the oldest event of a name out, or waits for one.</summary>
    public ValueTask<object?> TakeAsync(string name, CancellationToken cancellationToken) => Of(name).Reader.ReadAsync(cancellationToken);

    private Channel<object?> Of(string name) => _events.GetOrAdd(name, _ => Channel.CreateUnbounded<object?>());
}
