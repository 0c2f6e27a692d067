namespace AwardFlow.Web.Answers;

/// <summary>The definition that another one took the place of.</summary>
/// <param name="By">Whose it was; null where an earlier version did not write it down.</param>
/// <param name="At">Since when it stood; null likewise.</param>
/// <param name="Sha256">Its SHA-256.</param>
public sealed record ReplacedDefinition(string? By, DateTimeOffset? At, string Sha256);
