using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Storage;

namespace AwardFlow.Records.Archive;

/// <summary>
/// What an archive has of judges' pages. What a judge typed and did not submit is the judge's alone, and an archive is the
/// office's: of it only that there is something, and no score and no word. What was submitted, and what the office typed from
/// paper, is there whole, so that a restored cycle can be sent back.
/// </summary>
internal sealed class ArchivedDrafts
{
    private readonly Dictionary<string, Upload> _submitted;

    private ArchivedDrafts(Dictionary<string, Upload> submitted, int uploads) => (_submitted, Uploads) = (submitted, uploads);

    /// <summary>How many uploads the cycle had when it was looked up.</summary>
    public int Uploads { get; }

    /// <summary>Looks up what judges submitted.</summary>
    public static async Task<ArchivedDrafts> OfAsync(IStorage storage, Cycle cycle, CancellationToken cancellationToken)
    {
        var history = await new AcceptedRows(storage).HistoryAsync(cycle, cancellationToken);
        var submissions = AcceptedRows.Counting(history).Where(upload => upload.IsSubmission).ToList();
        var judges = submissions.Count == 0 || cycle.IsDraft ? null : (await new CycleStore(storage).DefinitionAsync(cycle, cancellationToken)).Judges;
        var spellings = new JudgeSpellings(judges);
        var submitted = new Dictionary<string, Upload>(StringComparer.Ordinal);
        foreach (var submission in submissions)
        {
            var judge = spellings.Find(submission.Judge!) ?? submission.Judge!;
            foreach (var name in judges?.FirstOrDefault(each => each.Name == judge)?.Names ?? [judge])
            {
                submitted[JudgeSeat.TagOf(name)] = submission;
            }
        }
        return new ArchivedDrafts(submitted, history.Count);
    }

    /// <summary>A draft's record as an archive has it.</summary>
    public string Json(string partition, Row row)
    {
        var draft = StoredRecords.Read<ScoreDraft>(partition, row);
        return !draft.IsTyped || draft.TypedBy is not null || (_submitted.TryGetValue(draft.JudgeTag, out var submission) && draft.IsIn(submission)) ? row.Json
            : JsonSerializer.Serialize(draft with { Scores = None, Comments = None, Comment = "" }, AwardJson.Own);
    }

    private static Dictionary<string, string> None => new(StringComparer.Ordinal);
}
