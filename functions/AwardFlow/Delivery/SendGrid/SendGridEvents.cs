using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AwardFlow.Cycles;

namespace AwardFlow.Delivery;

/// <summary>
/// Reads the batches of SendGrid's signed event webhook
/// (https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features).
/// </summary>
/// <param name="settings">The key that events are signed with.</param>
/// <param name="time">The clock.</param>
public sealed class SendGridEvents(SendGridSettings settings, TimeProvider time)
{
    // SendGrid signs each call anew, so an old time is a call that somebody kept.
    private static readonly TimeSpan OldestCall = TimeSpan.FromMinutes(10);

    private const int LongestText = 1000;

    /// <summary>The kinds of events that say something of a delivery, and what.</summary>
    internal static readonly FrozenDictionary<string, DeliveryState> States = new Dictionary<string, DeliveryState>(StringComparer.Ordinal)
    {
        ["processed"] = DeliveryState.Accepted,
        ["deferred"] = DeliveryState.Deferred,
        ["delivered"] = DeliveryState.Delivered,
        ["bounce"] = DeliveryState.Bounced,
        ["dropped"] = DeliveryState.Dropped,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a key is set; without one no event is taken.</summary>
    public bool IsConfigured => settings.WebhookPublicKey is not null;

    /// <summary>Whether a call comes from SendGrid, and now.</summary>
    /// <param name="body">The body as it came, byte for byte.</param>
    /// <param name="signature">The header <c>X-Twilio-Email-Event-Webhook-Signature</c>: base64 of an ECDSA signature.</param>
    /// <param name="timestamp">The header <c>X-Twilio-Email-Event-Webhook-Timestamp</c>: seconds since 1970, signed with the body.</param>
    public bool IsGenuine(ReadOnlySpan<byte> body, string signature, string timestamp)
    {
        if (settings.WebhookPublicKey is not { } key
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) > OldestCall.TotalSeconds)
        {
            return false;
        }
        var decoded = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, decoded, out var length))
        {
            return false;
        }
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(key, out _);
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp), .. body];
        return ecdsa.VerifyData(signed, decoded.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>The events of a batch that say something of a delivery of ours; all others are passed over.</summary>
    /// <exception cref="JsonException">The body is not a JSON array.</exception>
    public static IReadOnlyList<ProviderEvent> Read(ReadOnlyMemory<byte> body)
    {
        using var batch = JsonDocument.Parse(body);
        return batch.RootElement.ValueKind == JsonValueKind.Array
            ? [.. batch.RootElement.EnumerateArray().Select(ReadOne).OfType<ProviderEvent>()]
            : throw new JsonException("The body is not an array of events.");
    }

    private static ProviderEvent? ReadOne(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object
            || Text(element, "event") is not { } kind || !States.TryGetValue(kind, out var state)
            || Text(element, "sg_event_id") is not { Length: > 0 } eventId
            || !CycleId.TryParse(Text(element, SendGridMessages.CycleArgument), out var cycle)
            || !EntryCode.TryParse(Text(element, SendGridMessages.EntryArgument), out var entry)
            || Text(element, SendGridMessages.DeliveryArgument) is not { } delivery
            || !element.TryGetProperty("timestamp", out var timestamp) || timestamp.ValueKind != JsonValueKind.Number || !timestamp.TryGetInt64(out var seconds)
            || seconds is < 0 or > 253402300799)
        {
            return null;
        }
        var reason = Text(element, "reason") ?? Text(element, "response");
        var type = kind == "bounce" ? Text(element, "type") : null;
        return new ProviderEvent(
            eventId, cycle, entry, delivery, state, DateTimeOffset.FromUnixTimeSeconds(seconds),
            DeliveryCause.SendGrid(kind, type, reason), Text(element, "sg_message_id"));
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text
            ? text.Length <= LongestText ? text : text[..LongestText]
            : null;
}
