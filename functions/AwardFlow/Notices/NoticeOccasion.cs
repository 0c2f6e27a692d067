namespace AwardFlow.Notices;

/// <summary>That somebody is waited for.</summary>
/// <param name="Kind">For what.</param>
/// <param name="Which">Which time.</param>
/// <param name="Letters">How many letters it is about.</param>
/// <param name="Correction">Which correction it is about, from 1; null for none.</param>
internal sealed record NoticeOccasion(NoticeKind Kind, string Which, int Letters = 0, int? Correction = null)
{
    /// <summary>Names it among the cycle's occasions.</summary>
    public string Key => $"{Kind.ToString().ToLowerInvariant()}!{Which}";
}
