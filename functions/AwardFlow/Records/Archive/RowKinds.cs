using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Notices;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Archive;

/// <summary>
/// Reads a row as the record that its key says it is, with what follows from the key. Rows of keys that this version does not know are passed over.
/// </summary>
internal static class RowKinds
{
    private static readonly (string Prefix, Action<string, Row> Read)[] Known =
    [
        (LetterDelivery.LetterPrefix, ReadLetter),
        (LetterDelivery.ReminderPrefix, ReadLetter),
        (DeliveryTransition.AllPrefix, (partition, row) => ReadCode(StoredRecords.Read<DeliveryTransition>(partition, row).Key.Split('!')[1])),
        (Upload.RowPrefix, Read<Upload>),
        (DefinitionChange.RowPrefix, Read<DefinitionChange>),
        (JudgeSeat.RowPrefix, Read<JudgeSeat>),
        (ScoreDraft.RowPrefix, (partition, row) => _ = StoredRecords.Read<ScoreDraft>(partition, row).JudgeTag),
        (Correction.RowPrefix, (partition, row) => _ = StoredRecords.Read<Correction>(partition, row).Number),
        (CycleRound.RowPrefix, (partition, row) => _ = StoredRecords.Read<CycleRound>(partition, row).Number),
        (Notice.Prefix, Read<Notice>),
        (TrailValues.RowPrefix, Read<TrailValues>),
    ];

    /// <summary>Reads a row.</summary>
    /// <exception cref="StorageException">It holds no such record.</exception>
    /// <exception cref="FormatException">Its key is none of such a record, as with the next one.</exception>
    /// <exception cref="IndexOutOfRangeException">Its key lacks a part.</exception>
    public static void Read(string partition, Row row)
    {
        if (PageTally.IsKey(row.Key))
        {
            _ = StoredRecords.Read<PageTally>(partition, row).Page;
            return;
        }
        foreach (var (_, read) in Known.Where(kind => row.Key.StartsWith(kind.Prefix, StringComparison.Ordinal)))
        {
            read(partition, row);
        }
    }

    private static void Read<T>(string partition, Row row)
        where T : StoredRecord => StoredRecords.Read<T>(partition, row);

    private static void ReadLetter(string partition, Row row)
    {
        var letter = StoredRecords.Read<LetterDelivery>(partition, row);
        ReadCode(letter.EntryCode.Text);
        _ = (letter.Round, letter.Letter, letter.Reminder);
    }

    private static void ReadCode(string code) => EntryCode.Parse(code);
}
