using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Intake.Judging;

/// <summary>
/// Works out what a change of a cycle's definition does to what judges typed and did not submit. It looks at which criteria
/// have a score and never at the score: the office may ask as often as it likes and learns none.
/// </summary>
/// <param name="storage">Where drafts are kept.</param>
/// <param name="contexts">What was submitted.</param>
public sealed class TypingEffects(IStorage storage, JudgingContexts contexts)
{
    /// <summary>What a change would do; null where nothing that was typed is touched.</summary>
    internal async Task<DefinitionEffect.TypedScoresEffect?> OfAsync(
        Cycle cycle, CycleDefinition before, CycleDefinition after, CancellationToken cancellationToken)
    {
        var seats = await storage.Rows.ListAsync<JudgeSeat>(cycle.Id.Text, RowRange.Prefix(JudgeSeat.RowPrefix), cancellationToken)
            .ToDictionaryAsync(seat => seat.Tag, StringComparer.Ordinal, cancellationToken: cancellationToken);
        if (seats.Count == 0)
        {
            return null;
        }
        var context = await contexts.OfAsync(cycle, cancellationToken);
        var change = new Change(before, after);
        var (scores, incomplete) = (0, 0);
        var (judges, why) = (new HashSet<JudgeName>(), new HashSet<ScoreMisfit>());
        await foreach (var draft in storage.Rows.ListAsync<ScoreDraft>(cycle.Id.Text, RowRange.Prefix(ScoreDraft.RowPrefix), cancellationToken))
        {
            // A judge who had no place before loses nothing now; what stands in a submission is told with the accepted scores.
            if (draft.Scores.Count == 0 || !seats.TryGetValue(draft.JudgeTag, out var seat)
                || context.Known(seat.Judge) is not { } judge || (context.Submission(judge) is { } submission && draft.IsIn(submission)))
            {
                continue;
            }
            var touched = draft.Scores.Keys.Select(criterion => change.Of(draft.JudgeTag, judge, draft.EntryCode, criterion)).OfType<ScoreMisfit>().ToList();
            scores += touched.Count;
            why.UnionWith(touched);
            var lacks = change.AddsCriteria && touched.Count < draft.Scores.Count;
            incomplete += lacks ? 1 : 0;
            if (touched.Count > 0 || lacks)
            {
                judges.Add(judge);
            }
        }
        return scores == 0 && incomplete == 0 ? null
            : new DefinitionEffect.TypedScoresEffect(
                scores, incomplete, [.. judges.OrderBy(judge => judge.Text, StringComparer.Ordinal).Take(DefinitionEffect.Most)], [.. why.Order()]);
    }

    private sealed class Change(CycleDefinition before, CycleDefinition after)
    {
        private readonly Dictionary<string, Criterion> _before = before.Criteria().ToDictionary(criterion => criterion.Code, StringComparer.Ordinal);
        private readonly Dictionary<string, Criterion> _after = after.Criteria().ToDictionary(criterion => criterion.Code, StringComparer.Ordinal);
        private readonly ScoreFit _fit = new(after);
        private readonly HashSet<string>? _seats = after.Judges?.SelectMany(judge => judge.Names).Select(JudgeSeat.TagOf).ToHashSet(StringComparer.Ordinal);
        private readonly ConflictsOfInterest _conflictsBefore = new(before);
        private readonly bool _isOtherStep = after.Judging?.Step is { } step && (before.Judging?.Step is not { } earlier || earlier % step != 0);

        public bool AddsCriteria => _after.Keys.Except(_before.Keys, StringComparer.Ordinal).Any();

        // Whatever the score is: it may count no more.
        public ScoreMisfit? Of(string seat, JudgeName judge, EntryCode entry, string criterion) =>
            !_before.TryGetValue(criterion, out var old) ? null
            : _conflictsBefore.MayNotScore(judge, entry) ? null
            : _seats?.Contains(seat) == false ? ScoreMisfit.JudgeRemoved
            : _fit.Of(entry, judge, criterion, points: 0) is { } misfit ? misfit
            : _after[criterion].Max < old.Max ? ScoreMisfit.AboveMaximum
            : _isOtherStep ? ScoreMisfit.OtherStep
            : null;
    }
}
