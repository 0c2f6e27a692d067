using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Thai;

namespace AwardFlow.Records.Print;

/// <summary>
/// The list that goes to the post office with registered letters (ใบนำส่งสิ่งของลงทะเบียน): filled in, it is taken as the record of their posting.
/// </summary>
/// <param name="selection">Which letters.</param>
public sealed class PostList(LetterSelection selection)
{
    /// <summary>Its columns. Those of the entry, the day and the number are what <see cref="PostedSheet"/> reads.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "ลำดับที่", "รหัสผลงาน", "แก้ไขครั้งที่", "เลขที่หนังสือ", "ชื่อผู้รับ", "หน่วยงานผู้รับ",
        "ปลายทาง", "หมายเลขสิ่งของ", "วันที่ส่ง", "น้ำหนัก (กรัม)", "ค่าบริการ (บาท)", "หมายเหตุ",
    ];

    /// <summary>
    /// The letters whose posting is not recorded, also of those that are received by
    /// now, and with <paramref name="posted"/> the others on paper too, by entry code.
    /// </summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="posted">Whether those whose posting is recorded are on it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">Its letters are not released, or it is paused: nothing of it goes to the post office.</exception>
    public async Task<IReadOnlyList<object?[]>> RowsAsync(CycleId cycleId, bool posted, CancellationToken cancellationToken)
    {
        var (cycle, _) = await selection.CycleAsync(cycleId, cancellationToken);
        LetterSelection.MustLeave(cycle);
        var rows = new List<object?[]>();
        await foreach (var (row, result, definition, _) in selection.ListWithCorrectionsAsync(cycle, LetterFilter.OnPaper, cancellationToken))
        {
            if (posted || row.Posting is null)
            {
                var entry = result.Entry;
                rows.Add([
                    rows.Count + 1, entry.Code.Text, row.Letter == 1 ? null : Correction.NumberOf(row.Letter),
                    new LetterWords(definition, entry, result).Number, entry.Addressee, entry.Organisation, entry.PostalAddress ?? entry.Province,
                    row.Posting?.TrackingNumber, row.Posting is { } posting ? ThaiDate.InFull(DateOnly.FromDateTime(ThaiTime.Of(posting.At).DateTime)) : null,
                    null, null, entry.PostalAddress is null ? PrintTexts.NoPostalAddress.Thai : null]);
            }
        }
        return rows;
    }
}
