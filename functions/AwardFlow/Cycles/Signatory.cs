namespace AwardFlow.Cycles;

/// <summary>Who signs the letters.</summary>
/// <param name="Name">The name in full, as it stands in brackets under the signature.</param>
/// <param name="Position">The position, a line each.</param>
public sealed record Signatory(string Name, IReadOnlyList<string> Position);
