using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Storage;

/// <summary>What is believed of the clock: the setting <c>Clock__LongestGap</c>.</summary>
public sealed record ClockSettings
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>How long a machine may have been off, or asleep, without a person having to confirm its time.</summary>
    public TimeSpan LongestGap { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Reads the setting.</summary>
    /// <exception cref="SettingException">It is wrong.</exception>
    public static ClockSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration["Clock:LongestGap"] is not { Length: > 0 } text ? new ClockSettings()
            : TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var gap)
                && gap >= SteadyClock.Tolerance && gap <= Longest ? new ClockSettings { LongestGap = gap }
            : throw new SettingException(
                "Clock__LongestGap",
                $"is '{text}'; it must be a span of days, hours, minutes and seconds such as 7.00:00:00, from {SteadyClock.Tolerance:c} to {Longest:c}.");
    }
}
