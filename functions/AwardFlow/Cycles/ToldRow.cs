using System.Collections.Immutable;
using AwardFlow.Trail;

namespace AwardFlow.Cycles;

/// <summary>What the lines of a cycle's trail say, up to one of them, of a row that letters are released by: the cycle's, or a correction's.</summary>
internal sealed record ToldRow
{
    /// <summary>The last line that told of it.</summary>
    public required int Line { get; init; }

    /// <summary>Who approved by now, and the manifest to which each said yes; null where the line's values were erased.</summary>
    public ImmutableList<(string? ById, string? Manifest)> Approvals { get; init; } = [];

    /// <summary>The manifest; null where no line says which it is now.</summary>
    public string? Manifest { get; init; }

    /// <summary>What an approver said about the need for approval; null where nothing.</summary>
    public string? Rule { get; init; }

    /// <summary>Whether a line still says it.</summary>
    public bool IsRuleKnown { get; init; } = true;

    private bool IsRuleNobodys { get; init; }

    /// <summary>The rule that the cycle closed under; null where no line says it.</summary>
    public string? RuleAtClosing { get; init; }

    /// <summary>What a correction is made of; null where no line says it.</summary>
    public string? Order { get; init; }

    /// <summary>Whether its letters were released.</summary>
    public bool IsReleased { get; init; }

    /// <summary>Whether it was called off.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Whether a person stopped it; null where no line says it.</summary>
    public bool? IsPaused { get; init; } = false;

    /// <summary>The same behind one more line that tells of it.</summary>
    public ToldRow After(TrailLine line, TrailValues? values)
    {
        string? Said(string name) => values?.After?.GetValueOrDefault(name);
        var next = this with { Line = line.Number };
        return line.Kind switch
        {
            // Where people are told apart, what was said by whoever sat at the machine counts no more.
            TrailKind.Closed => next with
            {
                RuleAtClosing = Said("rule"),
                Rule = IsRuleNobodys && Said("amongPeople") == "true" ? null : Rule,
                IsRuleKnown = IsRuleKnown && values is not null,
            },
            TrailKind.ApprovalRuleSet =>
                next with { Rule = Said("approval"), IsRuleKnown = values is not null, IsRuleNobodys = line.By?.Id == Actor.AnybodyHere },
            TrailKind.ApprovalAwaited => next with { Manifest = Said("manifest") },
            TrailKind.CorrectionAwaited => next with { Manifest = Said("manifest"), Approvals = [] },
            TrailKind.Approved or TrailKind.CorrectionApproved =>
                next with { Manifest = Said("manifest"), Approvals = next.Approvals.Add((line.By?.Id, Said("manifest"))) },
            TrailKind.ApprovalUndone or TrailKind.CorrectionUndone =>
                next with { Approvals = next.Approvals is [] ? [] : next.Approvals.RemoveAt(next.Approvals.Count - 1) },
            // Before the release it voids approvals, and makes another manifest of the one that is awaited.
            TrailKind.AddressCorrected => IsReleased ? this : next with { Manifest = null, Approvals = [] },
            TrailKind.Released or TrailKind.CorrectionReleased => next with { Manifest = Said("manifest"), IsReleased = true },
            TrailKind.SentBack => new ToldRow { Line = line.Number, IsPaused = IsPaused, IsCancelled = IsCancelled },
            TrailKind.CorrectionSentBack => next with { Approvals = [] },
            TrailKind.Paused => next with { IsPaused = true },
            TrailKind.Resumed => next with { IsPaused = false },
            TrailKind.Cancelled or TrailKind.CorrectionCancelled => next with
            {
                IsCancelled = true,
                Approvals = IsReleased ? next.Approvals : [],
                IsPaused = Said("stillPaused") is { } paused ? paused == "true" : null,
            },
            TrailKind.CorrectionMade => next with { Order = Said("order") },
            _ => this,
        };
    }
}
