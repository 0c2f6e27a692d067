using AwardFlow.Trail;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Storage;

/// <summary>
/// Says whether what follows from the time alone may happen: cycles that close themselves, reminders, completions. Where the
/// clock was set while the program ran, or the program was away for long, they wait until the clock is right again or a
/// person confirms it.
/// </summary>
/// <param name="clock">The clock that everything goes by.</param>
/// <param name="storage">Where it is kept when the clock was last believed.</param>
/// <param name="settings">What is believed.</param>
/// <param name="logger">Says when the clock is doubted, and when no more.</param>
public sealed partial class ClockWatch(SteadyClock clock, IStorage storage, ClockSettings settings, ILogger<ClockWatch> logger) : IDisposable
{
    /// <summary>How soon to look again where the clock is doubted.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    /// <summary>The partition of the clock, with a trail of its own: the clock is all cycles'. No cycle's id has a '_'.</summary>
    public const string Partition = "_clock";

    /// <summary>The key of the row that says when a server last ran.</summary>
    internal const string SeenKey = "seen";

    private readonly TrailWriter _trail = new(storage.Rows);
    private readonly SemaphoreSlim _one = new(1);
    private readonly long _startedAt = clock.GetTimestamp();
    private Seen? _before;
    private bool _isRead;
    private bool _isGapBelieved;
    private bool _startedBehind;
    private DateTimeOffset? _confirmed;
    private ClockDoubt? _told;

    /// <summary>Whether the clock is believed.</summary>
    /// <exception cref="StorageException">Storage cannot say when it last was.</exception>
    public async Task<bool> IsBelievedAsync(CancellationToken cancellationToken) => (await LookAsync(cancellationToken)).Doubt is null;

