using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake;

/// <summary>
/// Checks rows against their header. A comma too many, in a number or a text that nobody quoted, moves all that follows
/// into other columns: of a text file, and of a workbook that was made of one.
/// </summary>
/// <param name="columns">The columns.</param>
/// <param name="layout">Which is which.</param>
/// <param name="problems">Collects what is wrong.</param>
internal sealed class RowShape(Columns columns, ScoreLayout layout, Problems problems)
{
    private const int MostDecimals = 4;

    private readonly int _expected = columns.EndOfNamed;
    private readonly int _needed = layout.Needed.Max() + 1;
    private readonly RowWidths _widths = new(columns, problems);
    private readonly List<(int Row, string Column, string Text)> _loneNumbers = [];
    private bool _hasWords;

    /// <summary>Whether a row has the fields that its header promises; if not, a problem was added.</summary>
    public bool IsWhole(SheetRow row)
    {
        if (row.Fields is not { } fields)
        {
            return !IsMoved(row);
        }
        if (fields < _needed)
        {
            problems.Add(row.Number, "", row.First, RowTexts.TooFewFields(fields, _expected));
            return false;
        }
        if (WholeComment(row, layout.Comment) is not null)
        {
            return true;
        }
        for (var column = _expected; column < fields; column++)
        {
            if (row[column].Length > 0)
            {
                problems.Add(row.Number, "", row.First, RowTexts.TooManyFields(fields, _expected));
                return false;
            }
        }
        _widths.Note(row);
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
        if (!parts.Skip(1).Any(part => part.Length > 0) || parts[0].Length == 0 || parts.Exists(IsNumber))
        {
            return null;
        }
        return row.Raw is { } raw && !raw.Fields.Skip(column).Any(field => field.Contains('"', StringComparison.Ordinal))
            ? CellText.Clean(raw.From(column))
            : string.Join(", ", parts).TrimEnd(',', ' ');
    }

    /// <summary>Looks at a suggestion: where all are lone numbers beside whole scores, they are the scores' decimals.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The suggestion's column.</param>
    /// <param name="comment">The suggestion.</param>
    /// <param name="scored">The columns of the row's scores.</param>
    public void NoteComment(SheetRow row, int column, string comment, ReadOnlySpan<int> scored)
    {
        if (comment.Length == 0)
        {
            return;
        }
        if (!IsLoneNumber(comment))
        {
            _hasWords = true;
            return;
        }
        foreach (var score in scored)
        {
            _hasWords |= row[score].Contains('.', StringComparison.Ordinal);
        }
        if (_loneNumbers.Count < UploadRefusedException.MostRows)
        {
            _loneNumbers.Add((row.Number, columns.Name(column), comment));
        }
    }

    /// <summary>Decides, at the end of a sheet, on the suggestions it had.</summary>
    public void Finish()
    {
        _widths.Finish();
        foreach (var (row, column, text) in _loneNumbers)
        {
            if (!_hasWords)
            {
                problems.Add(row, column, text, RowTexts.ShiftedDecimal);
            }
            else if (text != "0")
            {
                problems.Warn(row, column, text, WarningTexts.LoneNumber);
            }
        }
    }

    // A number right of the last column that is not the row's total, or any text there beside a suggestion that is a number.
    private bool IsMoved(SheetRow row)
    {
        if (row[_expected] is not { Length: > 0 } beyond)
        {
            return false;
        }
        var isNumber = CellText.TryNumber(beyond, out var number)
            && number != layout.Criteria.Sum(column => CellText.TryNumber(row[column], out var score) ? score : 0);
        if (!isNumber && !IsLoneNumber(row[layout.Comment]))
        {
            return false;
        }
        problems.Add(row.Number, Columns.Letter(_expected), beyond, RowTexts.BeyondTheTable);
        return true;
    }

    private static bool IsLoneNumber(string comment) => comment.Length is > 0 and <= MostDecimals && comment.All(char.IsDigit);

    private static bool IsNumber(string text) => CellText.TryNumber(text, out _);
}
