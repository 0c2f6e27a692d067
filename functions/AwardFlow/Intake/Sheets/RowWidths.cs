using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake.Sheets;

/// <summary>
/// Holds the widths of a text file's rows against each other: a row that has a blank field more than the header may have
/// been moved by a comma, and its last value be the blank one. Where all rows have it, their program writes it.
/// </summary>
/// <param name="columns">The columns.</param>
/// <param name="problems">Collects what is wrong.</param>
internal sealed class RowWidths(Columns columns, Problems problems)
{
    private readonly int _promised = Math.Max(columns.Header.Fields ?? 0, columns.EndOfNamed);
    private readonly List<(int Row, string Value, int Fields)> _wide = [];
    private int _rows;
    private int _width;
    private bool _differ;

    /// <summary>Notes a row that is taken.</summary>
    public void Note(SheetRow row)
    {
        if (row.Fields is not { } fields)
        {
            return;
        }
        _differ |= _rows > 0 && fields != _width;
        _width = fields;
        _rows++;
        if (fields > _promised && _wide.Count < UploadRefusedException.MostRows)
        {
            _wide.Add((row.Number, row.First, fields));
        }
    }

    /// <summary>Decides, at the end of a sheet, on the rows with too many fields.</summary>
    public void Finish()
    {
        if (_wide.Count > 0 && _rows > 1 && !_differ)
        {
            problems.Warn(_wide[0].Row, "", _wide[0].Value, WarningTexts.BlankField);
            return;
        }
        foreach (var (row, value, fields) in _wide)
        {
            problems.Add(row, "", value, RowTexts.TooManyFields(fields, columns.EndOfNamed));
        }
    }
}
