namespace AwardFlow.Intake;

/// <summary>
/// Tells which uploads of a history count no more, and since when: those that were undone, and a judge's submissions that a
/// later one takes the place of. What takes a place gives it back when the office undoes it. A judge who takes back what was
/// submitted takes back all of it.
/// </summary>
public static class UploadEnds
{
    /// <summary>By the number of each upload that counts no more, the number of what ended it.</summary>
    /// <param name="history">A cycle's history, in its order.</param>
    public static IReadOnlyDictionary<int, int> Of(IReadOnlyList<Upload> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var ended = new Dictionary<int, int>();
        var undone = new HashSet<int>();
        var takenBack = new Dictionary<int, int>();
        // The later first: what is undone takes no place.
        foreach (var upload in history.Reverse())
        {
            if (upload is { Kind: UploadKind.Undo, Undoes: { } number })
            {
                ended[number] = upload.Number;
                undone.Add(number);
                if (upload.Source is not null)
                {
                    takenBack[number] = upload.Number;
                }
            }
            else if (upload.TakesPlaceOf is { } earlier)
            {
                if (takenBack.TryGetValue(upload.Number, out var back))
                {
                    ended[earlier] = takenBack[earlier] = back;
                }
                // Earlier versions took the place for good.
                else if (!undone.Contains(upload.Number) || upload.Replaces is null)
                {
                    ended.TryAdd(earlier, upload.Number);
                }
            }
        }
        return ended;
    }
}
