using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Understands the judges' names of a score sheet, against the cycle's judges where its definition names them.</summary>
/// <param name="judges">The cycle's judges; null where anybody may score.</param>
internal sealed class JudgeList(IReadOnlyList<Judge>? judges)
{
    private readonly JudgeSpellings _judges = new(judges);
    private readonly Dictionary<string, (JudgeName? Name, BilingualText Problem)> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<JudgeName, int> _firstRows = [];

    // Made once, since a sheet may hold many names that are none of them.
    private readonly Lazy<(string Names, NearMisses Near, SimilarNames Similar)> _known = new(() =>
    {
        var names = (judges ?? []).Select(judge => judge.Name.Text).ToList();
        var similar = new SimilarNames();
        foreach (var judge in judges ?? [])
        {
            similar.Add(judge.Name);
        }
        return (CellText.Quoted(string.Join(", ", names)), new NearMisses(names), similar);
    });

    /// <summary>The judges that were found, each with the row where the name first stands.</summary>
    public IReadOnlyDictionary<JudgeName, int> FirstRows => _firstRows;

    /// <summary>A judge's name in its one spelling; null where it is none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="text">What stands in the cell.</param>
    /// <param name="isFull">Whether no more problems are told, so that no time need go into their words.</param>
    /// <param name="problem">What is wrong where it is none.</param>
    public JudgeName? Find(int row, string text, bool isFull, out BilingualText problem)
    {
        // A sheet names few judges in many rows.
        if (!_found.TryGetValue(text, out var found))
        {
            found = (Spell(text, isFull, out problem), problem);
            if (!isFull)
            {
                _found.Add(text, found);
            }
            if (found.Name is not null)
            {
                _firstRows.TryAdd(found.Name, row);
            }
        }
        problem = found.Problem;
        return found.Name;
    }

    /// <summary>Whether the cycle's definition names the judges.</summary>
    public bool IsListed => judges is not null;

    /// <summary>The name of a text that says who scored a whole sheet; null where it is none, or none of the cycle's judges.</summary>
    public JudgeName? Of(string text) => Spell(text, isFull: true, out _);

    private JudgeName? Spell(string text, bool isFull, out BilingualText problem)
    {
        problem = default;
        var cleaned = CellText.Name(text);
        if (CellText.IsMissing(cleaned))
        {
            problem = RowTexts.JudgeBlank;
            return null;
        }
        if (DamagedText.Problem(cleaned) is { } damaged)
        {
            problem = damaged;
            return null;
        }
        if (!JudgeName.TryParse(cleaned, out var name))
        {
            problem = RowTexts.JudgeName(JudgeName.Longest);
            return null;
        }
        if (judges is not null && _judges.Find(name) is { } known)
        {
            return known;
        }
        if (DamagedText.IsBareNumber(cleaned) || DamagedText.IsNothing(cleaned) || DamagedText.IsNoValue(cleaned))
        {
            problem = DamagedText.IsNothing(cleaned) ? RowTexts.IsNothing : DamagedText.IsNoValue(cleaned) ? RowTexts.NoValue : RowTexts.BareNumber;
            return null;
        }
        if (judges is null)
        {
            return _judges.Of(name);
        }
        problem = isFull ? default : RowTexts.UnknownJudge(_known.Value.Names, _known.Value.Similar.Of(name)?.Text ?? _known.Value.Near.Of(name.Text));
        return null;
    }
}
