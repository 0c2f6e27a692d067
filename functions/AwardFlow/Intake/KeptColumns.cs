using System.Text.Json;
using AwardFlow.Storage;

namespace AwardFlow.Intake;

/// <summary>What people said that the columns of a cycle's sheets of one kind mean.</summary>
public sealed record KeptColumns : StoredRecord
{
    /// <summary>The columns' names, each with the name or the criterion that is meant.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal static string KeyOf(UploadKind kind) => $"columns-{JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())}";
}
