using System.Globalization;
using About = AwardFlow.Delivery.DeskWarning.About;

namespace AwardFlow.Delivery;

/// <summary>Finds what is odd about letters that await approval.</summary>
public static class DeskWarnings
{
    /// <summary>A letter's date is old when it lies more days in the past than this.</summary>
    public const int OldAfterDays = 30;

    // Of fewer addresses no majority is spoken of.
    private const int LeastAddresses = 10;
    private const decimal GreatMajority = 0.9m;

    private static readonly HashSet<string> FreeMail = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.co.th", "outlook.com", "outlook.co.th", "live.com", "msn.com", "yahoo.com", "yahoo.co.th",
        "ymail.com", "icloud.com", "me.com", "aol.com", "proton.me", "protonmail.com", "gmx.com", "mail.com", "windowslive.com",
    };

    /// <summary>All warnings, those about letters that do not exist first.</summary>
    public static IReadOnlyList<DeskWarning> Of(DeskFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var letters = facts.Rows.Where(row => row.HasLetter).ToList();
        DeskWarning?[] all =
        [
            About("notRendered", letters.Where(row => row.State == DeliveryState.Held).Select(row => new About(row.EntryCode))),
            Missing(facts),
            About("averageChanged", Changed(facts)),
            About(
                "addressCorrected",
                letters.Where(row => row.AddressUploaded is not null || row.AddressById is not null).Select(row => Corrected(row, facts.Names))),
            About(
                "addressFreeMail",
                letters.Where(row => FreeMail.Contains(DomainOf(row.Address))).Select(row => new About(row.EntryCode, With(("address", row.Address))))),
            OtherEnding(letters),
            About("addressShared", Shared(letters)),
            About("postalAddressMissing", Nowhere(facts, letters)),
            facts.HasEmblem ? null : new DeskWarning("noEmblem"),
            facts.HasSignature ? null : new DeskWarning("noSignature"),
            Date(facts),
        ];
        return [.. all.OfType<DeskWarning>()];
    }

    private static DeskWarning? About(string code, IEnumerable<About> entries)
    {
        List<About> all = [.. entries];
        return all.Count == 0 ? null : DeskWarning.Of(code, all);
    }

    private static DeskWarning? Missing(DeskFacts facts)
    {
        if (facts.MissingCount == 0)
        {
            return null;
        }
        var entries = facts.Missing.GroupBy(missing => missing.EntryCode)
            .Select(entry => new About(entry.Key, With(("judges", string.Join(", ", entry.Select(missing => missing.Judge?.Text).OfType<string>())))));
        return DeskWarning.Of("scoresMissing", [.. entries]) with { Arguments = With(("missing", Written(facts.MissingCount))) };
    }

    private static IEnumerable<About> Changed(DeskFacts facts) => facts.Before is not { } before
        ? []
        : from result in facts.Results
          let earlier = before.GetValueOrDefault(result.Entry.Code)
          where earlier != result.Average || !before.ContainsKey(result.Entry.Code)
          select new About(result.Entry.Code, With(("from", Written(earlier)), ("to", Written(result.Average))));

    private static About Corrected(LetterDelivery row, IReadOnlyDictionary<string, string> names) => new(
        row.EntryCode,
        With(("from", row.AddressUploaded ?? ""), ("to", row.Address), ("by", row.AddressById is { } id ? names.GetValueOrDefault(id, id) : "")));

    private static DeskWarning? OtherEnding(List<LetterDelivery> letters)
    {
        // What goes by post has none.
        letters = letters.FindAll(row => row.Address.Length > 0);
        if (letters.Count < LeastAddresses)
        {
            return null;
        }
        var usual = letters.CountBy(row => EndingOf(row.Address), StringComparer.OrdinalIgnoreCase).MaxBy(ending => ending.Value);
        if (usual.Value < letters.Count * GreatMajority)
        {
            return null;
        }
        var others = letters.Where(
            row => !EndingOf(row.Address).Equals(usual.Key, StringComparison.OrdinalIgnoreCase) && !FreeMail.Contains(DomainOf(row.Address)));
        return About("addressUnusual", others.Select(row => new About(row.EntryCode, With(("address", row.Address))))) is { } warning
            ? warning with { Arguments = With(("usual", usual.Key)) }
            : null;
    }

    private static IEnumerable<About> Shared(List<LetterDelivery> letters) =>
        from address in letters.Where(row => row.Address.Length > 0).GroupBy(row => row.Address, StringComparer.OrdinalIgnoreCase)
        where address.Count() > 1
        from row in address
        select new About(row.EntryCode, With(("address", row.Address)));

    // Once it is approved no address can be given to an entry any more.
    private static IEnumerable<About> Nowhere(DeskFacts facts, List<LetterDelivery> letters)
    {
        var known = facts.Results.Where(result => result.Entry.PostalAddress is not null).Select(result => result.Entry.Code).ToHashSet();
        return letters.Where(row => row.Address.Length == 0 && !known.Contains(row.EntryCode)).Select(row => new About(row.EntryCode));
    }

    private static DeskWarning? Date(DeskFacts facts)
    {
        var days = facts.Today.DayNumber - facts.LetterDate.DayNumber;
        return days > OldAfterDays ? new DeskWarning("dateOld") { Arguments = With(("days", Written(days))) }
            : days < 0 ? new DeskWarning("dateAhead") { Arguments = With(("days", Written(-days))) }
            : null;
    }

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    // go.th, or.th and so on: what stands before a country's two letters says what kind of body it is.
    private static string EndingOf(string address)
    {
        var labels = DomainOf(address).Split('.');
        return labels is [.., var kind, { Length: 2 } country] ? $"{kind}.{country}" : labels[^1];
    }

    private static string Written(decimal? average) => average?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, string> With(params (string Name, string Value)[] arguments) =>
        arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal);
}
