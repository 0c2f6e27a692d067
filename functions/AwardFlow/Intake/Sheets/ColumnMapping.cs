namespace AwardFlow.Intake.Sheets;

/// <summary>What a person said that the columns of a cycle's sheets mean, where their names do not say it.</summary>
/// <param name="columns">The columns' names, each with the name or the criterion that is meant.</param>
internal sealed class ColumnMapping(IReadOnlyDictionary<string, string> columns)
{
    private readonly Dictionary<string, string> _keys = Keys(columns);

    /// <summary>Nothing was said.</summary>
    public static ColumnMapping None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The form in which a column's name is compared, or that of the name that is meant.</summary>
    public string Key(string name) => ColumnName.Key(Meant(name));

    /// <summary>Whether a person said what a column of this name means.</summary>
    public bool Knows(string name) => _keys.Count > 0 && _keys.ContainsKey(ColumnName.Key(name));

    /// <summary>A column's name, or the one that is meant.</summary>
    public string Meant(string name) => _keys.Count > 0 && _keys.TryGetValue(ColumnName.Key(name), out var meant) ? meant : name;

    private static Dictionary<string, string> Keys(IReadOnlyDictionary<string, string> columns)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, meant) in columns)
        {
            keys[ColumnName.Key(name)] = meant;
        }
        return keys;
    }
}
