using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Delivery;

public sealed class SendGridEventsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2021, 10, 16, 12, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly SendGridEvents _events;

    public SendGridEventsTests() =>
        _events = new SendGridEvents(new SendGridSettings { WebhookPublicKey = _key.ExportSubjectPublicKeyInfo() }, new FakeTimeProvider(Now));

    public void Dispose() => _key.Dispose();

    [Fact]
    public void A_signature_over_time_and_body_is_genuine() => Assert.True(IsGenuine("[]", Now));

    [Fact]
    public void A_body_that_was_changed_is_not() => Assert.False(_events.IsGenuine("[ ]"u8, Sign("[]", Now), Stamp(Now)));

    [Fact]
    public void A_time_that_was_changed_is_not() => Assert.False(_events.IsGenuine("[]"u8, Sign("[]", Now), Stamp(Now.AddSeconds(1))));

    [Theory]
    [InlineData(-11)]
    [InlineData(11)]
    public void A_call_from_another_time_is_not(int minutes) => Assert.False(IsGenuine("[]", Now.AddMinutes(minutes)));

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("AAAA")]
    public void A_signature_that_is_none_is_not(string signature) => Assert.False(_events.IsGenuine("[]"u8, signature, Stamp(Now)));

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    public void A_time_that_is_none_is_not(string timestamp) => Assert.False(_events.IsGenuine("[]"u8, Sign("[]", Now), timestamp));

    [Fact]
    public void Another_key_is_not()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = Convert.ToBase64String(
            other.SignData(Encoding.UTF8.GetBytes(Stamp(Now) + "[]"), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        Assert.False(_events.IsGenuine("[]"u8, signature, Stamp(Now)));
    }

    [Fact]
    public void Without_a_key_nothing_is_genuine() =>
        Assert.False(new SendGridEvents(new SendGridSettings(), new FakeTimeProvider(Now)).IsGenuine("[]"u8, Sign("[]", Now), Stamp(Now)));

    [Fact]
    public void A_bounce_is_read_with_its_reason()
    {
        var read = Assert.Single(Read(
            """[{"event":"bounce","type":"blocked","timestamp":1634385600,"sg_event_id":"e1","sg_message_id":"m1","reason":"550 no","cycle":"test-2564","entry":"ท-๐๐๑","delivery":"abc"}]"""));
        Assert.Equal(
            new ProviderEvent(
                "e1", CycleId.Parse("test-2564"), EntryCode.Parse("ท-๐๐๑"), "abc", DeliveryState.Bounced,
                DateTimeOffset.FromUnixTimeSeconds(1634385600), DeliveryCause.SendGrid("bounce", "blocked", words: "550 no"), "m1"),
            read);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[1, null, "x", [], {}]""")]
    [InlineData("""[{"event":"open","timestamp":1,"sg_event_id":"e","cycle":"test-2564","entry":"E1","delivery":"a"}]""")]
    [InlineData("""[{"event":"delivered","timestamp":"1","sg_event_id":"e","cycle":"test-2564","entry":"E1","delivery":"a"}]""")]
    [InlineData("""[{"event":"delivered","timestamp":1e300,"sg_event_id":"e","cycle":"test-2564","entry":"E1","delivery":"a"}]""")]
    [InlineData("""[{"event":"delivered","timestamp":1,"cycle":"test-2564","entry":"E1","delivery":"a"}]""")]
    [InlineData("""[{"event":"delivered","timestamp":1,"sg_event_id":"e","cycle":"../x","entry":"E1","delivery":"a"}]""")]
    [InlineData("""[{"event":"delivered","timestamp":1,"sg_event_id":"e","cycle":"test-2564","entry":"a/b#c","delivery":"a"}]""")]
    [InlineData("""[{"event":{"a":1},"timestamp":1,"sg_event_id":"e","cycle":"test-2564","entry":"E1","delivery":"a"}]""")]
    public void What_says_nothing_of_a_delivery_of_ours_is_passed_over(string batch) => Assert.Empty(Read(batch));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[{")]
    [InlineData("events")]
    public void What_is_no_batch_is_refused(string body) => Assert.ThrowsAny<JsonException>(() => Read(body));

    private static IReadOnlyList<ProviderEvent> Read(string batch) => SendGridEvents.Read(Encoding.UTF8.GetBytes(batch));

    private bool IsGenuine(string body, DateTimeOffset at) => _events.IsGenuine(Encoding.UTF8.GetBytes(body), Sign(body, at), Stamp(at));

    private string Sign(string body, DateTimeOffset at) => Convert.ToBase64String(
        _key.SignData(Encoding.UTF8.GetBytes(Stamp(at) + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    private static string Stamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
