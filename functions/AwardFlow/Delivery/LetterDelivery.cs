using System.Runtime.Serialization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace AwardFlow.Delivery;

/// <summary>The ledger's row of one entry: where its letter goes and what became of it.</summary>
public sealed record LetterDelivery : ITableEntity
{
    /// <summary>The cycle.</summary>
    public required string PartitionKey { get; set; }

    /// <summary>The entry's code.</summary>
    public required string RowKey { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp { get; set; }

    /// <inheritdoc/>
    public ETag ETag { get; set; }

    /// <summary>The cycle.</summary>
    [IgnoreDataMember]
    public string Cycle => PartitionKey;

    /// <summary>The entry's code.</summary>
    [IgnoreDataMember]
    public string EntryCode => RowKey;

    /// <summary>The central correspondence e-mail that the letter goes to.</summary>
    public string Address { get; init; } = "";

    /// <summary>What became of the letter.</summary>
    public DeliveryState State { get; init; }

    /// <summary>Why it is in this state, where that needs saying.</summary>
    public string? Detail { get; init; }

    /// <summary>How often a worker set out to hand the mail over.</summary>
    public int Attempts { get; init; }

    /// <summary>When a worker first set out; the mail's own date.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>When the mail service took the mail.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>What the mail service calls the mail.</summary>
    public string? ProviderId { get; init; }

    /// <summary>Whether the mail may have been taken twice.</summary>
    public bool PossibleDuplicate { get; init; }

    /// <summary>
    /// Names this delivery to mail services and in the mail's Message-ID. It follows from cycle and entry, so a second
    /// attempt after a crash has the same one and duplicates can be told.
    /// </summary>
    [IgnoreDataMember]
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{PartitionKey}\n{RowKey}")).AsSpan(0, 16));
}
