using AwardFlow.Storage;

namespace AwardFlow.Cycles;

/// <summary>What letters are released by, as it stands in a cycle's row, or in a correction's.</summary>
internal sealed record ReleaseRow : StoredRecord
{
    private static readonly string[] Released = ["sending", "sent", "completed"];

    /// <summary>How far it is.</summary>
    public string State { get; init; } = "";

    /// <inheritdoc cref="Cycle.ManifestSha256"/>
    public string? ManifestSha256 { get; init; }

    /// <inheritdoc cref="Cycle.Approvals"/>
    public IReadOnlyList<CycleApproval> Approvals { get; init; } = [];

    /// <inheritdoc cref="Cycle.ApprovalRule"/>
    public string? ApprovalRule { get; init; }

    /// <inheritdoc cref="Cycle.RuleAtClosing"/>
    public string? RuleAtClosing { get; init; }

    /// <summary>SHA-256 of what a correction is made of; null in a cycle's row.</summary>
    public string? OrderSha256 { get; init; }

    /// <inheritdoc cref="Cycle.Paused"/>
    public PersonsWord? Paused { get; init; }

    /// <inheritdoc cref="Cycle.Cancelled"/>
    public PersonsWord? Cancelled { get; init; }

    /// <summary>Whether it is as the trail has it. What no line says, or says no more, is taken as it is.</summary>
    public bool IsAsTold(ToldRow told) =>
        IsOneOf(ManifestSha256, told.Manifest) && IsOneOf(RuleAtClosing, told.RuleAtClosing) && IsOneOf(OrderSha256, told.Order)
        // Nothing said is the stricter where it was said that none is needed.
        && (!told.IsRuleKnown || ApprovalRule == told.Rule || (ApprovalRule is null && told.Rule == "none"))
        && Approvals.Count == told.Approvals.Count
        && Approvals.Zip(told.Approvals).All(each => each.First.ById == each.Second.ById && IsOneOf(each.First.ManifestSha256, each.Second.Manifest))
        && (told.IsReleased || !Released.Contains(State, StringComparer.Ordinal))
        && Cancelled is not null == told.IsCancelled
        && (told.IsPaused is not { } isPaused || Paused is not null == isPaused);

    private static bool IsOneOf(string? value, string? told) => told is null || value == told;
}
