using AwardFlow.Cycles;
using AwardFlow.Intake.Judging;
using AwardFlow.Storage;

namespace AwardFlow.Records.Retention;

/// <summary>Which judges of a cycle a person is, by name or address, and which perhaps.</summary>
internal sealed class PersonJudges
{
    // By what names them in keys: whether it is the person.
    private readonly Dictionary<string, bool> _tags = new(StringComparer.Ordinal);

    /// <summary>Whether a judge is the person; false where only perhaps, null where not.</summary>
    /// <param name="tag">Names the judge in keys.</param>
    public bool? Of(string tag) => _tags.TryGetValue(tag, out var isMeant) ? isMeant : null;

    /// <summary>Looks for a person among a cycle's judges.</summary>
    public static async Task<PersonJudges> OfAsync(
        IStorage storage, Cycle cycle, CycleDefinition definition, PersonText person, CancellationToken cancellationToken)
    {
        var judges = new PersonJudges();
        foreach (var judge in definition.Judges ?? [])
        {
            judges.Note(person, [.. judge.Names.Select(name => name.Text), judge.Email], judge.Names.Select(JudgeSeat.TagOf));
        }
        await foreach (var seat in storage.Rows.ListAsync<JudgeSeat>(cycle.Id.Text, RowRange.Prefix(JudgeSeat.RowPrefix), cancellationToken))
        {
            judges.Note(person, [seat.Judge.Text, seat.Email], [seat.Tag]);
        }
        return judges;
    }

    private void Note(PersonText person, string?[] fields, IEnumerable<string> tags)
    {
        var isMeant = fields.Any(field => field is not null && person.Is(field));
        if (isMeant || fields.Any(field => field is not null && person.IsIn(field)))
        {
            foreach (var tag in tags)
            {
                _tags[tag] = isMeant || _tags.GetValueOrDefault(tag);
            }
        }
    }
}
