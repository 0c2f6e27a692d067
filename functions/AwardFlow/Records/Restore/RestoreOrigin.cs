namespace AwardFlow.Records.Restore;

/// <summary>What a cycle is restored from.</summary>
/// <param name="Sha256">SHA-256 of the tag manifest of the archive or backup.</param>
/// <param name="MadeAt">When that was made, as it says.</param>
internal sealed record RestoreOrigin(string Sha256, string MadeAt);
