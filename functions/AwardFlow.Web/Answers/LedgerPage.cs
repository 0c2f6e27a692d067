using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Scoring;

namespace AwardFlow.Web.Answers;

/// <summary>A page of the delivery ledger with the names of its entries, and how the whole stands.</summary>
public sealed record LedgerPage
{
    /// <summary>What such a page can be sorted by beside what entries can: those in trouble first, or by when they came into their state.</summary>
    internal static readonly IReadOnlyList<string> Sorts = [.. EntrySort.Known, "trouble", "at"];

    /// <summary>The same for the desk: by nothing that scores decide.</summary>
    internal static readonly IReadOnlyList<string> SortsOfDesk = [.. Sorts.Except(["rank", "average"], StringComparer.Ordinal)];

    /// <summary>States in which a letter waits for a person.</summary>
    internal static readonly IReadOnlyCollection<DeliveryState> Troubled = [DeliveryState.Bounced, DeliveryState.Dropped, DeliveryState.Held];

    /// <summary>How many letters are in each state; states that none is in are left out.</summary>
    public required IReadOnlyDictionary<string, int> States { get; init; }

    /// <summary>How many letters wait for a person.</summary>
    public required int TroubledCount { get; init; }

    /// <summary>How many letters wait for the post and have no postal address.</summary>
    public int ToPostNowhere { get; init; }

    /// <summary>The provinces of all entries, in the order of the Thai dictionary.</summary>
    public required IReadOnlyList<string> Provinces { get; init; }

    /// <summary>How many rows the filter takes.</summary>
    public required int Matching { get; init; }

    /// <summary>Those on this page.</summary>
    public required IReadOnlyList<DeliveryView> Rows { get; init; }

    /// <summary>Cuts a page.</summary>
    /// <param name="ledger">All rows of letters.</param>
    /// <param name="results">The cycle's results.</param>
    /// <param name="states">Which states; all where there are none.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="sort">In which order.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="corrections">The corrections of letters, by entry.</param>
    internal static LedgerPage Of(
        IReadOnlyList<LetterDelivery> ledger, CycleResults results, IReadOnlyCollection<DeliveryState> states,
        EntryFilter filter, EntrySort sort, int skip, int limit, ILookup<EntryCode, LetterDelivery> corrections)
    {
        var entries = results.Entries.ToDictionary(result => result.Entry.Code);
        var rows = ledger.Where(row => entries.ContainsKey(row.EntryCode)).Select(row => (Row: row, Result: entries[row.EntryCode]));
        var matching = rows.Where(
            each => (states.Count == 0 || states.Contains(each.Row.State)) && filter.Takes(each.Result, each.Row.Address, each.Row.MailedTo ?? ""));
        var sorted = sort.By switch
        {
            "trouble" => sort.Of(matching, each => each.Result, each => Troubled.Contains(each.Row.State) ? 0 : 1, Comparer<int>.Default),
            "at" => sort.Of(matching, each => each.Result, each => each.Row.StateAt, Comparer<DateTimeOffset>.Default),
            _ => sort.Of(matching, each => each.Result),
        };
        var all = sorted.ToList();
        return new LedgerPage
        {
            States = ledger.GroupBy(row => row.State)
                .ToDictionary(group => JsonNamingPolicy.CamelCase.ConvertName(group.Key.ToString()), group => group.Count(), StringComparer.Ordinal),
            TroubledCount = ledger.Count(row => Troubled.Contains(row.State)),
            ToPostNowhere = rows.Count(each => each.Row.State == DeliveryState.ToPost && each.Result.Entry.PostalAddress is null),
            Provinces = EntryFilter.ProvincesOf(results),
            Matching = all.Count,
            Rows = [.. all.Skip(skip).Take(limit).Select(each => DeliveryView.Of(each.Row) with
            {
                Organisation = each.Result.Entry.Organisation,
                Province = each.Result.Entry.Province,
                Corrections = corrections[each.Row.EntryCode].Any() ? [.. corrections[each.Row.EntryCode].Select(DeliveryView.Of)] : null,
            })],
        };
    }
}
