using AwardFlow.Delivery;

namespace AwardFlow.IntegrationTests.Delivery;

/// <summary>The SMTP transport against a real server.</summary>
public class SmtpTransportTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task A_mail_goes_over_a_private_connection_with_user_and_password(SmtpSecurity security)
    {
        await using var server = await SmtpServerProcess.StartAsync(security, "malee", "secret-of-malee");
        var transport = new SmtpTransport(server.Settings(security, "malee", "secret-of-malee"), TimeProvider.System);
        await using var session = transport.Open();
        var mail = TestMails.To("saraban@entrant.example");
        var receipt = await session.SendAsync(mail, Cancelled);
        Assert.Contains("queued as 42", receipt.ProviderId, StringComparison.Ordinal);
        var taken = Assert.Single(await server.TakenAsync(1));
        Assert.Equal((mail.Message.MessageId, true, "malee"), (taken["id"]!.GetValue<string>(), (bool)taken["secure"]!, taken["user"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_mails_of_a_page_share_one_connection()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var session = new SmtpTransport(server.Settings(), TimeProvider.System).Open();
        for (var i = 0; i < 20; i++)
        {
            await session.SendAsync(TestMails.To($"saraban-{i}@entrant.example", $"E{i}"), Cancelled);
        }
        var taken = await server.TakenAsync(20);
        Assert.Equal(20, taken.Count);
        Assert.Single(taken.Select(mail => mail["connection"]!.GetValue<string>()).Distinct());
    }

    [Fact]
    public async Task A_server_without_STARTTLS_gets_no_mail()
    {
        await using var server = await SmtpServerProcess.StartAsync(SmtpSecurity.None);
        await using var session = new SmtpTransport(server.Settings(SmtpSecurity.StartTls), TimeProvider.System).Open();
        var refused = await Assert.ThrowsAsync<MailSettingsException>(() => session.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled));
        Assert.Contains("Smtp__Security", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await server.TakenAsync(0));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_mail()
    {
        await using var server = await SmtpServerProcess.StartAsync(SmtpSecurity.Tls);
        await using var session = new SmtpTransport(server.Settings(SmtpSecurity.Tls, trusted: false), TimeProvider.System).Open();
        await Assert.ThrowsAsync<MailSettingsException>(() => session.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled));
        Assert.Empty(await server.TakenAsync(0));
    }

    [Fact]
    public async Task A_wrong_password_is_a_setting_not_a_letters_fault_and_is_not_shown()
    {
        await using var server = await SmtpServerProcess.StartAsync(SmtpSecurity.Tls, "malee", "secret-of-malee");
        await using var session = new SmtpTransport(server.Settings(SmtpSecurity.Tls, "malee", "wrong-password"), TimeProvider.System).Open();
        var refused = await Assert.ThrowsAsync<MailSettingsException>(() => session.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled));
        Assert.DoesNotContain("wrong-password", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_who_does_not_exist_bounces_and_the_next_one_is_not_concerned()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var session = new SmtpTransport(server.Settings(), TimeProvider.System).Open();
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => session.SendAsync(TestMails.To("nobody@entrant.example"), Cancelled));
        Assert.Equal(DeliveryState.Bounced, refused.State);
        Assert.Contains("550: no such mailbox", refused.Message, StringComparison.Ordinal);
        await session.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled);
        Assert.Single(await server.TakenAsync(1));
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_is_waited_for()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var session = new SmtpTransport(server.Settings(), TimeProvider.System).Open();
        var postponed = await Assert.ThrowsAsync<MailPostponedException>(() => session.SendAsync(TestMails.To("later@entrant.example"), Cancelled));
        Assert.False(postponed.ConcernsAll);
        Assert.Contains("450: greylisted", postponed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_who_is_turned_away_with_421_waits_alone_and_the_next_one_gets_its_mail()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var session = new SmtpTransport(server.Settings(), TimeProvider.System).Open();
        var postponed = await Assert.ThrowsAsync<MailPostponedException>(() => session.SendAsync(TestMails.To("away@entrant.example"), Cancelled));
        Assert.False(postponed.ConcernsAll);
        Assert.Contains("421: ", postponed.Message, StringComparison.Ordinal);
        await session.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled);
        Assert.Single(await server.TakenAsync(1));
    }

    [Fact]
    public async Task A_server_that_turns_three_recipients_in_a_row_away_is_away_for_all()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var session = new SmtpTransport(server.Settings(), TimeProvider.System).Open();
        var all = new List<bool>();
        for (var i = 0; i < 3; i++)
        {
            all.Add(
                (await Assert.ThrowsAsync<MailPostponedException>(() => session.SendAsync(TestMails.To($"away-{i}@entrant.example"), Cancelled))).ConcernsAll);
        }
        Assert.Equal([false, false, true], all);
    }

    [Fact]
    public async Task The_server_is_greeted_with_the_name_in_the_settings()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var session = new SmtpTransport(server.Settings() with { Hello = "award.example" }, TimeProvider.System).Open();
        await session.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled);
        Assert.Equal("award.example", Assert.Single(await server.TakenAsync(1))["hello"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_mail_arrives_in_ASCII_with_short_lines_whatever_the_server_could_take()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var session = new SmtpTransport(server.Settings(), TimeProvider.System).Open();
        await session.SendAsync(TestMails.To("saraban@entrant.example", "รหัส-๑"), Cancelled);
        var raw = Assert.Single(await server.TakenAsync(1))["raw"]!.GetValue<string>();
        Assert.All(raw, c => Assert.True(char.IsAscii(c)));
        Assert.All(raw.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.Contains("filename*0*=utf-8''", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("8bit", raw, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_message_that_is_refused_is_dropped()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var session = new SmtpTransport(server.Settings(), TimeProvider.System).Open();
        Assert.Equal(
            DeliveryState.Dropped,
            (await Assert.ThrowsAsync<MailRefusedException>(() => session.SendAsync(TestMails.To("spam@entrant.example"), Cancelled))).State);
    }

    [Fact]
    public async Task A_sender_that_is_refused_is_a_setting()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var session = new SmtpTransport(server.Settings(), TimeProvider.System).Open();
        var refused = await Assert.ThrowsAsync<MailSettingsException>(
            () => session.SendAsync(TestMails.To("saraban@entrant.example", from: "stranger@else.example"), Cancelled));
        Assert.Contains("Mail__From", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_last_dot_leaves_the_outcome_unknown_and_is_made_anew()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        var transport = new SmtpTransport(server.Settings(), TimeProvider.System);
        await using var session = transport.Open();
        var mail = TestMails.To("breaks@entrant.example");
        await Assert.ThrowsAsync<MailOutcomeUnknownException>(() => session.SendAsync(mail, Cancelled));
        Assert.Equal(MailAnswerKind.CannotSay, (await transport.AskAsync(mail.Delivery, Cancelled)).Kind);
        await session.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled);
        Assert.Equal(2, (await server.TakenAsync(2)).Count);
    }

    [Fact]
    public async Task A_server_that_is_away_took_nothing()
    {
        SmtpSettings settings;
        await using (var server = await SmtpServerProcess.StartAsync())
        {
            settings = server.Settings();
        }
        await using var session = new SmtpTransport(settings, TimeProvider.System).Open();
        Assert.True(
            (await Assert.ThrowsAsync<MailPostponedException>(() => session.SendAsync(TestMails.To("saraban@entrant.example"), Cancelled))).ConcernsAll);
    }
}
