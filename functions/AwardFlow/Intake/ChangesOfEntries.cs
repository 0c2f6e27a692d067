using System.Security.Cryptography;
using System.Text;
using AwardFlow.Intake.Sheets;

namespace AwardFlow.Intake;

/// <summary>Works out what a list of entries changes.</summary>
internal static class ChangesOfEntries
{
    private const int ConfirmLength = 16;

    /// <summary>All that changes.</summary>
    /// <param name="known">The entries before it.</param>
    /// <param name="entries">The list.</param>
    /// <param name="scores">The scores before it.</param>
    public static UploadChanges Of(IReadOnlyList<Entry> known, IReadOnlyList<Entry> entries, IStandingScores scores)
    {
        var before = known.ToDictionary(entry => entry.Code);
        var pairs = entries.Where(entry => before.ContainsKey(entry.Code)).Select(entry => (Before: before[entry.Code], After: entry)).ToList();
        var organisations = pairs.Where(pair => CellText.Name(pair.Before.Organisation) != CellText.Name(pair.After.Organisation))
            .Select(pair => new UploadChanges.OrganisationChange(
                pair.Before.Code, pair.Before.Organisation, pair.After.Organisation, scores.IsScored(pair.Before.Code)))
            .Concat(Swapped(known, pairs, scores)).ToList();
        return new UploadChanges
        {
            EntriesNew = entries.Count - pairs.Count,
            EntriesChanged = pairs.Count(pair => pair.Before with { Code = pair.After.Code } != pair.After),
            PhonesErased =
            [
                .. pairs.Where(pair => pair.Before.Phone is not null && pair.After.Phone is null).Select(pair => pair.Before.Code).Take(UploadChanges.Most),
            ],
            PostalAddressesErased = [.. pairs.Where(pair => pair.Before.PostalAddress is not null && pair.After.PostalAddress is null)
                .Select(pair => pair.Before.Code)
                .Take(UploadChanges.Most)],
            LeftOut = [.. known.Select(entry => entry.Code).Except(entries.Select(entry => entry.Code)).Take(UploadChanges.Most)],
            Organisations = [.. organisations.OrderByDescending(change => change.IsScored).Take(UploadChanges.Most)],
            Confirm = organisations.Exists(change => change.IsScored) ? Token(organisations.Where(change => change.IsScored)) : null,
        };
    }

    // Two codes of one organisation whose projects changed places: the scores would go to the other work.
    private static IEnumerable<UploadChanges.OrganisationChange> Swapped(
        IReadOnlyList<Entry> known, List<(Entry Before, Entry After)> pairs, IStandingScores scores)
    {
        var works = known.ToLookup(entry => (CellText.Name(entry.Organisation), CellText.Name(entry.Project)), entry => entry.Code);
        foreach (var (before, after) in pairs)
        {
            var work = (CellText.Name(after.Organisation), CellText.Name(after.Project));
            if (work.Item1 == CellText.Name(before.Organisation) && work.Item2 != CellText.Name(before.Project) && works[work].Any(code => code != before.Code))
            {
                yield return new UploadChanges.OrganisationChange(
                    before.Code, $"{before.Organisation}: {before.Project}", $"{after.Organisation}: {after.Project}", scores.IsScored(before.Code));
            }
        }
    }

    // Of the same changes it is the same, so what was confirmed is what is done.
    private static string Token(IEnumerable<UploadChanges.OrganisationChange> changes)
    {
        var lines = string.Join('\n', changes.Select(change => $"{change.EntryCode}|{change.Before}|{change.After}").Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)))[..ConfirmLength];
    }
}
