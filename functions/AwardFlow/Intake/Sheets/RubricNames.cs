using System.Globalization;
using System.Text.RegularExpressions;
using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Sheets;

/// <summary>Knows the criterion that a column's name means: by its code, its title, both, or either with the maximum behind it.</summary>
internal sealed partial class RubricNames
{
    private static readonly string[] Before = [.. new[] { "ข้อ", "ข้อที่", "เกณฑ์", "คะแนน", "หัวข้อ", "criterion", "score" }.Select(ColumnName.Key)];

    private const int LongestName = 300;

    private readonly Criterion[] _criteria;

    // Few spellings stand in many rows.
    private readonly Dictionary<string, int> _spelled = new(StringComparer.Ordinal);

    // -1 where two criteria have the name.
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <param name="criteria">The criteria, in the rubric's order.</param>
    public RubricNames(IEnumerable<Criterion> criteria)
    {
        _criteria = [.. criteria];
        for (var place = 0; place < _criteria.Length; place++)
        {
            _places[ColumnName.Key(_criteria[place].Code)] = place;
        }
        var others = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < _criteria.Length; place++)
        {
            foreach (var name in NamesOf(_criteria[place]))
            {
                others[name] = others.TryGetValue(name, out var before) && before != place ? -1 : place;
            }
        }
        foreach (var (name, place) in others)
        {
            _places.TryAdd(name, place);
        }
    }

    /// <summary>The place of the criterion in the rubric; -1 where the name means none, or more than one.</summary>
    /// <param name="name">A column's name.</param>
    public int PlaceOf(string name)
    {
        if (!_spelled.TryGetValue(name, out var place) && (place = Find(name)) >= 0)
        {
            _spelled.Add(name, place);
        }
        return place;
    }

    private int Find(string name)
    {
        var key = ColumnName.Key(name);
        if (key.Length == 0 || name.Length > LongestName)
        {
            return -1;
        }
        if (_places.TryGetValue(key, out var place))
        {
            return place;
        }
        var bare = Maximum().Match(name) is { Success: true } match ? name[..match.Index] : name;
        // 1. ปัญหาที่ชี้ชัด: a number in the list, where no criterion has it for its code.
        return _places.TryGetValue(ColumnName.Key(bare), out place) || _places.TryGetValue(ColumnName.Key(Ordinal().Replace(bare, "")), out place) ? place : -1;
    }

    /// <summary>The maximum that stands behind a column's name; null where none does.</summary>
    public static decimal? MaximumIn(string name) =>
        name.Length <= LongestName && Maximum().Match(name) is { Success: true } match && Numbers().Matches(ThaiNumerals.ToWestern(match.Value)) is [.., var last]
            && decimal.TryParse(last.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var maximum) ? maximum : null;

    private static IEnumerable<string> NamesOf(Criterion criterion)
    {
        var (code, title) = (ColumnName.Key(criterion.Code), ColumnName.Key(criterion.Title));
        yield return title;
        foreach (var between in new[] { "", ".", ":", "-", "–", ")" })
        {
            yield return code + between + title;
        }
        foreach (var before in Before)
        {
            yield return before + code;
        }
    }

    // (30), [เต็ม 30 คะแนน], (0 to 30), /30, 30 คะแนน at the end.
    [GeneratedRegex(@"([(\[（][^)\]）]*[)\]）]|/\s*[0-9๐-๙.]+(\s*คะแนน)?|(เต็ม\s*)?[0-9๐-๙.]+\s*(คะแนน|points?)|เต็ม\s*[0-9๐-๙.]+)\s*\*?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Maximum();

    [GeneratedRegex(@"^\s*(ข้อ(ที่)?\s*)?[0-9๐-๙]+(\.[0-9๐-๙]+)*\s*[.):]?\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
