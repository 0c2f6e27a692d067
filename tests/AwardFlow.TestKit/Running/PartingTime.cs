namespace AwardFlow.TestKit;

/// <summary>A clock that somebody may set: by <see cref="Ahead"/> its wall clock is ahead of another, while its monotonic clock goes on alike.</summary>
public sealed class PartingTime(TimeProvider time) : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override long TimestampFrequency => time.TimestampFrequency;

    public override long GetTimestamp() => time.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
