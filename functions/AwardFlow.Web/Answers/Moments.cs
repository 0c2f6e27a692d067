using System.Globalization;

namespace AwardFlow.Web.Answers;

/// <summary>Times in sheets.</summary>
internal static class Moments
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffzzz";

    /// <summary>A time as RFC 3339 has it, to the millisecond.</summary>
    public static string? Written(DateTimeOffset? at) => at?.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The day of a moment by Thai clocks.</summary>
    public static string? Day(DateTimeOffset? moment) => moment is { } at ? Thai.ThaiTime.Of(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
