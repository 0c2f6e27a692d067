using System.Text.Json;

namespace AwardFlow.Storage;

/// <summary>One change of a commit.</summary>
public sealed record RowChange
{
    private RowChange(RowChangeKind kind, string key, string? json, string? version) => (Kind, Key, Json, Version) = (kind, key, json, version);

    /// <summary>What is done.</summary>
    public RowChangeKind Kind { get; }

    /// <summary>The row's key.</summary>
    public string Key { get; }

    /// <summary>The row's new record; null where it is deleted.</summary>
    public string? Json { get; }

    /// <summary>The version that the row must have; null where none is asked for.</summary>
    public string? Version { get; }

    /// <summary>Adds a row, on condition that there is none of its key.</summary>
    public static RowChange Add(string key, string json) => new(RowChangeKind.Add, key, json, version: null);

    /// <summary>Replaces a row, on condition that it has a version.</summary>
    public static RowChange Replace(string key, string json, string version) => new(RowChangeKind.Replace, key, json, Given(version));

    /// <summary>Writes a row, whatever is there.</summary>
    public static RowChange Put(string key, string json) => new(RowChangeKind.Put, key, json, version: null);

    /// <summary>Deletes a row, on condition that it has a version.</summary>
    public static RowChange Delete(string key, string version) => new(RowChangeKind.Delete, key, json: null, Given(version));

    /// <summary>Adds a record under its key, on condition that there is none.</summary>
    public static RowChange Add(StoredRecord record) => Add(KeyOf(record), Write(record));

    /// <summary>Replaces a record, on condition that it still has the version that it carries.</summary>
    public static RowChange Replace(StoredRecord record) => Replace(KeyOf(record), Write(record), record.Version);

    /// <summary>Writes a record under its key, whatever is there.</summary>
    public static RowChange Put(StoredRecord record) => Put(KeyOf(record), Write(record));

    /// <summary>Deletes a record, on condition that it still has the version that it carries.</summary>
    public static RowChange Delete(StoredRecord record) => Delete(KeyOf(record), record.Version);

    private static string Given(string version)
    {
        ArgumentException.ThrowIfNullOrEmpty(version);
        return version;
    }

    private static string KeyOf(StoredRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Key;
    }

    private static string Write(StoredRecord record) => JsonSerializer.Serialize(record, record.GetType(), AwardJson.Own);
}
