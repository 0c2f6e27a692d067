using AwardFlow.Delivery;
using Microsoft.Extensions.Time.Testing;
using static AwardFlow.TestKit.SendGridServer;

namespace AwardFlow.IntegrationTests.Delivery;

/// <summary>The real SendGrid client against a server on loopback that speaks SendGrid's API.</summary>
public class SendGridTransportTests
{
    private static readonly DateTimeOffset Now = new(2021, 10, 16, 9, 0, 0, TimeSpan.FromHours(7));

    private readonly HurriedTime _time = new(Now);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_arrives_whole_with_its_documents_and_the_ids_that_events_will_carry()
    {
        await using var server = await SendGridServer.StartAsync();
        using var transport = Transport(server);
        var mail = TestMails.To("saraban@entrant.example");
        var receipt = await transport.SendAsync(mail, Cancelled);
        var taken = Assert.Single(server.Taken);
        Assert.Equal((taken.MessageId, Now), (receipt.ProviderId, receipt.AcceptedAt));
        Assert.Equal(("test-2564", "E1", mail.Delivery.Id, "saraban@entrant.example"), (taken.Cycle, taken.Entry, taken.Delivery, taken.To));
        Assert.Equal(mail.Message.Subject, taken.Json["subject"]!.GetValue<string>());
        Assert.Equal(
            ("saraban@organiser.example", "สำนักงานทดสอบ"),
            (taken.Json["from"]!["email"]!.GetValue<string>(), taken.Json["from"]!["name"]!.GetValue<string>()));
        Assert.Equal(
            ["E1-letter.pdf", "E1-certificate.pdf"], taken.Json["attachments"]!.AsArray().Select(attachment => attachment!["filename"]!.GetValue<string>()));
        Assert.Equal("%PDF-1.7 letter"u8.ToArray(), Convert.FromBase64String(taken.Json["attachments"]![0]!["content"]!.GetValue<string>()));
        Assert.Equal(["awardflow", "test-2564"], taken.Json["categories"]!.AsArray().Select(category => category!.GetValue<string>()));
        Assert.Contains(mail.Message.MessageId!, taken.Json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_sandbox_nothing_is_sent()
    {
        await using var server = await SendGridServer.StartAsync();
        using var transport = Transport(server, sandbox: true);
        await transport.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled);
        Assert.Empty(server.Taken);
    }

    [Theory]
    [InlineData(Manner.Refuses400, "SendGrid answered 400: {\"errors\":[{\"message\":\"Does not contain a valid address.\"}]}")]
    [InlineData(Manner.Refuses413, "SendGrid answered 413: {\"errors\":[{\"message\":\"Payload too large\"}]}")]
    public async Task What_will_never_work_is_final_in_SendGrids_own_words(Manner manner, string words)
    {
        await using var server = await SendGridServer.StartAsync();
        server.Meets = _ => manner;
        using var transport = Transport(server);
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => transport.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled));
        Assert.Equal((DeliveryState.Dropped, words), (refused.State, refused.Message));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_key_that_is_refused_is_a_setting_and_is_not_shown()
    {
        await using var server = await SendGridServer.StartAsync();
        using var transport = new SendGridTransport(new SendGridSettings { ApiKey = "SG.wrong-key", BaseUrl = server.Address }, _time);
        var refused = await Assert.ThrowsAsync<MailSettingsException>(() => transport.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled));
        Assert.Contains("SendGrid__ApiKey", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SG.wrong-key", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_requests_waits_for_the_reset_that_SendGrid_names()
    {
        await using var server = await SendGridServer.StartAsync();
        server.Meets = _ => Manner.Limits429;
        server.ResetAt = Now.AddSeconds(17).ToUnixTimeSeconds();
        using var transport = Transport(server);
        var postponed = await Assert.ThrowsAsync<MailPostponedException>(() => transport.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled));
        Assert.Equal((Now.AddSeconds(17), true), (postponed.RetryAt, postponed.ConcernsAll));
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData(-60, 1)]
    [InlineData(999_999_999, 3600)]
    public async Task A_reset_from_a_wrong_clock_is_bounded(long reset, int seconds)
    {
        await using var server = await SendGridServer.StartAsync();
        server.Meets = _ => Manner.Limits429;
        server.ResetAt = Now.ToUnixTimeSeconds() + reset;
        using var transport = Transport(server);
        var postponed = await Assert.ThrowsAsync<MailPostponedException>(() => transport.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled));
        Assert.Equal(Now.AddSeconds(seconds), postponed.RetryAt);
    }

    [Fact]
    public async Task A_failure_that_passes_is_tried_again()
    {
        await using var server = await SendGridServer.StartAsync();
        server.Meets = n => n <= 2 ? Manner.Fails500 : Manner.Takes;
        using var transport = Transport(server);
        await transport.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled);
        Assert.Equal(3, server.Requests);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task A_service_that_stays_away_is_left_alone_for_a_while()
    {
        await using var server = await SendGridServer.StartAsync();
        server.Meets = _ => Manner.Fails500;
        using var transport = Transport(server);
        MailPostponedException postponed;
        int asked;
        do
        {
            asked = server.Requests;
            postponed = await Assert.ThrowsAsync<MailPostponedException>(() => transport.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled));
            Assert.True(postponed.ConcernsAll);
        }
        while (server.Requests > asked && asked < 100);
        Assert.Equal("SendGrid was away several times in a row.", postponed.Message);
    }

    [Theory]
    [InlineData(Manner.TakesAndResets, 1)]
    [InlineData(Manner.ResetsWithoutTaking, 0)]
    [InlineData(Manner.GivesUp408, 0)]
    [InlineData(Manner.GivesUp502, 0)]
    [InlineData(Manner.GivesUp504, 0)]
    public async Task A_connection_that_breaks_or_a_gateway_that_gives_up_leaves_the_outcome_unknown_and_nothing_is_sent_again(Manner manner, int taken)
    {
        await using var server = await SendGridServer.StartAsync();
        server.Meets = _ => manner;
        using var transport = Transport(server);
        await Assert.ThrowsAsync<MailOutcomeUnknownException>(() => transport.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled));
        Assert.Equal((1, taken), (server.Requests, server.Taken.Count));
    }

    [Theory]
    [InlineData(Manner.TakesAndHangs)]
    [InlineData(Manner.HangsWithoutTaking)]
    public async Task A_service_that_hangs_is_waited_for_no_longer_than_our_patience(Manner manner)
    {
        await using var server = await SendGridServer.StartAsync();
        var asked = new TaskCompletionSource();
        server.Meets = _ =>
        {
            asked.SetResult();
            return manner;
        };
        using var transport = Transport(server);
        using var patience = new CancellationTokenSource();
        var sending = transport.SendAsync(TestMails.To("saraban@entrant.example"), patience.Token);
        await asked.Task;
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task A_service_that_is_not_there_took_nothing()
    {
        Uri address;
        await using (var server = await SendGridServer.StartAsync())
        {
            address = server.Address;
        }
        using var transport = new SendGridTransport(new SendGridSettings { ApiKey = ApiKey, BaseUrl = address }, _time);
        Assert.True(
            (await Assert.ThrowsAsync<MailPostponedException>(() => transport.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled))).ConcernsAll);
    }

    [Fact]
    public async Task A_slow_service_is_waited_for()
    {
        await using var server = await SendGridServer.StartAsync();
        server.Slowness = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var transport = Transport(server);
        var sending = transport.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled);
        Assert.False(sending.IsCompleted);
        server.Slowness.SetResult();
        await sending;
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task Asked_for_a_mail_it_says_whether_it_took_it()
    {
        await using var server = await SendGridServer.StartAsync();
        using var transport = Transport(server);
        var mail = TestMails.To("saraban@entrant.example");
        Assert.Equal(MailAnswerKind.NotSeenYet, (await transport.AskAsync(mail.Delivery, Cancelled)).Kind);
        var receipt = await transport.SendAsync(mail, Cancelled);
        Assert.Equal(receipt.ProviderId, (await transport.AskAsync(mail.Delivery, Cancelled)).Receipt!.ProviderId);
        server.HasActivity = false;
        Assert.Equal(MailAnswerKind.CannotSay, (await transport.AskAsync(mail.Delivery, Cancelled)).Kind);
    }

    private SendGridTransport Transport(SendGridServer server, bool sandbox = false) =>
        new(new SendGridSettings { ApiKey = ApiKey, BaseUrl = server.Address, Sandbox = sandbox }, _time);

    /// <summary>A clock that stands still but for pauses, which pass at once.</summary>
    private sealed class HurriedTime(DateTimeOffset start) : FakeTimeProvider(start)
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime > TimeSpan.Zero)
            {
                Advance(dueTime);
            }
            return timer;
        }
    }
}
