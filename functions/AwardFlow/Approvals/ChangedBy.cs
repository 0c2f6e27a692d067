using System.Collections.Frozen;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Storage;
using AwardFlow.Thai;
using AwardFlow.Trail;

namespace AwardFlow.Approvals;

/// <summary>
/// Knows who had a hand in what is approved: definition, pictures, sheets, scores from paper, judges' links, undos, closing,
/// addresses, withdrawals. Whoever made a judge's link was shown it, and may have scored by it.
/// </summary>
/// <param name="storage">Where trails are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="accepted">What was uploaded.</param>
public sealed class ChangedBy(IStorage storage, CycleStore cycles, AcceptedRows accepted)
{
    /// <summary>The kinds of lines that tell of it.</summary>
    internal static readonly FrozenSet<string> Kinds = new[]
    {
        TrailKind.Created, TrailKind.DefinitionChanged, TrailKind.Opened, TrailKind.EmblemChanged, TrailKind.SignatureChanged, TrailKind.ColumnsMapped,
        TrailKind.EntriesUploaded, TrailKind.ScoresUploaded, TrailKind.ScoresTyped, TrailKind.PaperKept, TrailKind.JudgeLinksMade, TrailKind.JudgeLinkWithdrawn,
        TrailKind.JudgeAddressSet, TrailKind.UploadUndone, TrailKind.Withdrawn, TrailKind.Restored, TrailKind.CloseRequested,
        TrailKind.Extended, TrailKind.AddressCorrected, TrailKind.CorrectionMade,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a person changed anything of a cycle that its letters come of, in any round.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="person">The person. Whoever sits at the machine stands for no person, and changed nothing.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<bool> IsAsync(Cycle cycle, Actor person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(person);
        if (person.Id == Actor.AnybodyHere)
        {
            return false;
        }
        var isWhole = false;
        await foreach (var line in LinesAsync(cycle, cancellationToken))
        {
            isWhole |= line.Kind == TrailKind.Created;
            if (line.By is { } by && IsSame(by, person))
            {
                return true;
            }
        }
        // What was done before there were trails stands only here, and knows only names.
        return !isWhole && ((await accepted.HistoryAsync(cycle, cancellationToken)).Any(upload => IsNamed(upload.By, person))
            || await cycles.ChangesAsync(cycle, cancellationToken)
                .AnyAsync(change => change.Kind != DefinitionChangeKind.TestLetter && IsNamed(change.By, person), cancellationToken)
            || IsNamed(cycle.CloseRequestedBy, person));
    }

    /// <summary>Everybody who changed anything of a cycle that its letters come of, in any round, in the order of their first change.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<IReadOnlyList<Actor>> PeopleAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return await LinesAsync(cycle, cancellationToken).Select(line => line.By).OfType<Actor>().DistinctBy(by => by.Id, StringComparer.OrdinalIgnoreCase)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Whether somebody who was not signed in had a hand in it: it may have been anybody.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<bool> IsUnknownAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return await LinesAsync(cycle, cancellationToken).AnyAsync(line => line.By?.Id == Actor.AnybodyHere, cancellationToken);
    }

    private IAsyncEnumerable<TrailLine> LinesAsync(Cycle cycle, CancellationToken cancellationToken) =>
        storage.Rows.ListAsync<TrailLine>(cycle.Id.Text, RowRange.Prefix(TrailLine.RowPrefix), cancellationToken).Where(line => Kinds.Contains(line.Kind));

    /// <summary>
    /// Whether two are the same person: by id, and where they are known in different ways (a key of the settings, the list of
    /// people, the directory, a judge's link) by name too. Of two on one list an equal name says nothing.
    /// </summary>
    public static bool IsSame(Actor one, Actor other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return string.Equals(one.Id, other.Id, StringComparison.OrdinalIgnoreCase)
            || (WayOf(one) != WayOf(other) && one.Id != Actor.AnybodyHere && other.Id != Actor.AnybodyHere && IsNamed(one.Name, other));
    }

    private static string WayOf(Actor person) => person.Id.Contains(':', StringComparison.Ordinal) ? person.Id.Split(':')[0].ToUpperInvariant() : "";

    private static bool IsNamed(string? name, Actor person) => name is not null && ThaiSpelling.KeyOf(name) == ThaiSpelling.KeyOf(person.Name);
}
