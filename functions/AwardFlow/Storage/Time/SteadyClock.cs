using System.Globalization;

namespace AwardFlow.Storage;

/// <summary>
/// A wall clock that does not jump. While it and the monotonic clock agree it says what the wall clock says. Where they part
/// by more than <see cref="Tolerance"/>, it goes on by the monotonic one until they agree again or the new time is believed:
/// so no lease ends, and nothing falls due, because somebody set a clock.
/// </summary>
public sealed class SteadyClock : TimeProvider
{
    /// <summary>How far wall and monotonic clock may part.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _wall;
    private readonly TimeSpan _longestSleep;
    private readonly Func<TimeSpan?> _uptime;
    private volatile Anchor _anchor;

    /// <summary>Begins with the wall clock as it is.</summary>
    /// <param name="wall">Wall and monotonic clock.</param>
    /// <param name="longestSleep">How long the machine may have slept, if it says so, without anybody doubting its clock.</param>
    /// <param name="uptime">
    /// How long the machine is up, sleep included, while the monotonic clock stands still then; null where it does not say. Left out: what Linux says.
    /// </param>
    public SteadyClock(TimeProvider wall, TimeSpan longestSleep, Func<TimeSpan?>? uptime = null)
    {
        ArgumentNullException.ThrowIfNull(wall);
        (_wall, _longestSleep, _uptime) = (wall, longestSleep, uptime ?? LinuxUptime);
        _anchor = NewAnchor();
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => _wall.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _wall.LocalTimeZone;

    /// <summary>What the wall clock says, whether it is believed or not.</summary>
    public DateTimeOffset Wall => _wall.GetUtcNow();

    /// <summary>By how much the wall clock is ahead of the monotonic one (behind where negative); null while they agree.</summary>
    public TimeSpan? Parted => Look().Parted;

    /// <inheritdoc/>
    public override long GetTimestamp() => _wall.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _wall.CreateTimer(callback, state, dueTime, period);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Look().Now;

    /// <summary>Believes the wall clock as it is now.</summary>
    public void Believe() => _anchor = NewAnchor();

    private (DateTimeOffset Now, TimeSpan? Parted) Look()
    {
        var (anchor, wall) = (_anchor, _wall.GetUtcNow());
        var gone = _wall.GetElapsedTime(anchor.Stamp);
        var parted = wall - (anchor.At + gone);
        if (parted.Duration() <= Tolerance)
        {
            return (wall, null);
        }
        // A machine that slept: the monotonic clock stood still, and the machine knows for how long.
        if (_uptime() - anchor.Uptime - gone is { } slept && slept > Tolerance && slept <= _longestSleep && (parted - slept).Duration() <= Tolerance)
        {
            _anchor = NewAnchor();
            return (wall, null);
        }
        return (anchor.At + gone, parted);
    }

    private Anchor NewAnchor() => new(_wall.GetUtcNow(), _wall.GetTimestamp(), _uptime());

    // Its first number is the time since the start, sleep included, in seconds (proc_uptime(5)).
    private static TimeSpan? LinuxUptime()
    {
        try
        {
            return OperatingSystem.IsLinux() && double.TryParse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture, out var seconds)
                ? TimeSpan.FromSeconds(seconds)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record Anchor(DateTimeOffset At, long Stamp, TimeSpan? Uptime);
}
