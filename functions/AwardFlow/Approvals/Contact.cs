namespace AwardFlow.Approvals;

/// <summary>Somebody of the office who can be told something by mail.</summary>
/// <param name="Email">The address.</param>
/// <param name="Operates">Whether he or she is an operator.</param>
/// <param name="Approves">Whether he or she is an approver.</param>
/// <param name="Positions">The titles that he or she holds.</param>
public sealed record Contact(string Email, bool Operates, bool Approves, IReadOnlyList<string> Positions);
