using System.Collections.Concurrent;

namespace AwardFlow.Typesetting.Layout;

/// <summary>
/// Remembers what was worked out, in two generations: when the young one is full it becomes the old one, and what was
/// not asked for since the last time is forgotten. So what is shared stays, and memory has a bound.
/// </summary>
/// <param name="size">How many values a generation holds.</param>
internal sealed class BoundedCache<TKey, TValue>(int size = 2000)
    where TKey : notnull
{
    private readonly Lock _turning = new();
    private ConcurrentDictionary<TKey, TValue> _young = new();
    private ConcurrentDictionary<TKey, TValue> _old = new();
    private int _count;

    /// <summary>The value of a key, worked out unless it is known. Two threads may work out the same one.</summary>
    public TValue Get(TKey key, Func<TKey, TValue> workOut)
    {
        var young = _young;
        if (young.TryGetValue(key, out var value))
        {
            return value;
        }
        if (!_old.TryGetValue(key, out value))
        {
            value = workOut(key);
        }
        if (young.TryAdd(key, value) && Interlocked.Increment(ref _count) >= size)
        {
            Turn(young);
        }
        return value;
    }

    private void Turn(ConcurrentDictionary<TKey, TValue> full)
    {
        lock (_turning)
        {
            if (ReferenceEquals(full, _young))
            {
                (_old, _young, _count) = (full, new(), 0);
            }
        }
    }
}
