using System.Text.Json;
using AwardFlow.Receipts;
using Microsoft.AspNetCore.WebUtilities;

namespace AwardFlow.Web.Receipts;

/// <summary>
/// A form that was not recorded, as the address carries it to the page that says why. So the browser's "back" and "reload"
/// find a page, never a form that would be sent again, on whichever machine the next request comes to.
/// </summary>
/// <param name="Revision">Which revision of the receipt it was about: once there is another, nothing of it is shown.</param>
/// <param name="Why">Why it was not recorded, where that is not what stands in it.</param>
/// <param name="Form">What was written.</param>
internal sealed record RefusedForm(int Revision, RefusedForm.Reason Why, ReceiptForm Form)
{
    // Longer than anything that is right, so that what is too long is still said to be.
    private const int LongestField = 400;

    private const int LongestAddress = 16_000;

    /// <summary>Why a form was not recorded.</summary>
    internal enum Reason
    {
        /// <summary>By what stands in it.</summary>
        Faults,

        /// <summary>It is too old.</summary>
        Stale,

        /// <summary>The receipt was changed meanwhile.</summary>
        Outdated,
    }

    /// <summary>Writes it for an address.</summary>
    public string Encode() => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(this with
    {
        Form = new ReceiptForm(Cut(Form.Number), Cut(Form.Day), Cut(Form.Month), Cut(Form.Year), Cut(Form.Time), Cut(Form.Division), Cut(Form.Name)),
    }));

    /// <summary>Reads it from an address; null where it is none, or about another revision.</summary>
    public static RefusedForm? Find(string? encoded, int revision)
    {
        if (string.IsNullOrEmpty(encoded) || encoded.Length > LongestAddress)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<RefusedForm>(WebEncoders.Base64UrlDecode(encoded)) is { Form: { } form } refused && refused.Revision == revision
                && IsWhole(form)
                ? refused
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static bool IsWhole(ReceiptForm form) =>
        new[] { form.Number, form.Day, form.Month, form.Year, form.Time, form.Division, form.Name }.All(text => text is not null);

    private static string Cut(string text) => text[..Math.Min(text.Length, LongestField)];
}
