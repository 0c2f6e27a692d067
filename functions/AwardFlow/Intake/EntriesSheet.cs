using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Reads the list of entries that an organiser uploads.</summary>
/// <param name="problems">Collects what is wrong.</param>
/// <param name="mapping">What people said that columns mean.</param>
/// <param name="numbering">Gives the entries their codes where the list has none; null where nobody asked for that.</param>
internal sealed class EntriesSheet(Problems problems, ColumnMapping mapping, EntryNumbering? numbering)
{
    /// <summary>How many characters a telephone number may have.</summary>
    public const int LongestPhone = 100;

    /// <summary>How many characters the address of a work may have.</summary>
    public const int LongestUrl = 1000;

    private const int LongestText = 500;

    // What people write where there is none.
    private static readonly HashSet<string> NoAddress = new(StringComparer.OrdinalIgnoreCase) { "ไม่มี", "ไม่มีอีเมล", "ไม่มีอีเมล์", "none", "n/a" };

    private readonly Dictionary<EntryCode, int> _firstRows = [];
    private readonly HeaderSignature _signature = SignatureOf(mapping);

    /// <summary>Whether the list has all but codes, so that it may be taken with numbers in their place.</summary>
    public bool LacksCodesOnly { get; private set; }

    /// <summary>Whether the list has a column of telephones.</summary>
    public bool HasPhones { get; private set; }

    /// <summary>By what such a sheet is known.</summary>
    public static HeaderSignature SignatureOf(ColumnMapping mapping) => new(rubric: null, mapping);

    /// <summary>The entries of a sheet, in its order.</summary>
    /// <exception cref="UploadRefusedException">A column is missing or a row is bad; every bad row is listed.</exception>
    public IReadOnlyList<Entry> Read(IEnumerable<SheetRow> sheet, out IReadOnlyList<string> ignoredColumns)
    {
        var table = HeaderRow.Find(sheet, _signature);
        var columns = table.Columns;
        var code = columns.Find(ColumnName.EntryCode);
        var project = columns.Require(ColumnName.Project, problems);
        var organisation = columns.Require(ColumnName.Organisation, problems);
        var addressee = columns.Require(ColumnName.Addressee, problems);
        var email = columns.Require(ColumnName.SarabanEmail, problems);
        var province = columns.Require(ColumnName.Province, problems);
        var phone = columns.Find(ColumnName.Phone);
        var postal = columns.Find(ColumnName.PostalAddress);
        var url = columns.Find(ColumnName.Url);
        if (code < 0 && (numbering is null || problems.Count > 0))
        {
            LacksCodesOnly = problems.Count == 0;
            columns.Require(ColumnName.EntryCode, problems);
        }
        problems.ThrowIfAny();
        ignoredColumns = columns.Ignored;
        HasPhones = phone >= 0;

        var cells = new RowCells(columns, problems);
        var strays = new StrayCells(columns, problems);
        columns.WarnOfHidden([code, project, organisation, addressee, email, province, phone, postal, url], problems);
        var sideRows = new SideRows(_signature, columns);
        var widths = new RowWidths(columns, problems);
        var entries = new List<Entry>();
        foreach (var row in table.Rows)
        {
            var hasAddress = row[email].Contains('@', StringComparison.Ordinal);
            var hasValues = hasAddress || (row[project].Length > 0 && row[organisation].Length > 0 && row[addressee].Length > 0);
            var isEntry = hasAddress && EntryCode.IsValid(CellText.Code(row[code]));
            if (!isEntry && sideRows.WhatIs(row, hasValues) is { } what)
            {
                problems.PassOver(row, what);
                continue;
            }
            if (!isEntry && sideRows.IsOtherHeader(row))
            {
                problems.Add(row.Number, "", row.First, RowTexts.OtherHeader);
                continue;
            }
            if (!IsWhole(row, columns, [code, project, organisation, addressee, email, province]))
            {
                continue;
            }
            widths.Note(row);
            if (row.IsHidden)
            {
                problems.Warn(row.Number, "", row[Math.Max(code, 0)], WarningTexts.HiddenRow);
            }
            strays.Look(row);
            var entry = new Entry
            {
                Code = code < 0 ? numbering!.Next() : Code(row, code, cells),
                Project = Required(row, project, cells),
                Organisation = Required(row, organisation, cells),
                Addressee = Required(row, addressee, cells),
                SarabanEmail = Address(row, email, cells),
                Province = Line(cells.TextOrMerged(row, province)),
                Phone = phone >= 0 ? PhoneOf(row, phone, cells) : null,
                PostalAddress = postal >= 0 ? PostalAddressOf(row, postal, cells) : null,
                Url = url >= 0 ? UrlOf(row, url, cells) : null,
            };
            CheckCode(row, code, entry.Code, columns);
            CheckText(row, province, entry.Province, columns, isName: true);
            CheckText(row, phone, entry.Phone ?? "", columns, isName: false, LongestPhone);
            CheckText(row, postal, entry.PostalAddress ?? "", columns, isName: false);
            // The post office takes no letter to a province.
            if (entry is { SarabanEmail: "", PostalAddress: null })
            {
                problems.Warn(row.Number, postal >= 0 ? cells.Name(postal) : cells.Name(email), "", WarningTexts.NoWhereToGo);
            }
            entries.Add(entry);
        }
        widths.Finish();
        problems.ThrowIfAny();
        return entries.Count > 0 ? entries : throw new UploadRefusedException(FileTexts.NoRows);
    }

