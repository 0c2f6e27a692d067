namespace AwardFlow.Intake.Sheets;

/// <summary>By what the header of a kind of sheet is known.</summary>
/// <param name="rubric">The criteria that may be columns; null in a list of entries.</param>
/// <param name="mapping">What people said that columns mean.</param>
internal sealed class HeaderSignature(RubricNames? rubric, ColumnMapping mapping)
{
    private static readonly string[] Maxima =
        [.. new[] { "คะแนนเต็ม", "เต็ม", "คะแนนสูงสุด", "น้ำหนัก", "ค่าน้ำหนัก", "maximum", "max", "weight", "full score" }.Select(ColumnName.Key)];

    /// <summary>The criteria that may be columns; null in a list of entries.</summary>
    public RubricNames? Rubric => rubric;

    /// <summary>What people said that columns mean.</summary>
    public ColumnMapping Mapping => mapping;

    /// <summary>Whether a column of a header tells which entry a row is about.</summary>
    /// <param name="name">The column's name.</param>
    public bool IsKey(string name) => IsKeyName(mapping.Key(name)) || (!mapping.Knows(name) && IsKeyName(ColumnName.BareKey(name)));

    /// <summary>Whether a name may stand in a second header row, below one that spans several columns.</summary>
    public bool IsBelow(string name) => rubric?.PlaceOf(mapping.Meant(name)) >= 0;

    /// <summary>Whether a name says only what stands below a criterion: its score, its maximum or weight, or a suggestion to it.</summary>
    public bool IsPart(string name) => rubric is not null && (IsScore(name) || IsMaximum(name) || ColumnName.Comment.IsAny(mapping.Key(name)));

    /// <summary>Whether a name below a criterion's means what it counts, and not what was given.</summary>
    public bool IsMaximum(string name) => Array.IndexOf(Maxima, mapping.Key(name)) >= 0 || Array.IndexOf(Maxima, ColumnName.BareKey(name)) >= 0;

    /// <summary>Whether a name below a criterion's means its score.</summary>
    public bool IsScore(string name) => ColumnName.Score.IsAny(mapping.Key(name)) || ColumnName.Score.IsAny(ColumnName.BareKey(name));

    private bool IsKeyName(string key) => ColumnName.EntryCode.IsAny(key) || (rubric is not null && ColumnName.Organisation.IsAny(key));

    /// <summary>How well a row fits: 0 not at all, 1 it has a column of such a sheet, 2 it is the header of one.</summary>
    public int Fit(SheetRow row)
    {
        var names = row.Cells.Where(cell => cell.Text.Length > 0).Select(cell => cell.Text).ToList();
        var keys = names.ConvertAll(mapping.Key);
        keys.AddRange(names.Where(name => !mapping.Knows(name)).Select(ColumnName.BareKey).Where(key => key.Length > 0));
        var (hasCode, hasOrganisation) = (keys.Exists(ColumnName.EntryCode.IsAny), keys.Exists(ColumnName.Organisation.IsAny));
        if (rubric is null)
        {
            var hasAddress = keys.Exists(ColumnName.SarabanEmail.IsAny);
            return hasAddress && (hasCode || hasOrganisation) ? 2 : keys.Exists(ColumnName.EntryCode.Is) ? 1 : 0;
        }
        var isScored = keys.Exists(ColumnName.Score.IsAny) || names.Exists(IsBelow);
        return (hasCode && (isScored || keys.Exists(ColumnName.Judge.IsAny))) || (hasOrganisation && isScored) ? 2
            : keys.Exists(ColumnName.EntryCode.Is) ? 1
            : 0;
    }
}
