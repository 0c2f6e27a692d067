using AwardFlow.Delivery;

namespace AwardFlow.IntegrationTests.Delivery;

/// <summary>What a relay's answers, and its silence, mean for a mail: nothing is in doubt that cannot have been taken.</summary>
public class SmtpAnswersTests
{
    private const string HangsUp = ScriptedSmtpServer.HangsUp;
    private const string SaysNothing = ScriptedSmtpServer.SaysNothing;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static LetterMail Mail => TestMails.To("saraban@entrant.example");

    [Theory]
    [InlineData("greeting", HangsUp)]
    [InlineData("greeting", "421 too busy")]
    [InlineData("greeting", "554 no service here")]
    [InlineData("EHLO", HangsUp)]
    [InlineData("EHLO", "421 going down")]
    [InlineData("AUTH", HangsUp)]
    [InlineData("AUTH", "421 going down")]
    [InlineData("AUTH", "454 the directory is away")]
    public async Task A_relay_that_cannot_be_reached_now_took_nothing_and_all_mails_wait(string command, string answer)
    {
        // Who does not take EHLO may take HELO.
        await using var server = new ScriptedSmtpServer((command, answer), ("HELO", answer));
        await using var session = Open(server, user: command == "AUTH" ? "malee" : null);
        Assert.True((await Assert.ThrowsAsync<MailPostponedException>(() => session.SendAsync(Mail, Cancelled))).ConcernsAll);
    }

    [Theory]
    [InlineData("greeting")]
    [InlineData("EHLO")]
    [InlineData("AUTH")]
    public async Task Where_time_runs_out_before_the_relay_lets_us_in_it_took_nothing_and_all_mails_wait(string command)
    {
        await using var server = new ScriptedSmtpServer((command, SaysNothing));
        await using var session = Open(server, user: "malee");
        Assert.True((await Assert.ThrowsAsync<MailPostponedException>(() => UntilSilentAsync(server, session))).ConcernsAll);
    }

    [Fact]
    public async Task A_relay_that_breaks_the_connection_within_the_TLS_handshake_is_away_and_no_setting_is_wrong()
    {
        await using var server = new ScriptedSmtpServer(("greeting", HangsUp));
        await using var session = Open(server, SmtpSecurity.Tls);
        Assert.True((await Assert.ThrowsAsync<MailPostponedException>(() => session.SendAsync(Mail, Cancelled))).ConcernsAll);
    }

    [Fact]
    public async Task A_relay_that_says_nothing_within_the_TLS_handshake_is_away_and_no_setting_is_wrong()
    {
        await using var server = new ScriptedSmtpServer(("greeting", SaysNothing));
        await using var session = Open(server, SmtpSecurity.Tls);
        Assert.True((await Assert.ThrowsAsync<MailPostponedException>(() => UntilSilentAsync(server, session))).ConcernsAll);
    }