    // A comma in a text that nobody quoted moves all that follows into other columns.
    private bool IsWhole(SheetRow row, Columns columns, ReadOnlySpan<int> needed)
    {
        var expected = columns.EndOfNamed;
        if (row.Fields is not { } fields)
        {
            // A workbook that was made of such a text file.
            if (row[expected].Any(char.IsLetterOrDigit) && !(row.Merged?.ContainsKey(expected) ?? false))
            {
                problems.Add(row.Number, Columns.Letter(expected), row[expected], RowTexts.BeyondTheTable);
                return false;
            }
            return true;
        }
        var last = 0;
        foreach (var column in needed)
        {
            last = Math.Max(last, column);
        }
        if (fields <= last)
        {
            problems.Add(row.Number, "", row.First, RowTexts.TooFewFields(fields, expected));
            return false;
        }
        if (fields > expected && Enumerable.Range(expected, fields - expected).Any(column => row[column].Length > 0))
        {
            problems.Add(row.Number, "", row.First, RowTexts.TooManyFields(fields, expected));
            return false;
        }
        return true;
    }

    private string Required(SheetRow row, int column, RowCells cells)
    {
        var before = problems.Count;
        var text = Line(cells.TextOrMerged(row, column));
        if (problems.Count > before)
        {
            return text;
        }
        if (CellText.IsMissing(text))
        {
            problems.Add(row.Number, cells.Name(column), text, RowTexts.Blank);
        }
        CheckText(row, column, text, cells.Columns, isName: true);
        return text;
    }

    private string? PhoneOf(SheetRow row, int column, RowCells cells)
    {
        var text = Line(cells.TextOrMerged(row, column));
        if (text == "0")
        {
            problems.Warn(row.Number, cells.Name(column), text, WarningTexts.ZeroForBlank);
            return null;
        }
        if (DamagedText.IsShortened(text))
        {
            problems.Add(row.Number, cells.Name(column), text, RowTexts.Shortened);
            return text;
        }
        if (!CellText.IsMissing(text) && !NoAddress.Contains(text) && !text.Any(char.IsDigit))
        {
            problems.Warn(row.Number, cells.Name(column), text, WarningTexts.NoPhone);
        }
        // 9 digits of 10, or 8 of 9, however they are parted.
        var western = string.Concat(ThaiNumerals.ToWestern(text).Where(c => c is not (' ' or '-' or '.' or '(' or ')')));
        if (western.Length is 8 or 9 && western[0] != '0' && western.All(char.IsAsciiDigit))
        {
            problems.Warn(row.Number, cells.Name(column), text, WarningTexts.NoZeroBefore);
        }
        return CellText.IsMissing(text) ? null : text;
    }

    // What a look-up of a blank cell gives is blank.
    private static string? PostalAddressOf(SheetRow row, int column, RowCells cells)
    {
        var text = Line(cells.TextOrMerged(row, column));
        return text == "0" || CellText.IsMissing(text) || NoAddress.Contains(text) ? null : text;
    }

