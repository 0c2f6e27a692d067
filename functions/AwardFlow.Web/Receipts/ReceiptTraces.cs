using System.Diagnostics;
using System.Text.RegularExpressions;

namespace AwardFlow.Web.Receipts;

/// <summary>
/// Takes recipients' links out of traces: whoever reads one in an address could confirm in the recipient's place.
/// </summary>
public static partial class ReceiptTraces
{
    private const string Hidden = "{token}";

    /// <summary>Writes the place of a token for the token, in an activity's name and tags.</summary>
    /// <param name="activity">The activity, at its end, before it is exported.</param>
    public static void Hide(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        activity.DisplayName = WithoutTokens(activity.DisplayName);
        // A list, since tags cannot be set while they are gone through.
        foreach (var (name, value) in activity.TagObjects.ToList())
        {
            if (value is string text && WithoutTokens(text) is var hidden && hidden != text)
            {
                activity.SetTag(name, hidden);
            }
        }
    }

    /// <summary>A text in which each <c>/r/…</c> is <c>/r/{token}</c>.</summary>
    public static string WithoutTokens(string text) => Token().Replace(text, Hidden);

    // Whatever stands there: a server reads %41 as A, so a token has more spellings than one.
    [GeneratedRegex("""(?<=(^|[/\s])r/)[^/?#\s"']+""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Token();
}
