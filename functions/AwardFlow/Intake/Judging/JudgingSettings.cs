namespace AwardFlow.Intake.Judging;

/// <summary>How judges' links are made. They are signed with a key that the installation has for links anyway.</summary>
/// <param name="BaseUrl">Where judges reach the pages; it ends in <c>/</c>.</param>
/// <param name="Key">The secret that the links' own key is derived from.</param>
public sealed record JudgingSettings(Uri BaseUrl, byte[] Key);
