using System.Globalization;
using System.Text.Json;
using AwardFlow.Delivery;
using AwardFlow.Intake.Texts;
using Microsoft.AspNetCore.Http;

namespace AwardFlow.Web.Answers;

/// <summary>The query parameters that ask for a page of a long list, and the link to the page after it (RFC 8288).</summary>
internal static class PageQuery
{
    private const int UsualLimit = 100;

    /// <summary>How many are asked for; <see cref="UsualLimit"/> where it is not said.</summary>
    /// <exception cref="RequestRefusedException">It is no number from 1 to the most.</exception>
    public static int Limit(string? limit, int most) => limit is null ? UsualLimit : Number("limit", limit, 1, most);

    /// <summary>How many to pass over.</summary>
    /// <exception cref="RequestRefusedException">It is no number, or below 0.</exception>
    public static int Skip(string? skip) => skip is null ? 0 : Number("skip", skip, 0, 1_000_000);

    /// <summary>The number behind which to begin; 0 where it is not said.</summary>
    /// <exception cref="RequestRefusedException">It is no number, or below 0.</exception>
    public static int After(string? after) => after is null ? 0 : Number("after", after, 0, 99_999_998);

    /// <summary>States with commas between them; none where nothing is said.</summary>
    /// <exception cref="RequestRefusedException">There is no such state.</exception>
    public static IReadOnlyCollection<DeliveryState> States(string? states)
    {
        var known = Enum.GetValues<DeliveryState>().ToDictionary(state => JsonNamingPolicy.CamelCase.ConvertName(state.ToString()), StringComparer.Ordinal);
        return [.. (states ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => known.TryGetValue(name, out var state) ? state : throw Bad("state", string.Join(", ", known.Keys)))];
    }

    /// <summary>Which entries are asked for.</summary>
    /// <exception cref="RequestRefusedException">There is no such outcome.</exception>
    public static EntryFilter Filter(string? q, string? passed, string? province) => new(
        (q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        string.IsNullOrEmpty(passed) ? null
            : EntryFilter.Outcomes.Contains(passed, StringComparer.Ordinal) ? passed
            : throw Bad("passed", string.Join(", ", EntryFilter.Outcomes)),
        string.IsNullOrEmpty(province) ? null : province);

    /// <summary>The order that is asked for; a name with a minus before it goes down.</summary>
    /// <exception cref="RequestRefusedException">Nothing can be sorted by that.</exception>
    public static EntrySort Sort(string? sort, IReadOnlyList<string> known, string usual)
    {
        var by = string.IsNullOrEmpty(sort) ? usual : sort;
        var down = by.StartsWith('-');
        return known.Contains(by[(down ? 1 : 0)..], StringComparer.Ordinal)
            ? new EntrySort(by[(down ? 1 : 0)..], down)
            : throw Bad("sort", string.Join(", ", known));
    }

    /// <summary>Names the next page in the header <c>Link</c>.</summary>
    public static void TellNext(HttpContext context, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var next = QueryString.Empty;
        foreach (var (name, value) in query)
        {
            next = value is null ? next : next.Add(name, value);
        }
        context.Response.Headers.Link =
            $"<{context.Request.PathBase.ToUriComponent()}{context.Request.Path.ToUriComponent()}{next.ToUriComponent()}>; rel=\"next\"";
    }

    private static int Number(string name, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Bad(name, string.Create(CultureInfo.InvariantCulture, $"{least}–{most}"));

    private static RequestRefusedException Bad(string name, string allowed) =>
        new(StatusCodes.Status400BadRequest, UploadTexts.Unreadable, UploadTexts.BadParameter(name, allowed));
}
