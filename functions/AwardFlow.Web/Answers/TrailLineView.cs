using AwardFlow.Trail;

namespace AwardFlow.Web.Answers;

/// <summary>One line of a trail, for callers.</summary>
/// <param name="Number">The line's number, from 1.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What was done.</param>
/// <param name="By">Who did it, and from where; missing for the flow itself.</param>
/// <param name="Subject">What it was done to, where that is a part of the whole: an entry's code.</param>
/// <param name="Reason">Why, as the person wrote it.</param>
/// <param name="Before">What it was before; missing where it was nothing, or was erased.</param>
/// <param name="After">What it was afterwards; missing where it was nothing, or was erased.</param>
/// <param name="Rows">Of how many rows that never change the line has the hash.</param>
/// <param name="Values">SHA-256 of the values, with their salt; missing where there are none.</param>
/// <param name="Previous">SHA-256 of the line before.</param>
/// <param name="Sha256">SHA-256 of this line.</param>
public sealed record TrailLineView(
    int Number, DateTimeOffset At, string Kind, Actor? By, string? Subject, string? Reason,
    IReadOnlyDictionary<string, string>? Before, IReadOnlyDictionary<string, string>? After,
    int Rows, string? Values, string Previous, string Sha256)
{
    /// <summary>A line with its values.</summary>
    public static TrailLineView Of(TrailLine line, TrailValues? values)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new TrailLineView(
            line.Number, line.At, line.Kind, line.By, line.Subject, line.Reason, values?.Before,
            values?.After, values?.Rows?.Count ?? 0, line.Values, line.Previous, line.Sha256);
    }
}
