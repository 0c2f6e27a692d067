namespace AwardFlow.Notices;

/// <summary>That somebody is waited for.</summary>
/// <param name="Kind">For what.</param>
/// <param name="Which">Which time.</param>
/// <param name="Letters">How many letters it is about.</param>
internal sealed record NoticeOccasion(NoticeKind Kind, string Which, int Letters = 0)
{
    /// <summary>Names it among the cycle's occasions.</summary>
    public string Key => $"{Kind.ToString().ToLowerInvariant()}!{Which}";
}
