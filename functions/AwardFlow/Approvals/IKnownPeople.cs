namespace AwardFlow.Approvals;

/// <summary>Whether a host tells people apart: by keys, by a directory, or not at all.</summary>
public interface IKnownPeople
{
    /// <summary>Whether it does now.</summary>
    bool Any { get; }
}
