using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>An entry, or one judge's scores of it, that a person took out of the award. What was sent stays as evidence.</summary>
/// <param name="EntryCode">The entry.</param>
/// <param name="Judge">The judge whose scores of it are out; null where the entry itself is.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record Withdrawal(EntryCode EntryCode, JudgeName? Judge, string Reason, string By, DateTimeOffset At)
{
    /// <summary>What is withdrawn after all of a history: what was put back again is not.</summary>
    public static IReadOnlyList<Withdrawal> Of(IEnumerable<Upload> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var standing = new OrderedDictionary<(EntryCode, JudgeName?), Withdrawal>();
        foreach (var upload in history.Where(upload => upload.Kind is UploadKind.Withdrawal or UploadKind.Restoration))
        {
            var key = (upload.EntryCode!, upload.Judge);
            if (upload.Kind == UploadKind.Withdrawal)
            {
                standing[key] = new Withdrawal(upload.EntryCode!, upload.Judge, upload.Reason ?? "", upload.By, upload.At);
            }
            else
            {
                standing.Remove(key);
            }
        }
        return [.. standing.Values];
    }
}
