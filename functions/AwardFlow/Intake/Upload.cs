using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace AwardFlow.Intake;

/// <summary>One accepted upload: a row beside its cycle's. What counts in a cycle is its accepted uploads, in their order.</summary>
public sealed record Upload : ITableEntity
{
    internal const string RowPrefix = "upload-";

    /// <summary>The cycle.</summary>
    public required string PartitionKey { get; set; }

    /// <summary>The upload's place in the cycle's order.</summary>
    public required string RowKey { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp { get; set; }

    /// <inheritdoc/>
    public ETag ETag { get; set; }

    /// <summary>The upload's number in its cycle, from 1.</summary>
    public int Number { get; init; }

    /// <summary>What the sheet holds.</summary>
    public UploadKind Kind { get; init; }

    /// <summary>The file's name, where the sender gave one.</summary>
    public string? FileName { get; init; }

    /// <summary>Names the file as it was sent among the cycle's uploads: SHA-256 and extension.</summary>
    public string SourceBlob { get; init; } = "";

    /// <summary>Names the rows as they were understood among the cycle's uploads.</summary>
    public string RowsBlob { get; init; } = "";

    /// <summary>How many entries or scores were accepted.</summary>
    public int Rows { get; init; }

    /// <summary>Who sent it.</summary>
    public string By { get; init; } = "";

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset At { get; init; }

    internal static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"{RowPrefix}{number:D6}");
}
