using AwardFlow.Intake.Sheets;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Reads the list of entries that an organiser uploads.</summary>
internal static class EntriesSheet
{
    private const int LongestText = 500;
    private const int LongestPhone = 100;

    private static readonly string[] CodeNames = ["entry_code", "รหัสผลงาน"];

    /// <summary>The entries of a sheet, in its order.</summary>
    /// <exception cref="UploadRefusedException">A column is missing or a row is bad; every bad row is listed.</exception>
    public static IReadOnlyList<Entry> Read(IEnumerable<SheetRow> sheet, out IReadOnlyList<string> ignoredColumns)
    {
        var columns = HeaderRow.Find(sheet, CodeNames, out var rows);
        var problems = new Problems();
        var code = Required(columns, problems, CodeNames);
        var project = Required(columns, problems, "project", "ผลงาน");
        var organisation = Required(columns, problems, "organisation", "หน่วยงาน");
        var addressee = Required(columns, problems, "addressee", "เรียน");
        var email = Required(columns, problems, "saraban_email", "ไปรษณีย์อิเล็กทรอนิกส์กลาง");
        var province = Required(columns, problems, "province", "จังหวัด");
        var phone = columns.Find("phone", "โทรศัพท์");
        problems.ThrowIfAny();
        ignoredColumns = [.. columns.Ignored];

        var entries = new List<Entry>();
        var firstRows = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var entry = new Entry
            {
                Code = ThaiNumerals.ToWestern(row[code]),
                Project = Text(row, project, columns, problems),
                Organisation = Text(row, organisation, columns, problems),
                Addressee = Text(row, addressee, columns, problems),
                SarabanEmail = row[email],
                Province = row[province],
                Phone = phone < 0 || CellText.IsMissing(row[phone]) ? null : row[phone],
            };
            CheckCode(row, code, entry.Code, columns, problems, firstRows);
            if (!SarabanAddress.IsValid(entry.SarabanEmail))
            {
                problems.Add(row.Number, columns.Name(email), entry.SarabanEmail, "is not an e-mail address such as saraban@example.go.th");
            }
            if (entry.Province.Length > LongestText)
            {
                problems.Add(row.Number, columns.Name(province), entry.Province[..40] + "…", $"has more than {LongestText} characters");
            }
            if (entry.Phone is { } number && (number.Length > LongestPhone || number.Any(char.IsControl)))
            {
                problems.Add(row.Number, columns.Name(phone), number[..Math.Min(number.Length, 40)], $"is not a telephone number: it has more than {LongestPhone} characters or a line break");
            }
            entries.Add(entry);
        }
        problems.ThrowIfAny();
        return entries.Count > 0 ? entries : throw new UploadRefusedException("The sheet has a header but no rows.");
    }

    private static int Required(Columns columns, Problems problems, params string[] names)
    {
        var column = columns.Find(names);
        if (column < 0)
        {
            problems.Add(columns.HeaderRow, names[0], "", $"the column is missing; name it '{names[0]}' or '{names[1]}'");
        }
        return column;
    }

    private static string Text(SheetRow row, int column, Columns columns, Problems problems)
    {
        var text = row[column];
        if (CellText.IsMissing(text))
        {
            problems.Add(row.Number, columns.Name(column), text, "must not be blank");
        }
        else if (text.Length > LongestText)
        {
            problems.Add(row.Number, columns.Name(column), text[..40] + "…", $"has {text.Length} characters; at most {LongestText} fit");
        }
        else if (text.Any(char.IsControl))
        {
            problems.Add(row.Number, columns.Name(column), text, "holds a line break or another control character");
        }
        return text;
    }

    private static void CheckCode(SheetRow row, int column, string code, Columns columns, Problems problems, Dictionary<string, int> firstRows)
    {
        if (!EntryCode.IsValid(code))
        {
            problems.Add(row.Number, columns.Name(column), code, "must be 1 to 60 letters, digits, '-', '_' or '.', beginning with a letter or digit");
        }
        else if (!firstRows.TryAdd(code, row.Number))
        {
            problems.Add(row.Number, columns.Name(column), code, $"stands in row {firstRows[code]} too");
        }
    }
}
