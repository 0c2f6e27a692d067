using AwardFlow.Cycles;
namespace AwardFlow.Intake;

/// <summary>One work that an organisation entered in a cycle.</summary>
public sealed record Entry
{
    /// <summary>The entry's code, unique in the cycle whatever its case: letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, at most 60.</summary>
    public required EntryCode Code { get; init; }

    /// <summary>The work (ผลงาน).</summary>
    public required string Project { get; init; }

    /// <summary>The organisation that entered it (หน่วยงาน).</summary>
    public required string Organisation { get; init; }

    /// <summary>The office that the letter is addressed to (เรียน).</summary>
    public required string Addressee { get; init; }

    /// <summary>The organisation's central correspondence e-mail; empty where it has none, and its letter goes by post.</summary>
    public required string SarabanEmail { get; init; }

    /// <summary>The organisation's province; may be empty.</summary>
    public required string Province { get; init; }

    /// <summary>The organisation's telephone, for those that do not confirm; null where the sheet has none.</summary>
    public string? Phone { get; init; }

    /// <summary>Where the post brings the letter, in one line (ที่อยู่); null where the sheet has none.</summary>
    public string? PostalAddress { get; init; }

    /// <summary>Where the work is seen, for judges: an address of http or https; null where the sheet has none.</summary>
    public string? Url { get; init; }

    /// <summary>
    /// The place of its letter among the cycle's letters, from 1, in the order of the entries' codes: what running numbers go by.
    /// Null where there is no letter, where scores are not reckoned yet, and where the cycle has no running numbers.
    /// </summary>
    public int? Serial { get; init; }
}
