using AwardFlow.Cycles;

namespace AwardFlow.Intake.Judging;

/// <summary>What judges score in a cycle as it stands after a number of uploads: it never changes, and is kept in memory.</summary>
internal sealed class JudgingContext
{
    private readonly Dictionary<EntryCode, Entry> _byCode;
    private readonly ConflictsOfInterest _conflicts;
    private readonly ILookup<(EntryCode, JudgeName), Withdrawal> _withdrawn;
    private readonly HashSet<(EntryCode, JudgeName)> _declined;
    private readonly JudgeSpellings _spellings;
    private readonly IReadOnlyList<Upload> _counting;

    public JudgingContext(CycleDefinition definition, IReadOnlyList<Upload> history, IReadOnlyList<Entry> entries)
    {
        var withdrawals = Withdrawal.Of(history);
        var gone = withdrawals.Where(each => each.Judge is null).Select(each => each.EntryCode).ToHashSet();
        (Definition, Criteria) = (definition, [.. definition.Criteria()]);
        Entries = [.. entries.Where(entry => !gone.Contains(entry.Code))];
        _byCode = Entries.ToDictionary(entry => entry.Code);
        _conflicts = new ConflictsOfInterest(definition);
        _withdrawn = withdrawals.Where(each => each.Judge is not null).ToLookup(each => (each.EntryCode, each.Judge!));
        // The last word is the judge's own.
        _declined = [.. history.Where(upload => upload is { Kind: UploadKind.Withdrawal, Judge: not null, EntryCode: not null }).GroupBy(upload => (upload.EntryCode!, upload.Judge!))
            .Where(each => each.Last().Source == UploadSource.Page).Select(each => each.Key)];
        _spellings = new JudgeSpellings(definition.Judges);
        _counting = [.. AcceptedRows.Counting(history).Where(upload => upload.Kind == UploadKind.Scores)];
    }

    /// <summary>The cycle's definition.</summary>
    public CycleDefinition Definition { get; }

    /// <summary>The criteria, in the rubric's order.</summary>
    public IReadOnlyList<Criterion> Criteria { get; }

    /// <summary>The entries that are not withdrawn, in the order in which they came.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>An entry by its code; null where there is none, or it is withdrawn.</summary>
    public Entry? Find(EntryCode code) => _byCode.GetValueOrDefault(code);

    /// <summary>A judge as the definition spells the name; null where it names judges, and this is none of them.</summary>
    public JudgeName? Known(JudgeName judge) => Definition.Judges is null ? judge : _spellings.Find(judge);

    /// <summary>The judge's own address by the definition; null where there is none.</summary>
    public string? EmailOf(JudgeName judge) => Definition.Judges?.FirstOrDefault(each => each.Name == judge)?.Email;

    /// <summary>Everybody who scored by a sheet or a page and counts.</summary>
    public IEnumerable<JudgeName> Scored => _counting.SelectMany(upload => upload.Judges).Distinct();

    /// <summary>Whether an entry is not the judge's to see at all: a conflict of interest, or what the office withdrew.</summary>
    public bool IsKeptFrom(JudgeName judge, EntryCode entry) =>
        _conflicts.MayNotScore(judge, entry) || (_withdrawn.Contains((entry, judge)) && !_declined.Contains((entry, judge)));

    /// <summary>Why the judge declined an entry; null where the judge did not.</summary>
    public Withdrawal? Declined(JudgeName judge, EntryCode entry) => _declined.Contains((entry, judge)) ? _withdrawn[(entry, judge)].FirstOrDefault() : null;

    /// <summary>The judge's submission that counts; null where there is none.</summary>
    public Upload? Submission(JudgeName judge) => _counting.LastOrDefault(upload => upload.Source is not null && upload.Judge == judge);

    /// <summary>The sheets that count and have scores of the judge, in their order.</summary>
    public IEnumerable<Upload> Sheets(JudgeName judge) => _counting.Where(upload => upload.Source is null && upload.Judges.Contains(judge));
}
