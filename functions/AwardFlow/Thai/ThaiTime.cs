using System.Globalization;

namespace AwardFlow.Thai;

/// <summary>The time of day in Thailand, seven hours ahead of UTC the whole year.</summary>
public static class ThaiTime
{
    /// <summary>How far Thai clocks are ahead of UTC.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(7);

    /// <summary>A moment by Thai clocks.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>The time as a receiving desk stamps it: <c>๑๑.๐๐ น.</c></summary>
    public static string InShort(DateTimeOffset moment) =>
        ThaiNumerals.ToThai(Of(moment).ToString("HH'.'mm", CultureInfo.InvariantCulture)) + " น.";
}
