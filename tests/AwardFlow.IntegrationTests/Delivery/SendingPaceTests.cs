using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Letters;
using AwardFlow.Local.Engine;
using AwardFlow.Scoring;
using AwardFlow.Trail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AwardFlow.IntegrationTests.Delivery;

/// <summary><c>Mail__PerMinute</c> over all workers of a cycle.</summary>
public class SendingPaceTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly DateTimeOffset Now = new(2021, 10, 16, 9, 0, 0, TimeSpan.FromHours(7));

    private readonly FakeTimeProvider _time = new(Now);
    private readonly string _cycle = LocalServer.NewCycle().Id.Text;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_bound_nobody_waits() => Assert.Null(await (Pace(perMinute: null)).TakeAsync(CycleId.Parse(_cycle), 50, Cancelled));

    [Fact]
    public async Task Workers_who_ask_at_once_take_stretches_that_never_overlap()
    {
        var pace = Pace(perMinute: 600);
        var stretches = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => pace.TakeAsync(CycleId.Parse(_cycle), 10, Cancelled))));
        var ordered = stretches.OrderBy(stretch => stretch!.Start).ToList();
        Assert.Equal(Now, ordered[0]!.Start);
        Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.Equal(pair.First!.End, pair.Second!.Start));
        Assert.All(ordered, stretch => Assert.Equal(TimeSpan.FromSeconds(1), stretch!.End - stretch.Start));
    }

    [Fact]
    public async Task Nobody_reserves_far_ahead()
    {
        var pace = Pace(perMinute: 60);
        var first = await pace.TakeAsync(CycleId.Parse(_cycle), 50, Cancelled);
        Assert.Equal((Now, 30), (first!.Start, first.Mails));
        var second = await pace.TakeAsync(CycleId.Parse(_cycle), 50, Cancelled);
        Assert.Equal((Now.AddSeconds(20), 0), (second!.Start, second.Mails));
        _time.Advance(TimeSpan.FromSeconds(20));
        var third = await pace.TakeAsync(CycleId.Parse(_cycle), 5, Cancelled);
        Assert.Equal((Now.AddSeconds(30), 5), (third!.Start, third.Mails));
    }

    [Fact]
    public async Task A_worker_that_comes_late_sends_at_once()
    {
        var pace = Pace(perMinute: 60);
        await pace.TakeAsync(CycleId.Parse(_cycle), 50, Cancelled);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Now.AddHours(1), (await pace.TakeAsync(CycleId.Parse(_cycle), 1, Cancelled))!.Start);
    }

    [Fact]
    public async Task A_mail_a_minute_is_a_bound_too()
    {
        var pace = Pace(perMinute: 1);
        var first = await pace.TakeAsync(CycleId.Parse(_cycle), 50, Cancelled);
        Assert.Equal((1, TimeSpan.FromMinutes(1)), (first!.Mails, first.End - first.Start));
    }

    [Fact]
    public async Task Workers_together_stay_below_the_bound_and_all_mails_go()
    {
        // Twenty a second, by the real clock. Each worker may have one mail on its way, whose moment is not ours to choose.
        const int PerMinute = 1200, Pages = 4, PageSize = 15;
        var pace = new SendingPace(azurite.Storage, new MailSettings { PerMinute = PerMinute }, TimeProvider.System);
        var sentAt = new List<DateTimeOffset>();
        var sender = await SenderAsync(pace, Pages, PageSize, () =>
        {
            lock (sentAt)
            {
                sentAt.Add(TimeProvider.System.GetUtcNow());
            }
        });
        await Task.WhenAll(Enumerable.Range(1, Pages).Select(page => SendPageAsync(sender, page, PageSize)));
        Assert.Equal(Pages * PageSize, sentAt.Count);
        sentAt.Sort();
        Assert.All(sentAt, start => Assert.InRange(sentAt.Count(at => at >= start && at < start.AddSeconds(1)), 1, (PerMinute / 60) + Pages));
    }

    private static string Code(int page, int i) => TestSheets.Codes(1000)[page * 100 + i];

    private async Task SendPageAsync((MailRun Run, DeliveryLedger Ledger) sender, int page, int size)
    {
        Entry[] entries = [.. Enumerable.Range(0, size).Select(i => TestCycle.Entry(Code(page, i)))];
        using var clock = new InProcessTasks(new ServiceCollection().BuildServiceProvider(), TimeProvider.System, NullLoggerFactory.Instance);
        while (await sender.Run.SendAsync(TestCycle.Definition with { Id = CycleId.Parse(_cycle) }, await MailsAsync(sender.Ledger, entries), Cancelled)
            is { LookAgainAt: { } at })
        {
            await clock.WaitUntilAsync(at.UtcDateTime, Cancelled);
        }
    }

    private async Task<(Entry, LetterDelivery)[]> MailsAsync(DeliveryLedger ledger, Entry[] entries) => await Task.WhenAll(
        entries.Select(async entry => (entry, (await ledger.FindAsync(CycleId.Parse(_cycle), entry.Code, Cancelled))!)));

    private SendingPace Pace(int? perMinute) => new(azurite.Storage, new MailSettings { PerMinute = perMinute }, _time);

    private async Task<(MailRun Run, DeliveryLedger Ledger)> SenderAsync(SendingPace pace, int pages, int size, Action sent)
    {
        var (ledger, letters) = (
            new DeliveryLedger(azurite.Storage, TimeProvider.System, NullLogger<DeliveryLedger>.Instance), new LetterStore(azurite.Storage));
        foreach (var page in Enumerable.Range(1, pages))
        {
            var codes = Enumerable.Range(0, size).Select(i => Code(page, i)).ToList();
            foreach (var (code, document) in codes.SelectMany(code => LetterStore.Documents.Select(document => (code, document))))
            {
                await letters.WriteAsync(CycleId.Parse(_cycle), EntryCode.Parse(code), document, "%PDF"u8.ToArray(), Cancelled);
            }
            await ledger.EnterAsync(
                CycleId.Parse(_cycle),
                page,
                [.. codes.Select(
                    code => LetterDelivery.Of(CycleId.Parse(_cycle), EntryCode.Parse(code)) with { Page = page, Address = "saraban@entrant.example" })],
                Cancelled);
        }
        var session = new Mock<IMailSession>();
        session.Setup(each => each.SendAsync(It.IsAny<LetterMail>(), It.IsAny<CancellationToken>()))
            .Callback(sent)
            .ReturnsAsync(() => new MailReceipt("m", TimeProvider.System.GetUtcNow()));
        var transport = Mock.Of<IMailTransport>(each => each.Patience == TimeSpan.FromHours(10) && each.Open() == session.Object);
        var (cycles, results) = (new CycleStore(azurite.Storage), new ResultsStore(azurite.Storage));
        var pictures = new LetterPictureStore(azurite.Storage, cycles, TimeProvider.System);
        var documents = new LetterDocuments(
            cycles, results, pictures, letters, new CorrectionStore(azurite.Storage, cycles, results, pictures),
            new TrailWriter(azurite.Storage.Rows), TimeProvider.System);
        return (
            new MailRun(
                new HandOver(ledger, documents, new OpenGate(), new TestLinks(), transport, new MailSettings(), TimeProvider.System),
                transport,
                pace,
                TimeProvider.System),
            ledger);
    }
}
