using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Letters;
using AwardFlow.Testing;
using Moq;

namespace AwardFlow.IntegrationTests.Delivery;

/// <summary>One mail an entry, whatever the mail service does.</summary>
public class LetterSenderTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly DateTimeOffset Now = new(2021, 10, 16, 9, 0, 0, TimeSpan.FromHours(7));

    private readonly Mock<IMailTransport> _transport = new();
    private readonly string _cycle = $"test-{Guid.NewGuid().ToString("N")[..12]}";

    [Fact]
    public async Task A_mail_that_the_service_took_is_not_sent_again()
    {
        var sender = await SenderAsync();
        Takes();
        await SendAsync(sender);
        Assert.Equal((DeliveryState.Accepted, 1), await SendAsync(sender));
        _transport.Verify(transport => transport.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_mail_that_the_service_refused_is_tried_again_with_the_same_id()
    {
        var sender = await SenderAsync();
        var ids = new List<string>();
        _transport.Setup(transport => transport.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>()))
            .Callback((LetterMail mail, CancellationToken _) => ids.Add(mail.Message.MessageId!)).ThrowsAsync(new IOException("the outbox is full"));
        await Assert.ThrowsAsync<IOException>(() => SendAsync(sender));
        _transport.Setup(transport => transport.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>()))
            .Callback((LetterMail mail, CancellationToken _) => ids.Add(mail.Message.MessageId!)).ReturnsAsync(new MailReceipt("1", Now));
        Assert.Equal((DeliveryState.Accepted, 2), await SendAsync(sender));
        Assert.Equal(2, ids.Count);
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task After_a_crash_the_service_is_asked_before_anything_is_sent()
    {
        var sender = await SenderAsync();
        // The service takes the mail, and the process dies before it can write that down.
        _transport.Setup(transport => transport.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>())).ThrowsAsync(new OperationCanceledException());
        await Assert.ThrowsAsync<OperationCanceledException>(() => SendAsync(sender));
        _transport.Setup(transport => transport.FindAsync(It.IsAny<LetterDelivery>(), It.IsAny<CancellationToken>())).ReturnsAsync(new MailReceipt("1", Now));
        Assert.Equal((DeliveryState.Accepted, 1), await SendAsync(sender));
        _transport.Verify(transport => transport.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_held_entry_gets_no_mail()
    {
        var sender = await SenderAsync(DeliveryState.Held);
        Assert.Equal((DeliveryState.Held, 0), await SendAsync(sender));
        _transport.VerifyNoOtherCalls();
    }

    private void Takes() => _transport
        .Setup(transport => transport.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>())).ReturnsAsync(new MailReceipt("1", Now));

    private async Task<LetterSender> SenderAsync(DeliveryState state = DeliveryState.Pending)
    {
        await azurite.Storage.CreateAsync(TestContext.Current.CancellationToken);
        var (ledger, letters) = (new DeliveryLedger(azurite.Storage), new LetterStore(azurite.Storage));
        foreach (var document in LetterStore.Documents)
        {
            await letters.WriteAsync(_cycle, "E1", document, "%PDF"u8.ToArray(), TestContext.Current.CancellationToken);
        }
        await ledger.EnterAsync(
            new LetterDelivery { PartitionKey = _cycle, RowKey = "E1", Address = "saraban@entrant.example", State = state }, TestContext.Current.CancellationToken);
        return new LetterSender(ledger, letters, _transport.Object, new MailSettings(), TimeProvider.System);
    }

    private async Task<(DeliveryState State, int Attempts)> SendAsync(LetterSender sender)
    {
        var delivery = await sender.SendAsync(TestCycle.Definition with { Id = _cycle }, TestCycle.Entry("E1"), TestContext.Current.CancellationToken);
        return (delivery.State, delivery.Attempts);
    }
}
