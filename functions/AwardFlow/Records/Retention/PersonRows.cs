using System.Text;
using AwardFlow.Delivery;
using AwardFlow.Intake.Judging;
using AwardFlow.Notices;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Retention;

/// <summary>What the rows of a cycle say of a person.</summary>
/// <param name="cycle">The cycle's id.</param>
/// <param name="person">The person.</param>
/// <param name="judges">Which judges the person is: drafts say in their keys whose they are, and nowhere else.</param>
internal sealed class PersonRows(string cycle, PersonText person, PersonJudges judges)
{
    // Under which names the trail says who somebody is.
    private static readonly string[] Personal = ["name", "email", "phone", "judge", "to"];

    /// <summary>What a row says of the person, and whether it is surely the person's; null for nothing.</summary>
    public (string Kind, bool IsMeant)? Find(Row row)
    {
        if (row.Key.StartsWith(ScoreDraft.RowPrefix, StringComparison.Ordinal))
        {
            var draft = StoredRecords.Read<ScoreDraft>(cycle, row);
            return judges.Of(row.Key.Split('!')[1]) is { } own ? (FindingKind.JudgeDrafts, own)
                : Said([.. draft.Comments.Values, draft.Comment, draft.Question?.Text], [draft.TypedBy, draft.Question?.By]) is { } said
                    ? (FindingKind.JudgeDrafts, said)
                : null;
        }
        if (row.Key.StartsWith(JudgeSeat.RowPrefix, StringComparison.Ordinal) && judges.Of(row.Key[JudgeSeat.RowPrefix.Length..]) is { } judge)
        {
            // Of a seat that is kept for its scans nothing else is left but the name, and it goes with them.
            return StoredRecords.Read<JudgeSeat>(cycle, row) is { Email: null, LinkSecret: null, Papers.Count: > 0 }
                ? (FindingKind.ScoresByJudge, true)
                : (FindingKind.Judges, judge);
        }
        return FileTexts.AnyInJson(Encoding.UTF8.GetBytes(row.Json), person.IsIn) ? InOther(row) : null;
    }

    /// <summary>
    /// Whether values of the trail are the person's. Whoever may erase could otherwise wipe any line's evidence by a word that all
    /// have, or the hash of a journal's line. Of what holds such a hash only the name on a receipt goes, whose journal is kept anew.
    /// </summary>
    public bool IsOf(TrailValues values) => new[] { values.Before, values.After }.Any(each => each is not null && each.Any(value =>
        (value.Key == DeliveryTrail.RegisteredBy || (values.Rows is null && Personal.Contains(value.Key, StringComparer.Ordinal)))
        && person.IsAll(value.Value)));

    private (string Kind, bool IsMeant) InOther(Row row)
    {
        if (row.Key.StartsWith(TrailValues.RowPrefix, StringComparison.Ordinal))
        {
            return IsOf(StoredRecords.Read<TrailValues>(cycle, row)) ? (FindingKind.TrailValues, true) : (FindingKind.Trail, false);
        }
        if (row.Key.StartsWith(Notice.Prefix, StringComparison.Ordinal) && StoredRecords.Read<Notice>(cycle, row) is var notice)
        {
            return Said([notice.Answer], [notice.Address, notice.Judge?.Text]) is { } meant ? (FindingKind.Notices, meant) : (FindingKind.Trail, false);
        }
        if (row.Key.StartsWith(LetterDelivery.LetterPrefix, StringComparison.Ordinal))
        {
            return OnReceipt(StoredRecords.Read<LetterDelivery>(cycle, row).Stamp?.Name, earlier: null);
        }
        if (row.Key.StartsWith(DeliveryTransition.AllPrefix, StringComparison.Ordinal) && StoredRecords.Read<DeliveryTransition>(cycle, row) is var line)
        {
            return OnReceipt(line.Stamp?.Name, line.EarlierReceipt);
        }
        return (row.Key.StartsWith(LetterDelivery.ReminderPrefix, StringComparison.Ordinal) ? FindingKind.Ledger : FindingKind.Trail, false);
    }

    private (string Kind, bool IsMeant) OnReceipt(string? name, string? earlier) =>
        Said([earlier], [name]) is { } meant ? (FindingKind.ReceiptNames, meant) : (FindingKind.Ledger, false);

    // In texts, and in fields that name somebody: true where it is the person, false where it may be, null where it is nowhere.
    private bool? Said(string?[] texts, string?[] fields) =>
        texts.Any(text => text is not null && person.Names(text)) || fields.Any(field => field is not null && person.Is(field)) ? true
        : texts.Concat(fields).Any(text => text is not null && person.IsIn(text)) ? false
        : null;
}
