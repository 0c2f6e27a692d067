using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Intake.Judging;
using AwardFlow.Storage;

namespace AwardFlow.Intake;

/// <summary>Works out what a change of a cycle's definition does to its accepted scores, and to what judges typed.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="accepted">What counts.</param>
/// <param name="typing">What judges typed.</param>
public sealed class DefinitionEffects(CycleStore cycles, AcceptedRows accepted, TypingEffects typing)
{
    private const int ConfirmLength = 16;

    /// <summary>What a change would do.</summary>
    /// <param name="cycle">The cycle as it stands.</param>
    /// <param name="definition">The definition that it is to have.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>Null where no score is touched.</returns>
    public async Task<DefinitionEffect?> OfAsync(Cycle cycle, CycleDefinition definition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(definition);
        var before = await cycles.DefinitionAsync(cycle, cancellationToken);
        if (Terms(before) == Terms(definition))
        {
            return null;
        }
        var scores = cycle.ScoreSheets == 0 ? [] : await StandingAsync(cycle, cancellationToken);
        var (old, now) = (new ScoreFit(before), new ScoreFit(definition));
        var drops = new Dictionary<(JudgeName Judge, string Criterion, ScoreMisfit Why), int>();
        var restored = 0;
        foreach (var ((entry, judge, criterion), points) in scores)
        {
            var counted = old.Of(entry, judge, criterion, points) is null;
            var misfit = now.Of(entry, judge, criterion, points);
            restored += !counted && misfit is null ? 1 : 0;
            if (counted && misfit is { } why)
            {
                drops[(judge, criterion, why)] = drops.GetValueOrDefault((judge, criterion, why)) + 1;
            }
        }
        var added = definition.Criteria()
            .Select(criterion => criterion.Code)
            .Except(before.Criteria().Select(criterion => criterion.Code), StringComparer.Ordinal).ToList();
        var incomplete = added.Count == 0 ? 0 : scores.Keys.Select(key => (key.Entry, key.Judge)).Distinct().Count();
        var typed = await typing.OfAsync(cycle, before, definition, cancellationToken);
        if (drops.Count == 0 && restored == 0 && incomplete == 0 && typed is null)
        {
            return null;
        }
        return new DefinitionEffect
        {
            Drops =
            [
                .. drops.OrderBy(drop => drop.Key.Judge.Text, StringComparer.Ordinal)
                    .ThenBy(drop => drop.Key.Criterion, StringComparer.Ordinal)
                    .ThenBy(drop => drop.Key.Why)
                    .Take(DefinitionEffect.Most).Select(drop => new DefinitionEffect.ScoreGroup(drop.Key.Judge, drop.Key.Criterion, drop.Key.Why, drop.Value)),
            ],
            Dropped = drops.Values.Sum(),
            Restored = restored,
            AddedCriteria = added,
            Incomplete = incomplete,
            Typed = typed,
            // Judges go on typing while a person thinks it over: how much they typed is no other question, and who did is.
            Confirm = Token(
                $"{cycle.Id}\n{cycle.DefinitionSha256}\n{JsonBlobs.Sha256(definition)}\n{cycle.Uploads}{string.Concat(typed?.Judges.Select(judge => $"\n{judge}") ?? [])}"),
        };
    }

    // Of several scores of one judge for one criterion of an entry, the last counts; what a judge submits counts as a whole.
    private async Task<Dictionary<(EntryCode Entry, JudgeName Judge, string Criterion), decimal>> StandingAsync(
        Cycle cycle, CancellationToken cancellationToken)
    {
        var scores = new Dictionary<(EntryCode, JudgeName, string), decimal>();
        var submissions = new Dictionary<(EntryCode, JudgeName), int>();
        var criteria = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var score in accepted.ScoresAsync(cycle, await accepted.UploadsAsync(cycle, cancellationToken), cancellationToken))
        {
            criteria.Add(score.Criterion);
            if (score.Submission is { } submission && (!submissions.TryGetValue((score.EntryCode, score.Judge), out var earlier) || earlier != submission))
            {
                submissions[(score.EntryCode, score.Judge)] = submission;
                foreach (var criterion in criteria)
                {
                    scores.Remove((score.EntryCode, score.Judge, criterion));
                }
            }
            if (score.Points is { } points)
            {
                scores[(score.EntryCode, score.Judge, score.Criterion)] = points;
            }
        }
        return scores;
    }

    // All that decides which scores count.
    private static string Terms(CycleDefinition definition) => JsonBlobs.Sha256(new
    {
        Criteria = definition.Criteria()
            .Select(criterion => new { criterion.Code, criterion.Max })
            .OrderBy(criterion => criterion.Code, StringComparer.Ordinal),
        definition.Judging?.Step,
        Judges = definition.Judges?.Select(judge => new { judge.Name, judge.Formerly, judge.MayNotScore }),
    });

    private static string Token(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..ConfirmLength];
}
