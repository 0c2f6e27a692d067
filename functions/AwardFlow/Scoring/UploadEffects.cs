using AwardFlow.Cycles;
using AwardFlow.Intake;

namespace AwardFlow.Scoring;

/// <summary>Works out what an upload changed, from the books before and after it. It can be asked at any time.</summary>
/// <param name="accepted">What counts.</param>
/// <param name="books">Opens books.</param>
public sealed class UploadEffects(AcceptedRows accepted, ScoreBooks books)
{
    /// <summary>What an upload changed, reckoned by the definition that the cycle now has.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="number">The upload's number.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="UploadNotFoundException">There is no such upload.</exception>
    public async Task<UploadEffect> OfAsync(Cycle cycle, int number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var history = await accepted.HistoryAsync(cycle, cancellationToken);
        var upload = history.FirstOrDefault(upload => upload.Number == number) ?? throw new UploadNotFoundException(cycle.Id, number);
        var rows = Changed(history, upload);
        var before = await books.OfAsync(cycle with { Uploads = number - 1 }, cancellationToken);
        var after = await books.OfAsync(cycle with { Uploads = number }, cancellationToken);
        var scores = new List<ScoreChange>();
        var seen = new HashSet<(EntryCode, JudgeName, string)>();
        await foreach (var score in accepted.ScoresAsync(cycle, rows, cancellationToken))
        {
            // What a judge submits counts as a whole, and so touches what it leaves out.
            foreach (var criterion in score.Submission is null ? [score.Criterion] : after.Criteria.Select(each => each.Code))
            {
                if (seen.Add((score.EntryCode, score.Judge, criterion)) && Change(score with { Criterion = criterion }, before, after) is { } change)
                {
                    scores.Add(change);
                }
            }
        }
        return new UploadEffect(
            upload, scores, rows.Exists(each => each.Kind == UploadKind.Entries) ? Changes(before.Entries, after.Entries) : [], Changes(before, after));
    }

    // Those that count since it, and those that count no more: a judge's submission takes the place of the one before.
    private static List<Upload> Changed(IReadOnlyList<Upload> history, Upload upload)
    {
        var before = AcceptedRows.Counting([.. history.Where(each => each.Number < upload.Number)]).Select(each => each.Number).ToHashSet();
        before.SymmetricExceptWith(AcceptedRows.Counting([.. history.Where(each => each.Number <= upload.Number)]).Select(each => each.Number));
        return [.. history.Where(each => before.Contains(each.Number))];
    }

    private static ScoreChange? Change(Score score, ScoreBook before, ScoreBook after)
    {
        var place = after.Place(score.Criterion);
        if (place < 0)
        {
            return null;
        }
        var (old, now) = (before.Sheet(score.EntryCode, score.Judge), after.Sheet(score.EntryCode, score.Judge));
        var (points, pointsNow) = (old?.Points[place], now?.Points[place]);
        var (comment, commentNow) = (old?.Comment(place) ?? "", now?.Comment(place) ?? "");
        var isOtherComment = comment != commentNow;
        return points == pointsNow && !isOtherComment ? null
            : new ScoreChange(
                score.EntryCode, now?.Judge ?? old?.Judge ?? score.Judge, score.Criterion, points,
                pointsNow, isOtherComment ? comment : null, isOtherComment ? commentNow : null);
    }

    private static List<EntryChange> Changes(IReadOnlyList<Entry> before, IReadOnlyList<Entry> after)
    {
        var old = before.ToDictionary(entry => entry.Code);
        var now = after.ToDictionary(entry => entry.Code);
        return
        [
            .. from code in old.Keys.Union(now.Keys)
               let was = old.GetValueOrDefault(code)
               let entry = now.GetValueOrDefault(code)
               from text in Texts(was, entry)
               where text.Before != text.After
               select new EntryChange((entry ?? was)!.Code, text.Column, text.Before, text.After),
        ];
    }

    private static (string Column, string? Before, string? After)[] Texts(Entry? before, Entry? after) =>
    [
        ("project", before?.Project, after?.Project),
        ("organisation", before?.Organisation, after?.Organisation),
        ("addressee", before?.Addressee, after?.Addressee),
        ("saraban_email", before?.SarabanEmail, after?.SarabanEmail),
        ("province", before?.Province, after?.Province),
        ("url", before?.Url, after?.Url),
        ("postal_address", before?.PostalAddress, after?.PostalAddress),
    ];

    private static List<AverageChange> Changes(ScoreBook before, ScoreBook after)
    {
        var old = before.Results(provisional: true).Entries.ToDictionary(result => result.Entry.Code);
        var now = after.Results(provisional: true).Entries.ToDictionary(result => result.Entry.Code);
        return
        [
            .. from code in old.Keys.Union(now.Keys).OrderBy(code => code.Text, StringComparer.Ordinal)
               let was = old.GetValueOrDefault(code)
               let result = now.GetValueOrDefault(code)
               where was?.Average != result?.Average || was?.Passed != result?.Passed
               select new AverageChange(code, was?.Average, result?.Average, was?.Rank, result?.Rank, was?.Passed, result?.Passed),
        ];
    }
}
