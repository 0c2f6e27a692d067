using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>
/// Finds where judges who are shown no organisations read them nevertheless: in what a work is called, or in its link. It is
/// only told, and nothing is altered: a place's name may well be what the work is about.
/// </summary>
/// <param name="entries">All entries of the cycle: a domain that several organisations share names none of them.</param>
internal sealed class BlindNames(IReadOnlyList<Entry> entries)
{
    // Shorter ones stand in too many words.
    private const int ShortestName = 3;

    // What kind of organisation it is says not which; the longer first.
    private static readonly string[] Kinds =
    [
        "องค์การบริหารส่วนจังหวัด", "องค์การบริหารส่วนตำบล", "เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล", "เทศบาล",
        "มหาวิทยาลัย", "วิทยาลัย", "โรงพยาบาล", "โรงเรียน", "สำนักงาน", "อบจ.", "อบต.", "ทน.", "ทม.", "ทต.",
    ];

    // Where it lies says not which.
    private static readonly string[] Places = [" อำเภอ", " จังหวัด", " อ.", " จ."];

    private readonly HashSet<string> _shared =
    [
        .. entries.Select(entry => (Domain: DomainOf(entry), entry.Organisation)).Where(each => each.Domain is not null)
            .GroupBy(each => each.Domain!, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Select(each => each.Organisation).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(same => same.Key),
    ];

    /// <summary>Whether what a work is called names its organisation.</summary>
    public static bool InTitle(Entry entry) => Names(entry.Project, entry);

    /// <summary>Whether a work's link names its organisation, by its words or by the domain of the organisation's own mail.</summary>
    public bool InLink(Entry entry) => entry.Url is { } address && Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (Names(Uri.UnescapeDataString(address), entry) || IsOwnDomain(url.Host, entry));

    private bool IsOwnDomain(string host, Entry entry) =>
        DomainOf(entry) is { } domain && !_shared.Contains(domain.ToLowerInvariant()) && (IsIn(host, domain) || IsIn(domain, host));

    private static bool IsIn(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);

    private static string? DomainOf(Entry entry) =>
        entry.SarabanEmail.LastIndexOf('@') is >= 0 and var at ? entry.SarabanEmail[(at + 1)..].ToLowerInvariant() : null;

    private static bool Names(string shown, Entry entry) =>
        NameOf(entry.Organisation) is { Length: >= ShortestName } name && Letters(shown).Contains(name, StringComparison.Ordinal);

    private static string NameOf(string organisation)
    {
        var name = ThaiSpelling.Canonical(organisation).Trim();
        foreach (var place in Places)
        {
            name = name.IndexOf(place, StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;
        }
        var kind = Kinds.FirstOrDefault(kind => name.StartsWith(ThaiSpelling.Canonical(kind), StringComparison.Ordinal));
        var own = kind is null ? "" : Letters(name[ThaiSpelling.Canonical(kind).Length..]);
        return own.Length >= ShortestName ? own : Letters(name);
    }

    // Spaces and signs stand anywhere.
    private static string Letters(string text) =>
        string.Concat(ThaiSpelling.Canonical(text).Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c) && !char.IsSymbol(c))).ToUpperInvariant();
}