    /// <summary>What the clock says.</summary>
    /// <inheritdoc cref="IsBelievedAsync" path="/exception"/>
    public async Task<ClockReading> LookAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await LookAloneAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Keeps that the program runs and what it believes of its clock, for its next start; called every few minutes.</summary>
    /// <returns>Whether the clock is believed.</returns>
    /// <exception cref="StorageException">Storage does not take it.</exception>
    public async Task<bool> NoteAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var reading = await LookAloneAsync(cancellationToken);
            switch (reading.Doubt)
            {
                // A clock that is behind what was seen before takes nothing of that away.
                case null when _before is null || reading.Wall >= _before.SeenAt:
                    await KeepAsync(new Seen { SeenAt = reading.Wall, ConfirmedAt = _confirmed }, cancellationToken);
                    break;
                case ClockDoubt.Parted:
                    await KeepAsync(
                        new Seen { SeenAt = reading.Reckoned, Parted = reading.Wall - reading.Reckoned, ConfirmedAt = _confirmed }, cancellationToken);
                    break;
            }
            return reading.Doubt is null;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Believes the clock because a person says that it is right.</summary>
    /// <param name="said">The time as the person sees it.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether the clock says the same, within <see cref="SteadyClock.Tolerance"/>; otherwise nothing is done.</returns>
    /// <exception cref="StorageException">Storage does not take it; then nothing is done.</exception>
    public async Task<bool> ConfirmAsync(DateTimeOffset said, Actor by, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if ((said - clock.Wall).Duration() > SteadyClock.Tolerance)
            {
                return false;
            }
            var doubted = await LookAloneAsync(cancellationToken);
            var now = clock.Wall;
            await _trail.CommitAsync(
                Partition,
                [RowChange.Put(new Seen { Partition = Partition, Key = SeenKey, SeenAt = now, ConfirmedAt = now, ConfirmedBy = by.Name })],
                new TrailEntry(TrailKind.ClockConfirmed, by, now)
                {
                    Before = TrailValues.Of(("doubt", doubted.Doubt), ("wall", doubted.Wall), ("reckoned", doubted.Reckoned), ("seenAt", doubted.SeenAt)),
                    After = TrailValues.Of(("said", said)),
                },
                cancellationToken);
            _confirmed = now;
            Believe();
            LogConfirmed(by.Name, now);
            _told = null;
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<ClockReading> LookAloneAsync(CancellationToken cancellationToken)
    {
        if (!_isRead)
        {
            _before = await ReadAsync(cancellationToken);
            (_confirmed, _isGapBelieved, _isRead) = (_before?.ConfirmedAt, _before is null, true);
        }
        var doubt = Doubt();
        // Another instance's page may have asked a person meanwhile.
        if (doubt is not null && await ReadAsync(cancellationToken) is { ConfirmedAt: { } confirmed } && confirmed > (_confirmed ?? DateTimeOffset.MinValue))
        {
            _confirmed = confirmed;
            Believe();
            doubt = null;
        }
        var reading = new ClockReading(clock.Wall, clock.GetUtcNow(), doubt, _before?.SeenAt);
        if (doubt != _told)
        {
            Tell(reading);
            _told = doubt;
        }
        return reading;
    }

    private ClockDoubt? Doubt()
    {
        var atStart = clock.Wall - clock.GetElapsedTime(_startedAt);
        var gap = atStart - (_before?.SeenAt ?? atStart);
        if (!_isGapBelieved)
        {
            // A clock that lost its battery begins years ago, and mails would bear that date.
            if (gap > LongestGap() || gap < -settings.LongestGap)
            {
                return ClockDoubt.LongGap;
            }
            (_isGapBelieved, _startedBehind) = (true, gap < -SteadyClock.Tolerance);
            clock.Believe(); // It may have been set right since the start.
            return null;
        }
        if (clock.Parted is null)
        {
            return null;
        }
        // A machine that lost its time while it was off begins in the past, and is set right when it finds the network.
        if (_before is not null && _startedBehind && gap >= -SteadyClock.Tolerance && gap <= LongestGap())
        {
            Believe();
            return null;
        }
        return ClockDoubt.Parted;
    }

    // The run before may have doubted its clock: then only a shorter gap shows that it was set right.
    private TimeSpan LongestGap() =>
        _before?.Parted is { } parted && parted > TimeSpan.Zero && parted - SteadyClock.Tolerance < settings.LongestGap
            ? parted - SteadyClock.Tolerance
            : settings.LongestGap;

    private void Believe()
    {
        clock.Believe();
        (_isGapBelieved, _startedBehind) = (true, false);
    }

    private Task<Seen?> ReadAsync(CancellationToken cancellationToken) => storage.Rows.FindAsync<Seen>(Partition, SeenKey, cancellationToken);

    private Task KeepAsync(Seen seen, CancellationToken cancellationToken) =>
        storage.Rows.CommitAsync(Partition, RowChange.Put(seen with { Partition = Partition, Key = SeenKey }), cancellationToken);

    private void Tell(ClockReading reading)
    {
        switch (reading.Doubt)
        {
            case null:
                LogAgrees(reading.Wall);
                break;
            case ClockDoubt.Parted:
                LogParted(reading.Wall, reading.Reckoned);
                break;
            default:
                LogLongGap(reading.Wall, reading.SeenAt!.Value);
                break;
        }
    }

    [LoggerMessage(
        LogLevel.Error,
        "The clock was set while AwardFlow ran: it says {Wall:O}, and by the time that has gone it is {Reckoned:O}. Cycles that close themselves, reminders and completions wait until the clock is right again or a person confirms it on the page")]
    private partial void LogParted(DateTimeOffset wall, DateTimeOffset reckoned);

    [LoggerMessage(
        LogLevel.Error,
        "The clock says {Wall:O}, and AwardFlow last ran with a clock that was right at {SeenAt:O}: further away than it believes (Clock__LongestGap). Cycles that close themselves, reminders and completions wait until the clock is right or a person confirms it on the page")]
    private partial void LogLongGap(DateTimeOffset wall, DateTimeOffset seenAt);

    [LoggerMessage(LogLevel.Information, "The clock is right again: {Wall:O}")]
    private partial void LogAgrees(DateTimeOffset wall);

    [LoggerMessage(LogLevel.Warning, "{By} confirmed the time: {Now:O}")]
    private partial void LogConfirmed(string by, DateTimeOffset now);

    /// <summary>When the clock was last believed.</summary>
    private sealed record Seen : StoredRecord
    {
        public DateTimeOffset SeenAt { get; init; }

        /// <summary>By how much the clock was ahead of the time then, where it was doubted.</summary>
        public TimeSpan? Parted { get; init; }

        public DateTimeOffset? ConfirmedAt { get; init; }

        public string? ConfirmedBy { get; init; }
    }
}
