namespace AwardFlow.Delivery;

/// <summary>A mail that was certainly not taken, and may be later.</summary>
/// <param name="reason">The service's own words.</param>
/// <param name="retryAt">When to try again.</param>
/// <param name="concernsAll">Whether the service takes no mail at all now; otherwise only this recipient's server asked to wait.</param>
public sealed class MailPostponedException(string reason, DateTimeOffset retryAt, bool concernsAll) : Exception(reason)
{
    /// <summary>When to try again.</summary>
    public DateTimeOffset RetryAt { get; } = retryAt;

    /// <summary>Whether the service takes no mail at all now.</summary>
    public bool ConcernsAll { get; } = concernsAll;
}
