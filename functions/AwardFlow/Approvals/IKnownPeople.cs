namespace AwardFlow.Approvals;

/// <summary>Whether a host tells people apart (by keys, by a directory, or not at all), and who of them can be told something.</summary>
public interface IKnownPeople
{
    /// <summary>Whether it does now.</summary>
    bool Any { get; }

    /// <summary>People with an e-mail address, as they are now. Who is in a directory alone is not known before he or she calls.</summary>
    IReadOnlyList<Contact> Contacts { get; }
}
