using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Intake.Judging;

/// <summary>
/// A judge's place in a cycle: the link, when it was used, and the scans of what came on paper. What was submitted stands in the cycle's history.
/// </summary>
public sealed record JudgeSeat : StoredRecord
{
    internal const string RowPrefix = "judge!";

    private const int TagBytes = 8;

    /// <summary>The judge, as the cycle spells the name.</summary>
    public JudgeName Judge { get; init; } = JudgeName.Unchecked("");

    /// <summary>Where the link goes instead of the definition's address; null for that.</summary>
    public string? Email { get; init; }

    /// <summary>Random bits that the judge's link holds, in lower-case hex: with others the link is worthless. Null where there is none.</summary>
    public string? LinkSecret { get; init; }

    /// <summary>When the link was made, or withdrawn; null where there never was one.</summary>
    public DateTimeOffset? LinkChangedAt { get; init; }

    /// <summary>How often something of the judge's sheet was saved.</summary>
    public int Saves { get; init; }

    /// <summary>Everybody who typed from paper into the sheet, by the id that tells persons apart; the trail has a line for each.</summary>
    public IReadOnlyList<string> Typists { get; init; } = [];

    /// <summary>When the judge's page was used last, within a minute.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>When the judge was reminded last.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Scans of what came on paper.</summary>
    public IReadOnlyList<PaperScan> Papers { get; init; } = [];

    /// <summary>Names the judge in keys and links: what <see cref="TagOf"/> said of the name that the judge had first.</summary>
    internal string Tag => Key[RowPrefix.Length..];

    /// <summary>A judge's seat that was never stored.</summary>
    internal static JudgeSeat Of(CycleId cycle, JudgeName judge) => new() { Partition = cycle.Text, Key = KeyOf(judge), Judge = judge };

    /// <summary>Names a judge, whichever way it is spelled, in keys and links: lower-case hex.</summary>
    internal static string TagOf(JudgeName judge) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(judge.Key)).AsSpan(0, TagBytes));

    internal static string KeyOf(JudgeName judge) => RowPrefix + TagOf(judge);
}
