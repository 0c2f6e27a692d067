using System.Globalization;
using AwardFlow.Scoring;

namespace AwardFlow.Web.Answers;

/// <summary>The order of a list of entries; equal ones go by code.</summary>
/// <param name="By">One of <see cref="Known"/>, or another that the list itself knows.</param>
/// <param name="Down">Whether it goes down.</param>
internal sealed record EntrySort(string By, bool Down)
{
    /// <summary>What entries can be sorted by.</summary>
    public static readonly IReadOnlyList<string> Known = ["rank", "code", "organisation", "province", "average"];

    /// <summary>The order of the Thai dictionary, where a vowel that is written before its consonant follows it.</summary>
    public static readonly StringComparer Thai = StringComparer.Create(CultureInfo.GetCultureInfo("th-TH"), CompareOptions.IgnoreCase);

    /// <summary>Codes as people count them: LG-2 is before LG-10.</summary>
    public static readonly StringComparer Codes = StringComparer.Create(
        CultureInfo.InvariantCulture, CompareOptions.IgnoreCase | CompareOptions.NumericOrdering);

    /// <summary>Sorts.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="resultOf">The entry of a row.</param>
    public IEnumerable<T> Of<T>(IEnumerable<T> rows, Func<T, EntryResult> resultOf) => By switch
    {
        "organisation" => Of(rows, resultOf, result => result.Entry.Organisation, Thai),
        "province" => Of(rows, resultOf, result => result.Entry.Province, Thai),
        // Those without an average are last either way.
        "average" => Of(rows, resultOf, result => result.Average ?? (Down ? decimal.MinValue : decimal.MaxValue), Comparer<decimal>.Default),
        "rank" => Of(rows, resultOf, result => result.Rank ?? (Down ? int.MinValue : int.MaxValue), Comparer<int>.Default),
        _ => Of(rows, resultOf, result => result.Entry.Code.Text, Codes),
    };

    /// <summary>Sorts by a key that the list itself knows.</summary>
    public IEnumerable<T> Of<T, TKey>(IEnumerable<T> rows, Func<T, EntryResult> resultOf, Func<T, TKey> key, IComparer<TKey> comparer) =>
        (Down ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer)).ThenBy(row => resultOf(row).Entry.Code.Text, Codes);

    private IEnumerable<T> Of<T, TKey>(IEnumerable<T> rows, Func<T, EntryResult> resultOf, Func<EntryResult, TKey> key, IComparer<TKey> comparer) =>
        Of(rows, resultOf, row => key(resultOf(row)), comparer);
}
