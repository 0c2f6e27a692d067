using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwardFlow.Local.Demo;

/// <summary>A folder that holds a cycle: its definition, its entries and its score sheets.</summary>
internal sealed class CycleFolder
{
    private readonly JsonNode _definition;

    private CycleFolder(DirectoryInfo folder, JsonNode definition, string id, FileInfo entries, IReadOnlyList<FileInfo> scores)
    {
        Emblem = Picture(folder, "emblem");
        Signature = Picture(folder, "signature");
        _definition = definition;
        Id = id;
        Entries = entries;
        Scores = scores;
    }

    public string Id { get; }

    public FileInfo Entries { get; }

    public IReadOnlyList<FileInfo> Scores { get; }

    /// <summary>The organiser's emblem, <c>emblem.svg</c> or <c>emblem.png</c>; null for none.</summary>
    public FileInfo? Emblem { get; }

    /// <summary>The signatory's signature, <c>signature.svg</c> or <c>signature.png</c>; null for none.</summary>
    public FileInfo? Signature { get; }

    /// <summary>Whether the letters wait for an approver.</summary>
    public bool NeedsApproval => _definition["approval"]?.GetValue<string>() != "none";

    /// <exception cref="UsageException">A file is missing or cannot be read.</exception>
    public static CycleFolder Open(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            throw new UsageException($"There is no folder {folder.FullName}.");
        }
        var path = Path.Combine(folder.FullName, "cycle.json");
        if (!File.Exists(path))
        {
            throw new UsageException($"There is no cycle.json in {folder.FullName}.");
        }
        JsonNode? definition;
        try
        {
            definition = JsonNode.Parse(
                File.ReadAllText(path), documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            throw new UsageException($"{path} is not JSON: {e.Message}");
        }
        if (definition is not JsonObject || definition["id"] is not JsonValue id || !id.TryGetValue<string>(out var name))
        {
            throw new UsageException($"{path} has no 'id'.");
        }
        var entries = Sheets(folder, "entries.*");
        var scores = Sheets(folder, "scores*.*");
        return entries.Count switch
        {
            0 => throw new UsageException($"There is no entries.xlsx or entries.csv in {folder.FullName}."),
            > 1 => throw new UsageException(
                $"There are several lists of entries in {folder.FullName}: {string.Join(", ", entries.Select(file => file.Name))}. Keep one."),
            _ when scores.Count == 0 => throw new UsageException($"There is no scores*.xlsx or scores*.csv in {folder.FullName}."),
            _ => new CycleFolder(folder, definition, name, entries[0], scores),
        };
    }

    /// <summary>The definition as JSON with another closing time.</summary>
    public string DefinitionClosingAt(DateTimeOffset closesAt)
    {
        _definition["closesAt"] = closesAt.ToString("O");
        return _definition.ToJsonString();
    }

    private static FileInfo? Picture(DirectoryInfo folder, string name) =>
        folder.EnumerateFiles($"{name}.*")
            .OrderByDescending(file => file.Name, StringComparer.Ordinal)
            .FirstOrDefault(file => file.Extension is ".svg" or ".png");

    private static List<FileInfo> Sheets(DirectoryInfo folder, string pattern) =>
        [.. folder.EnumerateFiles(pattern)
            .Where(file => file.Extension.ToLowerInvariant() is ".xlsx" or ".csv")
            .OrderBy(file => file.Name, StringComparer.Ordinal)];
}