    [Theory]
    [InlineData(SmtpSecurity.Tls, "greeting", "220 no TLS is spoken here")]
    [InlineData(SmtpSecurity.None, "AUTH", "535 wrong password")]
    [InlineData(SmtpSecurity.None, "MAIL", "550 not your address")]
    [InlineData(SmtpSecurity.None, "MAIL", "530 sign in first")]
    public async Task What_only_a_setting_changes_stops_the_sending(SmtpSecurity security, string command, string answer)
    {
        await using var server = new ScriptedSmtpServer((command, answer));
        await using var session = Open(server, security, command == "AUTH" ? "malee" : null);
        await Assert.ThrowsAsync<MailSettingsException>(() => session.SendAsync(Mail, Cancelled));
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task A_connection_that_breaks_before_the_mail_was_given_leaves_nothing_in_doubt(string command)
    {
        await using var server = new ScriptedSmtpServer((command, HangsUp));
        await using var session = Open(server);
        Assert.False((await Assert.ThrowsAsync<MailPostponedException>(() => session.SendAsync(Mail, Cancelled))).ConcernsAll);
        await session.SendAsync(Mail, Cancelled);
        Assert.Equal(1, server.Messages);
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task Nor_does_a_relay_that_stops_answering_before(string command)
    {
        await using var server = new ScriptedSmtpServer((command, SaysNothing));
        await using var session = Open(server);
        await Assert.ThrowsAsync<MailPostponedException>(() => UntilSilentAsync(server, session));
    }

    [Fact]
    public async Task A_relay_that_breaks_three_mails_off_in_a_row_is_away_for_all()
    {
        await using var server = new ScriptedSmtpServer([.. Enumerable.Repeat(("RCPT", HangsUp), 3)]);
        await using var session = Open(server);
        var all = new List<bool>();
        for (var i = 0; i < 3; i++)
        {
            all.Add((await Assert.ThrowsAsync<MailPostponedException>(() => session.SendAsync(Mail, Cancelled))).ConcernsAll);
        }
        Assert.Equal([false, false, true], all);
    }

    [Theory]
    [InlineData(HangsUp)]
    [InlineData("421 idle for too long")]
    public async Task A_connection_that_the_relay_ended_between_two_mails_is_made_anew_at_once(string answer)
    {
        await using var server = new ScriptedSmtpServer(("MAIL", "250 fine"), ("MAIL", answer));
        await using var session = Open(server);
        await session.SendAsync(Mail, Cancelled);
        await session.SendAsync(Mail, Cancelled);
        Assert.Equal((2, 2), (server.Messages, server.Connections));
    }

    [Fact]
    public async Task Once_the_mail_was_given_a_connection_that_breaks_leaves_the_outcome_unknown()
    {
        await using var server = new ScriptedSmtpServer((".", HangsUp));
        await using var session = Open(server);
        await Assert.ThrowsAsync<MailOutcomeUnknownException>(() => session.SendAsync(Mail, Cancelled));
        Assert.Equal(1, server.Messages);
    }

    [Fact]
    public async Task So_does_a_relay_that_does_not_answer_in_time()
    {
        await using var server = new ScriptedSmtpServer((".", SaysNothing));
        await using var session = Open(server);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => UntilSilentAsync(server, session));
        Assert.Equal(1, server.Messages);
    }

    [Theory]
    [InlineData("250 queued")]
    [InlineData("251 queued elsewhere")]
    [InlineData("252 taken, and nothing promised")]
    [InlineData("200 ok")]
    public async Task Any_answer_of_two_hundred_to_the_message_takes_it(string answer)
    {
        await using var server = new ScriptedSmtpServer((".", answer));
        await using var session = Open(server);
        Assert.Equal(answer[4..], (await session.SendAsync(Mail, Cancelled)).ProviderId);
    }

    [Theory]
    [InlineData("354 go on")]
    [InlineData("150 wait")]
    [InlineData("600 what")]
    public async Task An_answer_to_the_message_that_no_standard_foresees_leaves_the_outcome_unknown(string answer)
    {
        await using var server = new ScriptedSmtpServer((".", answer));
        await using var session = Open(server);
        await Assert.ThrowsAsync<MailOutcomeUnknownException>(() => session.SendAsync(Mail, Cancelled));
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_dropped_alone()
    {
        await using var server = new ScriptedSmtpServer(("MAIL", "552 too large"));
        await using var session = Open(server);
        Assert.Equal(DeliveryState.Dropped, (await Assert.ThrowsAsync<MailRefusedException>(() => session.SendAsync(Mail, Cancelled))).State);
        await session.SendAsync(Mail, Cancelled);
    }

    [Fact]
    public async Task A_relay_without_room_for_a_message_has_it_wait_alone_and_after_three_in_a_row_all()
    {
        await using var server = new ScriptedSmtpServer([.. Enumerable.Repeat(("MAIL", "452 no room"), 3)]);
        await using var session = Open(server);
        var all = new List<bool>();
        for (var i = 0; i < 3; i++)
        {
            all.Add((await Assert.ThrowsAsync<MailPostponedException>(() => session.SendAsync(Mail, Cancelled))).ConcernsAll);
        }
        Assert.Equal([false, false, true], all);
    }

    private static IMailSession Open(ScriptedSmtpServer server, SmtpSecurity security = SmtpSecurity.None, string? user = null) =>
        new SmtpTransport(server.Settings(security, user), TimeProvider.System).Open();

    // Time runs out when the relay has stopped answering.
    private static async Task UntilSilentAsync(ScriptedSmtpServer server, IMailSession session)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var sending = session.SendAsync(Mail, patience.Token);
        await server.Silent;
        await patience.CancelAsync();
        await sending;
    }
}
