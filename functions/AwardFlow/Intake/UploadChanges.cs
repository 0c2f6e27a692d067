using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>What an upload replaces, keeps or erases, told before it is taken and with it.</summary>
public sealed record UploadChanges
{
    /// <summary>How many of each are listed; of the rest only their number is told.</summary>
    public const int Most = 1000;

    /// <summary>Judge by judge, what becomes of the scores; of a list of entries none.</summary>
    public IReadOnlyList<JudgeChanges> Judges { get; init; } = [];

    /// <summary>Pairs of entry and judge that the sheet leaves blank although the judge scored the entry before: those scores stand.</summary>
    public IReadOnlyList<StandingScores> Standing { get; init; } = [];

    /// <summary>How many suggestions are erased.</summary>
    public int CommentsErased { get; init; }

    /// <summary>How many suggestions take the place of others.</summary>
    public int CommentsReplaced { get; init; }

    /// <summary>How many entries are new.</summary>
    public int EntriesNew { get; init; }

    /// <summary>How many entries have another text than before.</summary>
    public int EntriesChanged { get; init; }

    /// <summary>The entries whose telephone number is erased.</summary>
    public IReadOnlyList<EntryCode> PhonesErased { get; init; } = [];

    /// <summary>The entries whose postal address is erased.</summary>
    public IReadOnlyList<EntryCode> PostalAddressesErased { get; init; } = [];

    /// <summary>The entries of the cycle that a new list leaves out; they stay in the cycle.</summary>
    public IReadOnlyList<EntryCode> LeftOut { get; init; } = [];

    /// <summary>The entries that become another organisation's, or another work of the same one that another entry was.</summary>
    public IReadOnlyList<OrganisationChange> Organisations { get; init; } = [];

    /// <summary>Names the changes that a person must confirm, since scores would move to another organisation; null where there are none.</summary>
    public string? Confirm { get; init; }

    /// <summary>What becomes of one judge's scores.</summary>
    /// <param name="Judge">The judge.</param>
    /// <param name="New">How many there were not before.</param>
    /// <param name="Replaced">How many take the place of others.</param>
    /// <param name="Same">How many are as before.</param>
    /// <param name="Standing">How many stand although the sheet has none in their place.</param>
    /// <param name="Elsewhere">How many stand of entries that the sheet does not have at all.</param>
    /// <param name="Page">The number of what the judge submitted on the judge's page, which the sheet comes after; null where there is nothing.</param>
    public sealed record JudgeChanges(JudgeName Judge, int New, int Replaced, int Same, int Standing, int Elsewhere, int? Page = null);

    /// <summary>Scores that stand although a sheet has none in their place.</summary>
    /// <param name="EntryCode">The entry.</param>
    /// <param name="Judge">The judge.</param>
    /// <param name="Scores">How many.</param>
    public sealed record StandingScores(EntryCode EntryCode, JudgeName Judge, int Scores);

    /// <summary>An entry that becomes another organisation's.</summary>
    /// <param name="EntryCode">The entry.</param>
    /// <param name="Before">The organisation before.</param>
    /// <param name="After">The organisation after.</param>
    /// <param name="IsScored">Whether the entry has scores, which would go with it.</param>
    public sealed record OrganisationChange(EntryCode EntryCode, string Before, string After, bool IsScored);
}
