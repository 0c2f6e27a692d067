using AwardFlow.Thai;

namespace AwardFlow.Approvals;

/// <summary>What an approver saw is not what there is now. Nothing was changed.</summary>
/// <param name="text">What is so, for people.</param>
/// <param name="manifestSha256">The manifest that there is now.</param>
/// <param name="change">What changed since; null where the manifest that was named is not known.</param>
public sealed class ManifestChangedException(BilingualText text, string manifestSha256, ManifestChange? change) : Exception(text.English)
{
    /// <summary>The message in both languages.</summary>
    public BilingualText Text { get; } = text;

    /// <summary>The manifest that there is now.</summary>
    public string ManifestSha256 { get; } = manifestSha256;

    /// <summary>What changed since; null where the manifest that was named is not known.</summary>
    public ManifestChange? Change { get; } = change;
}
