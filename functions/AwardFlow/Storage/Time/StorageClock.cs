namespace AwardFlow.Storage;

/// <summary>
/// The time by the clock of a storage service, which all servers on it share: what the service wrote into its last answers
/// goes on by this machine's monotonic clock. How this machine's own clock is set makes no difference.
/// </summary>
/// <param name="machine">This machine's clocks; its time counts only until storage answered for the first time.</param>
public sealed class StorageClock(TimeProvider machine) : TimeProvider
{
    // An answer says whole seconds, cut off (RFC 9110, 5.6.7).
    private static readonly TimeSpan Resolution = TimeSpan.FromSeconds(1);

    // An answer that took longer says too little.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(2);

    private volatile Sample? _sample;

    /// <inheritdoc/>
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <inheritdoc/>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _sample is { } sample ? At(sample, machine.GetTimestamp()) : machine.GetUtcNow();

    /// <summary>Takes what an answer says of the time, unless it is what was reckoned anyway.</summary>
    /// <param name="date">The service's time, in whole seconds.</param>
    /// <param name="sent">The monotonic clock when the request went out.</param>
    /// <param name="received">The same when its answer came.</param>
    internal void Learn(DateTimeOffset date, long sent, long received)
    {
        var took = machine.GetElapsedTime(sent, received);
        if (_sample is not { } sample)
        {
            _sample = new Sample(date + (Resolution / 2), received);
        }
        else if (took <= LongestAnswer && At(sample, received) is var reckoned && (reckoned < date || reckoned > date + Resolution + took))
        {
            _sample = new Sample(date + (Resolution / 2), received);
        }
    }

    private DateTimeOffset At(Sample sample, long stamp) => sample.At + machine.GetElapsedTime(sample.Stamp, stamp);

    private sealed record Sample(DateTimeOffset At, long Stamp);
}
