using AwardFlow.Trail;

namespace AwardFlow.Web.Answers;

/// <summary>A page of a cycle's trail, and what the whole adds up to.</summary>
/// <param name="Lines">How many lines the trail has, as its end says.</param>
/// <param name="Sha256">SHA-256 of the last one: the hash of all of it.</param>
/// <param name="IsWhole">Whether every line, its values and what lines tell of are as they were written; missing where nobody asked.</param>
/// <param name="Faults">What does not fit, by line; missing where nobody asked.</param>
/// <param name="Erased">Of how many lines the values were erased; missing where nobody asked.</param>
/// <param name="RowsCompared">How many rows were compared with what lines say of them; missing where nobody asked.</param>
/// <param name="CheckedFrom">
/// Up to which line an earlier look at all found it whole, so that only what came behind
/// it and this page were looked at; 0 for a look at all; missing where nobody asked.
/// </param>
/// <param name="Rows">The lines of this page, in their order.</param>
public sealed record TrailPage(
    int Lines,
    string Sha256,
    bool? IsWhole,
    IReadOnlyList<TrailFault>? Faults,
    int? Erased,
    int? RowsCompared,
    int? CheckedFrom,
    IReadOnlyList<TrailLineView> Rows)
{
    /// <summary>A page of lines.</summary>
    public static TrailPage Of(TrailMark end, TrailReport? report, IReadOnlyList<(TrailLine Line, TrailValues? Values)> lines)
    {
        ArgumentNullException.ThrowIfNull(end);
        ArgumentNullException.ThrowIfNull(lines);
        return new TrailPage(
            end.Lines,
            end.Sha256,
            report?.IsWhole,
            report?.Faults,
            report?.Erased,
            report?.Rows,
            report?.From,
            [.. lines.Select(line => TrailLineView.Of(line.Line, line.Values))]);
    }
}
