using System.Globalization;
using System.Text.RegularExpressions;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>
/// Reads the numbers of one sheet's scores, exactly. A comma is a decimal one only where the sheet's other scores show it:
/// at least two texts have one that cannot part thousands, and no text has a point. That is known at the sheet's end, so
/// scores with commas are read as if and named as problems then if it was not so.
/// </summary>
/// <param name="problems">Collects what is wrong.</param>
internal sealed partial class ScoreNumbers(Problems problems)
{
    private const int FewestCommas = 2;

    private readonly List<(int Row, string Column, string Text, decimal Read)> _commas = [];
    private bool _hasPoints;

    /// <summary>Reads a score that is not missing.</summary>
    /// <param name="row">Its row's number.</param>
    /// <param name="column">Its column's name.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="number">The score.</param>
    /// <returns>Whether there is one; if not, a problem was added.</returns>
    public bool TryRead(int row, string column, SheetCell cell, out decimal number)
    {
        if (RowCells.Wrong(cell) is { } wrong)
        {
            number = 0;
            return Refuse(row, column, cell, wrong);
        }
        if (cell.Kind == CellKind.Percentage)
        {
            number = 0;
            return Refuse(row, column, cell, RowTexts.IsPercentage);
        }
        if (CellText.TryNumber(cell.Text, out number))
        {
            _hasPoints |= cell.Kind == CellKind.Text && cell.Text.Contains('.', StringComparison.Ordinal);
            if (cell.Shown is { } shown)
            {
                problems.Warn(row, column, cell.Text, WarningTexts.ShownRounded(shown));
            }
            return true;
        }
        if (cell.Kind == CellKind.Text && CellText.TryCommaNumber(cell.Text, out number))
        {
            _commas.Add((row, column, cell.Text, number));
            return true;
        }
        return Refuse(row, column, cell, RowTexts.NotANumber);
    }

    /// <summary>Decides, at the end of a sheet, on the commas it had.</summary>
    public void Finish()
    {
        if (_commas.Count == 0)
        {
            return;
        }
        if (!_hasPoints && _commas.Count(comma => !Thousands().IsMatch(ThaiNumerals.ToWestern(comma.Text))) >= FewestCommas)
        {
            var (row, column, text, read) = _commas[0];
            problems.Warn(row, column, text, WarningTexts.CommasRead(_commas.Count, text, read.ToString(CultureInfo.InvariantCulture)));
            return;
        }
        foreach (var (row, column, text, _) in _commas)
        {
            problems.Add(row, column, text, RowTexts.Comma(text.Replace(',', '.')));
        }
    }

    private bool Refuse(int row, string column, SheetCell cell, BilingualText problem)
    {
        problems.Add(row, column, cell.Text, problem);
        return false;
    }

    [GeneratedRegex(@"^[+-]?\d{1,3},\d{3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Thousands();
}
