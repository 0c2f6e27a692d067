using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Reads the list of entries that an organiser uploads.</summary>
/// <param name="problems">Collects what is wrong.</param>
internal sealed class EntriesSheet(Problems problems)
{
    /// <summary>How many characters a telephone number may have.</summary>
    public const int LongestPhone = 100;

    private const int LongestText = 500;

    private readonly Dictionary<EntryCode, int> _firstRows = [];

    /// <summary>By what such a sheet is known.</summary>
    public static HeaderSignature Signature { get; } = new(ColumnName.EntryCode, ColumnName.SarabanEmail, _ => false);

    /// <summary>The entries of a sheet, in its order.</summary>
    /// <exception cref="UploadRefusedException">A column is missing or a row is bad; every bad row is listed.</exception>
    public IReadOnlyList<Entry> Read(IEnumerable<SheetRow> sheet, out IReadOnlyList<string> ignoredColumns)
    {
        var columns = HeaderRow.Find(sheet, Signature, out var rows);
        var cells = new RowCells(columns, problems);
        var code = columns.Require(ColumnName.EntryCode, problems);
        var project = columns.Require(ColumnName.Project, problems);
        var organisation = columns.Require(ColumnName.Organisation, problems);
        var addressee = columns.Require(ColumnName.Addressee, problems);
        var email = columns.Require(ColumnName.SarabanEmail, problems);
        var province = columns.Require(ColumnName.Province, problems);
        var phone = columns.Find(ColumnName.Phone);
        problems.ThrowIfAny();
        ignoredColumns = columns.Ignored;

        var entries = new List<Entry>();
        foreach (var row in rows)
        {
            var entry = new Entry
            {
                Code = EntryCode.Unchecked(CellText.Code(cells.Text(row, code))),
                Project = Required(row, project, cells),
                Organisation = Required(row, organisation, cells),
                Addressee = Required(row, addressee, cells),
                SarabanEmail = Address(row, email, columns, cells),
                Province = cells.Text(row, province),
                Phone = phone >= 0 && cells.Text(row, phone) is var number && !CellText.IsMissing(number) ? number : null,
            };
            CheckCode(row, code, entry.Code, columns);
            CheckText(row, province, entry.Province, columns);
            CheckText(row, phone, entry.Phone ?? "", columns, LongestPhone);
            entries.Add(entry);
        }
        problems.ThrowIfAny();
        return entries.Count > 0 ? entries : throw new UploadRefusedException(FileTexts.NoRows);
    }

    private string Required(SheetRow row, int column, RowCells cells)
    {
        var before = problems.Count;
        var text = cells.Text(row, column);
        if (problems.Count > before)
        {
            return text;
        }
        if (CellText.IsMissing(text))
        {
            problems.Add(row.Number, cells.Name(column), text, RowTexts.Blank);
        }
        CheckText(row, column, text, cells.Columns);
        return text;
    }

    private void CheckText(SheetRow row, int column, string text, Columns columns, int longest = LongestText)
    {
        if (text.Length > longest)
        {
            problems.Add(row.Number, columns.Name(column), text, RowTexts.TooLong(text.Length, longest));
        }
        else if (text.Any(char.IsControl))
        {
            problems.Add(row.Number, columns.Name(column), text, RowTexts.ControlCharacter);
        }
        else if (text.Contains(CellText.Lost, StringComparison.Ordinal))
        {
            problems.Add(row.Number, columns.Name(column), text, RowTexts.LostCharacter);
        }
        else if (LetterCharacters.Missing(text) is { } missing)
        {
            problems.Add(row.Number, columns.Name(column), text, RowTexts.NotInFont(missing));
        }
    }

    private string Address(SheetRow row, int column, Columns columns, RowCells cells)
    {
        var text = cells.Text(row, column);
        if (!SarabanAddress.TryRead(text, out var address, out var problem))
        {
            problems.Add(row.Number, columns.Name(column), text, problem);
            return text;
        }
        foreach (var warning in SarabanAddress.Warnings(text, address))
        {
            problems.Warn(row.Number, columns.Name(column), text, warning);
        }
        return address;
    }

    private void CheckCode(SheetRow row, int column, EntryCode code, Columns columns)
    {
        if (!EntryCode.IsValid(code.Text))
        {
            problems.Add(row.Number, columns.Name(column), row[column], RowTexts.BadCode);
        }
        else if (!_firstRows.TryAdd(code, row.Number))
        {
            problems.Add(row.Number, columns.Name(column), row[column], RowTexts.CodeTwice(_firstRows[code]));
        }
    }
}
