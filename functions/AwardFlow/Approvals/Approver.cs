using AwardFlow.Trail;

namespace AwardFlow.Approvals;

/// <summary>Who approves.</summary>
/// <param name="Person">The person.</param>
/// <param name="Positions">The positions that the person holds.</param>
public sealed record Approver(Actor Person, IReadOnlyList<string> Positions);
