using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Web.Access;

/// <summary>
/// Who was added to the list of people, changed, given a new key and taken off, by whom, when and from where. It stands beside
/// the list, which says how far it is; each line has the hash of the list as it then was.
/// </summary>
/// <param name="people">The list; null where the host has none.</param>
public sealed class PeopleTrail(PeopleFile? people)
{
    /// <summary>Of what it tells.</summary>
    public const string Of = "_people";

    /// <summary>The file's usual name.</summary>
    public const string Name = "people-trail.jsonl";

    /// <summary>The value of a line that has the list's SHA-256.</summary>
    public const string ListValue = "list";

    /// <summary>The file; null where the host has no list.</summary>
    public TrailFile? File { get; } = people is null ? null : new TrailFile(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(people.Path))!, Name), Of);

    /// <summary>How far it is.</summary>
    /// <exception cref="PeopleFileException">The list cannot be used.</exception>
    public TrailMark End => people?.TrailEnd() ?? TrailMark.None;

    /// <summary>Its lines.</summary>
    /// <exception cref="PeopleFileException">The list, or the trail, cannot be used.</exception>
    public IRowStore Rows()
    {
        try
        {
            return (File ?? new TrailFile("", Of)).Rows(End);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PeopleFileException($"The trail of the list of people cannot be read: {e.Message}");
        }
    }

    /// <summary>Whether it is whole, and the list is as its last line has it.</summary>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <exception cref="PeopleFileException">The list, or the trail, cannot be used.</exception>
    public async Task<TrailReport> CheckAsync(CancellationToken cancellationToken)
    {
        var rows = Rows();
        var report = await new TrailCheck(rows).OfAsync(Of, known: null, cancellationToken);
        if (report.End.Lines == 0 || people is null)
        {
            return report;
        }
        return await new TrailReader(rows).PageAsync(Of, report.End.Lines - 1, 1, cancellationToken) is [var last]
            && last.Values?.After?.GetValueOrDefault(ListValue) == PeopleFile.Sha256(people.Read())
            ? report
            : report with { Faults = [.. report.Faults, new TrailFault(report.End.Lines, TrailFaultKind.RowAltered, PeopleFile.Name)] };
    }
}
