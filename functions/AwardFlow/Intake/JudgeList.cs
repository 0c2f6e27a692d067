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
    private readonly Dictionary<string, JudgeName> _spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<JudgeName, int> _firstRows = [];

    /// <summary>The judges that were found, each with the row where the name first stands.</summary>
    public IReadOnlyDictionary<JudgeName, int> FirstRows => _firstRows;

    /// <summary>A judge's name in its one spelling; null where it is none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="text">What stands in the cell.</param>
    /// <param name="problem">What is wrong where it is none.</param>
    public JudgeName? Find(int row, string text, out BilingualText problem)
    {
        problem = default;
        // A sheet names few judges in many rows.
        if (!_spellings.TryGetValue(text, out var name))
        {
            name = Spell(text, out problem);
            if (name is null)
            {
                return null;
            }
            _spellings.Add(text, name);
            _firstRows.TryAdd(name, row);
        }
        return name;
    }

    private JudgeName? Spell(string text, out BilingualText problem)
    {
        problem = RowTexts.JudgeName(JudgeName.Longest);
        var cleaned = CellText.Name(text);
        if (CellText.IsMissing(cleaned) || !JudgeName.TryParse(cleaned, out var name))
        {
            return null;
        }
        if (judges is null)
        {
            return _judges.Of(name);
        }
        if (_judges.Find(name) is { } known)
        {
            return known;
        }
        var names = judges.Select(judge => judge.Name).ToList();
        problem = RowTexts.UnknownJudge(CellText.Quoted(string.Join(", ", names)), JudgeNames.Similar(name, names)?.Text ?? new NearMisses(names.Select(known => known.Text)).Of(name.Text));
        return null;
    }
}
