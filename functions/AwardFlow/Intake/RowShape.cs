using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake;

/// <summary>
/// Checks the rows of a text file against its header. A comma too many, in a number or a text that nobody quoted, moves
/// all that follows into other columns.
/// </summary>
/// <param name="columns">The columns.</param>
/// <param name="layout">Which is which.</param>
/// <param name="problems">Collects what is wrong.</param>
internal sealed class RowShape(Columns columns, ScoreLayout layout, Problems problems)
{
    private const int MostDecimals = 4;

    private readonly int _expected = columns.Header.Fields is { } fields ? Math.Max(fields, columns.Count) : int.MaxValue;
    private readonly int _needed = layout.Needed.Max() + 1;
    private readonly List<(int Row, string Column, string Text)> _loneNumbers = [];
    private bool _hasWords;
    private bool _warned;

    /// <summary>Whether a row has the fields that its header promises; if not, a problem was added.</summary>
    public bool IsWhole(SheetRow row)
    {
        if (row.Fields is not { } fields)
        {
            return true;
        }
        if (fields < _needed)
        {
            problems.Add(row.Number, "", First(row), RowTexts.TooFewFields(fields, _expected));
            return false;
        }
        if (fields <= _expected)
        {
            return true;
        }
        if (WholeComment(row, layout.Comment) is not null)
        {
            return true;
        }
        if (Enumerable.Range(_expected, fields - _expected).Any(column => row[column].Length > 0))
        {
            problems.Add(row.Number, "", First(row), RowTexts.TooManyFields(fields, _expected));
            return false;
        }
        if (!_warned)
        {
            _warned = true;
            problems.Warn(row.Number, "", First(row), WarningTexts.BlankField);
        }
        return true;
    }

    /// <summary>A suggestion with the commas that part it, where it stands in the last column and nothing else can have moved; else null.</summary>
    public string? WholeComment(SheetRow row, int column)
    {
        if (row.Fields is not { } fields || fields <= _expected || column < 0 || column != _expected - 1)
        {
            return null;
        }
        var parts = Enumerable.Range(column, fields - column).Select(each => row[each]).ToList();
        return parts.Skip(1).Any(part => part.Length > 0) && parts[0].Length > 0 && !parts.Exists(IsNumber) ? string.Join(", ", parts).TrimEnd(',', ' ') : null;
    }

    /// <summary>Looks at a suggestion: where all are lone numbers beside whole scores, they are the scores' decimals.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The suggestion's column.</param>
    /// <param name="comment">The suggestion.</param>
    /// <param name="scored">The columns of the row's scores.</param>
    public void NoteComment(SheetRow row, int column, string comment, ReadOnlySpan<int> scored)
    {
        if (row.Fields is null || comment.Length == 0 || _hasWords)
        {
            return;
        }
        _hasWords = comment.Length > MostDecimals || !comment.All(char.IsDigit);
        foreach (var score in scored)
        {
            _hasWords |= row[score].Contains('.', StringComparison.Ordinal);
        }
        if (!_hasWords)
        {
            _loneNumbers.Add((row.Number, columns.Name(column), comment));
        }
    }

    /// <summary>Decides, at the end of a sheet, on the suggestions it had.</summary>
    public void Finish()
    {
        if (!_hasWords)
        {
            foreach (var (row, column, text) in _loneNumbers)
            {
                problems.Add(row, column, text, RowTexts.ShiftedDecimal);
            }
        }
    }

    private static bool IsNumber(string text) => CellText.TryNumber(text, out _);

    private static string First(SheetRow row) => row.Cells.FirstOrDefault(cell => cell.Text.Length > 0).Text ?? "";
}
