namespace AwardFlow.Trail;

/// <summary>How far a trail is, and the hash that all of it adds up to.</summary>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Sha256">SHA-256 of the last one, in lower-case hex; empty where there is none.</param>
public sealed record TrailMark(int Lines, string Sha256)
{
    /// <summary>That of a trail without lines.</summary>
    public static TrailMark None { get; } = new(0, "");
}