    // Judges open it: nothing but an address of the web, of a host by name, and nothing that signs in.
    private string? UrlOf(SheetRow row, int column, RowCells cells)
    {
        var before = problems.Count;
        var text = cells.Text(row, column);
        if (CellText.IsMissing(text) || problems.Count > before)
        {
            return null;
        }
        var isUrl = text.Length <= LongestUrl && text.Contains("://", StringComparison.Ordinal) && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Contains('.', StringComparison.Ordinal)
            && url.UserInfo.Length == 0;
        if (!isUrl)
        {
            problems.Add(row.Number, cells.Name(column), text, DamagedText.Problem(text) ?? RowTexts.NotAUrl(LongestUrl));
        }
        return text;
    }

    // Lines of a cell are words of one line in a letter.
    private static string Line(string text) =>
        text.AsSpan().IndexOfAny('\n', '\r') < 0
            ? text
            : string.Join(' ', text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private void CheckText(SheetRow row, int column, string text, Columns columns, bool isName, int longest = LongestText)
    {
        if (row.CellOrMerged(column) is var cell && (cell.Kind == CellKind.Truth || RowCells.Wrong(cell) is not null))
        {
            return;
        }
        var problem = text.Length > longest ? RowTexts.TooLong(text.Length, longest)
            : text.Any(char.IsControl) ? RowTexts.ControlCharacter
            : DamagedText.Problem(text) ?? (isName && DamagedText.IsBareNumber(text) ? RowTexts.BareNumber
            : isName && DamagedText.IsNoValue(text) ? RowTexts.NoValue
            : isName && DamagedText.IsNothing(text) && !CellText.IsMissing(text) ? RowTexts.IsNothing
            : LetterCharacters.Missing(text) is { } missing ? RowTexts.NotInFont(missing) : (BilingualText?)null);
        if (problem is { } wrong)
        {
            problems.Add(row.Number, columns.Name(column), text, wrong);
        }
        else if (DamagedText.MayBeCut(text))
        {
            problems.Warn(row.Number, columns.Name(column), text, WarningTexts.MayBeCut(text.Length));
        }
    }

    private string Address(SheetRow row, int column, RowCells cells)
    {
        var before = problems.Count;
        var text = cells.TextOrMerged(row, column);
        if (problems.Count > before)
        {
            return text;
        }
        // An organisation without an address gets its letter by post.
        if (CellText.IsMissing(text) || NoAddress.Contains(text))
        {
            return "";
        }
        if (text == "0")
        {
            problems.Warn(row.Number, cells.Name(column), text, WarningTexts.ZeroForBlank);
            return "";
        }
        if (!SarabanAddress.TryRead(text, out var address, out var problem))
        {
            problems.Add(row.Number, cells.Name(column), text, DamagedText.Problem(text) ?? problem);
            return text;
        }
        foreach (var warning in SarabanAddress.Warnings(text, address))
        {
            problems.Warn(row.Number, cells.Name(column), text, warning);
        }
        return address;
    }

    private EntryCode Code(SheetRow row, int column, RowCells cells)
    {
        var before = problems.Count;
        var text = cells.Text(row, column);
        if (problems.Count == before && DamagedText.Problem(text) is { } damaged)
        {
            problems.Add(row.Number, cells.Name(column), text, damaged);
        }
        else if (problems.Count == before && DamagedText.IsDateWord(text))
        {
            problems.Add(row.Number, cells.Name(column), text, RowTexts.DateWord);
        }
        else if (DamagedText.MayBeDate(text))
        {
            problems.Warn(row.Number, cells.Name(column), text, WarningTexts.MayBeDate);
        }
        else if (problems.Count == before && text == "0")
        {
            problems.Add(row.Number, cells.Name(column), text, RowTexts.BareNumber);
        }
        return EntryCode.Unchecked(problems.Count > before ? "" : CellText.Code(text));
    }

    private void CheckCode(SheetRow row, int column, EntryCode code, Columns columns)
    {
        if (code.Text.Length == 0 && row[column].Length > 0)
        {
            return;
        }
        if (!EntryCode.IsValid(code.Text))
        {
            problems.Add(row.Number, columns.Name(column), row[column], code.Text.Length == 0 ? RowTexts.NoCode : RowTexts.BadCode);
        }
        else if (!_firstRows.TryAdd(code, row.Number))
        {
            problems.Add(row.Number, columns.Name(column), row[column], RowTexts.CodeTwice(_firstRows[code]));
        }
    }
}
