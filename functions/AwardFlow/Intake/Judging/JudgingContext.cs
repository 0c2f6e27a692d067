using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Intake.Judging;

/// <summary>What judges score in a cycle as it stands after a number of uploads: it never changes, and is kept in memory.</summary>
internal sealed class JudgingContext
{
    private const int TagLength = 8;

    private readonly Dictionary<EntryCode, Entry> _byCode;
    private readonly ConflictsOfInterest _conflicts;
    private readonly ILookup<(EntryCode, JudgeName), Withdrawal> _withdrawn;
    private readonly HashSet<(EntryCode, JudgeName)> _declined;
    private readonly JudgeSpellings _spellings;
    private readonly IReadOnlyList<Upload> _counting;
    private readonly ILookup<JudgeName, Upload> _byJudge;
    private readonly Dictionary<int, Upload> _byNumber;
    private readonly Dictionary<JudgeName, int> _lastSubmitted;
    private readonly Dictionary<(EntryCode, JudgeName), Upload> _lastDeclined;
    private readonly string _rubric;
    private readonly Lazy<string> _list;

    public JudgingContext(CycleDefinition definition, IReadOnlyList<Upload> history, IReadOnlyList<Entry> entries)
    {
        var withdrawals = Withdrawal.Of(history);
        var gone = withdrawals.Where(each => each.Judge is null).Select(each => each.EntryCode).ToHashSet();
        (Definition, Criteria) = (definition, [.. definition.Criteria()]);
        Entries = [.. entries.Where(entry => !gone.Contains(entry.Code))];
        _byCode = Entries.ToDictionary(entry => entry.Code);
        _conflicts = new ConflictsOfInterest(definition);
        _spellings = new JudgeSpellings(definition.Judges);
        _withdrawn = withdrawals.Where(each => each.Judge is not null).ToLookup(each => (each.EntryCode, Spelled(each.Judge!)));
        // The last word is the judge's own.
        var last = history.Where(upload => upload is { Kind: UploadKind.Withdrawal, Judge: not null, EntryCode: not null })
            .GroupBy(upload => (upload.EntryCode!, Spelled(upload.Judge!)))
            .Select(each => (each.Key, Upload: each.Last())).Where(each => each.Upload.Source == UploadSource.Page).ToList();
        _declined = [.. last.Select(each => each.Key)];
        _lastDeclined = last.ToDictionary(each => each.Key, each => each.Upload);
        _counting = [.. AcceptedRows.Counting(history).Where(upload => upload.Kind == UploadKind.Scores)];
        _byJudge = _counting.SelectMany(upload => upload.Judges.Select(Spelled).Distinct().Select(judge => (judge, upload)))
            .ToLookup(each => each.judge, each => each.upload);
        _byNumber = _counting.ToDictionary(upload => upload.Number);
        _lastSubmitted = history.Where(upload => upload.IsSubmission)
            .GroupBy(upload => Spelled(upload.Judge!))
            .ToDictionary(each => each.Key, each => each.Last().Number);
        _rubric = Tag(JsonBlobs.Sha256(new { definition.Rubric, definition.Judging?.Step }));
        _list = new Lazy<string>(() => Tag(Hash(string.Join('\n', Entries.Select(WordsOf)))));
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
    public IEnumerable<JudgeName> Scored => _byJudge.Select(each => each.Key);

    /// <summary>The names by which a judge's seat may be known: the judge's own, and the former ones, the newest first.</summary>
    public IEnumerable<JudgeName> NamesOf(JudgeName judge) =>
        (Definition.Judges?.FirstOrDefault(each => each.Name == judge)?.Formerly ?? []).Reverse().Prepend(judge);

    /// <summary>Names the words under which an entry is scored: what each criterion asks, its maximum, weight and step, and what the entry is.</summary>
    public string TermsOf(Entry entry) => $"{_rubric}.{Tag(Hash(WordsOf(entry)))}";

    /// <summary>The same of a whole sheet: of the rubric and all entries.</summary>
    public string Terms => $"{_rubric}.{_list.Value}";

    /// <summary>Whether an entry is not the judge's to see at all: a conflict of interest, or what the office withdrew.</summary>
    public bool IsKeptFrom(JudgeName judge, EntryCode entry) =>
        _conflicts.MayNotScore(judge, entry) || (_withdrawn.Contains((entry, judge)) && !_declined.Contains((entry, judge)));

    /// <summary>Why the judge declined an entry; null where the judge did not.</summary>
    public Withdrawal? Declined(JudgeName judge, EntryCode entry) => _declined.Contains((entry, judge)) ? _withdrawn[(entry, judge)].FirstOrDefault() : null;

    /// <summary>With what the judge declined an entry last, also where it was put back since; null where the judge never did.</summary>
    public Upload? LastDeclined(JudgeName judge, EntryCode entry) => _lastDeclined.GetValueOrDefault((entry, judge));

    /// <summary>The judge's submission that counts; null where there is none.</summary>
    public Upload? Submission(JudgeName judge) => _byJudge[judge].LastOrDefault(upload => upload.IsSubmission);

    /// <summary>The number of the judge's last submission, also where it was taken back since; 0 where there never was one.</summary>
    public int LastSubmitted(JudgeName judge) => _lastSubmitted.GetValueOrDefault(judge);

    /// <summary>An upload of scores that counts; null where none has the number.</summary>
    public Upload? Scoring(int number) => _byNumber.GetValueOrDefault(number);

    /// <summary>The uploads that count and have scores of the judge, in their order.</summary>
    public IEnumerable<Upload> Scoring(JudgeName judge) => _byJudge[judge];

    /// <summary>Those of them that are sheets.</summary>
    public IEnumerable<Upload> Sheets(JudgeName judge) => _byJudge[judge].Where(upload => upload.Source is null);

    private JudgeName Spelled(JudgeName judge) => _spellings.Find(judge) ?? judge;

    private static string WordsOf(Entry entry) => $"{entry.Code.Key}\n{entry.Project}\n{entry.Organisation}\n{entry.Url}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Tag(string hash) => hash[..TagLength];
}
