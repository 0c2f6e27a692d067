using System.Globalization;

namespace AwardFlow.Intake.Sheets;

/// <summary>How a cell shows numbers.</summary>
/// <param name="Kind">What a person takes the number for.</param>
/// <param name="Places">How many decimals are shown; null where as many as there are.</param>
internal readonly record struct NumberFormat(CellKind Kind, int? Places)
{
    /// <summary>A number as it is.</summary>
    public static NumberFormat General { get; } = new(CellKind.Number, null);

    /// <summary>What a person sees, where that is not the whole number.</summary>
    public string? Shown(decimal number)
    {
        if (Kind != CellKind.Number || Places is not { } places || places > 15)
        {
            return null;
        }
        var rounded = Math.Round(number, places, MidpointRounding.AwayFromZero);
        return rounded == number ? null : rounded.ToString($"F{places}", CultureInfo.InvariantCulture);
    }
}
