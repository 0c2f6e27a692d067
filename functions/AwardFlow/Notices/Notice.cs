using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Notices;

/// <summary>One mail to one person of the office about something that waits for him or her. There is one an occasion.</summary>
public sealed record Notice : StoredRecord
{
    /// <summary>What the keys of notices begin with.</summary>
    internal const string Prefix = "notice!";

    private const int HashLength = 16;

    /// <summary>What it is about.</summary>
    public NoticeKind Kind { get; init; }

    /// <summary>Which time: a cycle may await approval, or lack scores, more than once.</summary>
    public string Occasion { get; init; } = "";

    /// <summary>Where it goes.</summary>
    public string Address { get; init; } = "";

    /// <summary>How many letters it is about, where it is about some.</summary>
    public int Letters { get; init; }

    /// <summary>The correction that it is about, from 1; null for none.</summary>
    public int? Correction { get; init; }

    /// <summary>The judge whom it is for, where it is about scoring; null for people of the office.</summary>
    public JudgeName? Judge { get; init; }

    /// <summary>The entry that was sent back, where one was.</summary>
    public EntryCode? EntryCode { get; init; }

    /// <summary>What became of it.</summary>
    public NoticeState State { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Before when it is not tried again.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>What the mail service calls it, or said.</summary>
    public string? Answer { get; init; }

    /// <summary>A notice that is to go out.</summary>
    /// <param name="cycle">The cycle's id.</param>
    /// <param name="occasion">What it is about, and which time.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="now">The time.</param>
    internal static Notice Of(string cycle, NoticeOccasion occasion, string address, DateTimeOffset now) => new()
    {
        Partition = cycle,
        Key = $"{Prefix}{occasion.Key}!{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToLowerInvariant())))[..HashLength]}",
        Kind = occasion.Kind,
        Occasion = occasion.Which,
        Address = address,
        Letters = occasion.Letters,
        Correction = occasion.Correction,
        At = now,
    };

    /// <summary>Names it to mail services.</summary>
    internal string Code => $"NOTICE-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))[..HashLength]}";
}
