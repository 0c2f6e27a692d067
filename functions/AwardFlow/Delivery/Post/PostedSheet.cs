using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;
using AwardFlow.Thai;

namespace AwardFlow.Delivery;

/// <summary>
/// Reads a list of posted letters: a csv file, or the list for registered mail with its numbers filled in. Columns
/// <c>entry_code</c> (รหัสผลงาน), for a correction <c>correction</c> (แก้ไขครั้งที่), <c>posted_at</c> (วันที่ส่ง) and <c>tracking_number</c> (หมายเลขสิ่งของ).
/// Rows of which neither is filled in are passed over.
/// </summary>
public static class PostedSheet
{
    private static readonly ColumnName PostedAt = new("posted_at", "วันที่ส่ง", ["วันที่ฝากส่ง", "วันที่นำส่ง", "ลงวันที่ส่ง", "posted", "date"]);
    private static readonly ColumnName Number = new(
        "tracking_number", "หมายเลขสิ่งของ", ["หมายเลขพัสดุ", "เลขพัสดุ", "หมายเลขติดตาม", "เลขที่สิ่งของ", "tracking", "tracking no", "tracking no."]);

    private static readonly ColumnName Correction = new("correction", "แก้ไขครั้งที่");

    /// <summary>Reads a list.</summary>
    /// <param name="file">The file; it must allow seeking.</param>
    /// <param name="day">The day of rows that state none; null where each must.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="UploadRefusedException">It is no such list, or rows are wrong.</exception>
    public static IReadOnlyList<PostedLetter> Read(Stream file, DateOnly? day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Position = 0;
        var signature = new HeaderSignature(rubric: null, ColumnMapping.None);
        using var sheets = SheetFile.Open(file, FileKind.Of(file), cancellationToken);
        var table = HeaderRow.Find(SheetChoice.Of(sheets, signature, name: null).Read(), signature);
        var problems = new Problems();
        var columns = table.Columns;
        var (code, posted, number) = (columns.Require(ColumnName.EntryCode, problems), columns.Find(PostedAt), columns.Require(Number, problems));
        var correction = columns.Find(Correction);
        if (posted < 0 && day is null)
        {
            columns.Require(PostedAt, problems);
        }
        problems.ThrowIfAny();
        var letters = new List<PostedLetter>();
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (said, item) = (posted < 0 ? "" : row[posted], CellText.IsMissing(row[number]) ? "" : row[number]);
            if (row[code].Length == 0 || (said.Length == 0 && item.Length == 0))
            {
                continue;
            }
            if ((said.Length > 0 ? Day(said) : day) is not { } at)
            {
                problems.Add(row.Number, columns.Name(posted), said, PostingTexts.NoDate);
                continue;
            }
            var which = correction < 0 || row[correction].Length == 0 ? "0" : ThaiNumerals.ToWestern(row[correction]);
            if (!int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var corrected) || corrected > Delivery.Correction.Most)
            {
                problems.Add(row.Number, columns.Name(correction), row[correction], PostingTexts.NoEntry);
                continue;
            }
            letters.Add(new PostedLetter(EntryCode.Unchecked(CellText.Code(row[code])), Moment(at), item.Length == 0 ? null : item)
            {
                Row = row.Number,
                Letter = Delivery.Correction.LetterOf(corrected),
            });
            if (letters.Count > PostingCommands.Most)
            {
                throw new InvalidDefinitionException("letters", PostingTexts.Count(PostingCommands.Most));
            }
        }
        problems.ThrowIfAny();
        return letters;
    }

    /// <summary>A day as a moment: its beginning by Thai clocks.</summary>
    public static DateTimeOffset Moment(DateOnly day) => new(day, TimeOnly.MinValue, ThaiTime.Offset);

    private static DateOnly? Day(string text) => ThaiDate.TryRead(text, out var day) ? day : null;
}
