using AwardFlow.Delivery;
using MimeKit;

namespace AwardFlow.Tests.Delivery;

public class LetterMailTests
{
    private static readonly LetterDelivery Row = new()
    {
        Partition = "test-2564",
        Key = LetterDelivery.KeyOf("E1"),
        Address = "saraban@entrant.example",
        ClaimedAt = new DateTimeOffset(2021, 10, 16, 9, 0, 0, TimeSpan.FromHours(7)),
    };

    private static readonly Uri Link = new("https://award.example/r/AQID-_4");

    [Fact]
    public void Text_and_HTML_say_number_subject_and_link()
    {
        var message = Write().Message;
        foreach (var body in new[] { message.TextBody!, message.HtmlBody! })
        {
            Assert.Contains("ที่ ทดสอบ ๒๕๖๔/ว๑ ลงวันที่ ๑๕ ตุลาคม ๒๕๖๔ เรื่อง แจ้งผลการพิจารณาผลงาน", body, StringComparison.Ordinal);
            Assert.Contains("เรียน นายกเทศมนตรีตำบลลำใหม่", body, StringComparison.Ordinal);
            Assert.Contains(Link.AbsoluteUri, body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_HTML_has_no_picture_and_nothing_from_elsewhere()
    {
        var html = Write().Message.HtmlBody!;
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, html.Split("https://").Length - 1);
        Assert.Equal(2, html.Split(Link.AbsoluteUri).Length - 1);
    }

    [Fact]
    public void What_people_wrote_is_text_in_the_HTML() => Assert.Contains(
        "&lt;script&gt;&amp;", LetterMail.Write(TestCycle.Definition, Row, "<script>&", Link, [], new MailSettings()).Message.HtmlBody!, StringComparison.Ordinal);

    [Fact]
    public void A_reminder_says_which_it_is_belongs_to_the_letters_thread_and_carries_no_letter()
    {
        var reminder = Row with { Key = LetterDelivery.ReminderKey("E1", 1, 2), Reminder = 2 };
        var message = LetterMail.Remind(TestCycle.Definition, reminder, "นายกเทศมนตรีตำบลลำใหม่", Link, new MailSettings()).Message;
        Assert.Contains("(แจ้งเตือนครั้งที่ ๒)", message.TextBody!, StringComparison.Ordinal);
        Assert.Contains(Link.AbsoluteUri, message.TextBody!, StringComparison.Ordinal);
        Assert.Equal("ขอความอนุเคราะห์ยืนยันการได้รับหนังสือ ที่ ทดสอบ ๒๕๖๔/ว๑ เรื่อง แจ้งผลการพิจารณาผลงาน", message.Subject);
        Assert.Equal(Write().Message.MessageId, message.InReplyTo);
        Assert.NotEqual(message.InReplyTo, message.MessageId);
        Assert.Empty(message.Attachments);
    }

    [Fact]
    public void It_goes_from_the_organisers_saraban_address_to_the_entrants()
    {
        var message = Write().Message;
        Assert.Equal("\"สำนักงานทดสอบ\" <saraban@organiser.example>", message.From.ToString());
        Assert.Equal("saraban@entrant.example", message.To.ToString());
    }

    [Fact]
    public void A_sender_in_the_settings_goes_before_the_organisers_own() =>
        Assert.Equal("award@mail.example", Write(new MailSettings { From = "award@mail.example" }).Message.From.Mailboxes.Single().Address);

    [Fact]
    public void The_subject_has_the_letters_number_and_subject() =>
        Assert.Equal("ที่ ทดสอบ ๒๕๖๔/ว๑ เรื่อง แจ้งผลการพิจารณาผลงาน", Write().Message.Subject);

    [Fact]
    public void The_letter_is_attached_whole()
    {
        var attachment = Assert.IsType<MimePart>(Assert.Single(Write().Message.Attachments));
        using var content = new MemoryStream();
        attachment.Content!.DecodeTo(content, TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", attachment.ContentType.MimeType);
        Assert.Equal("%PDF-1.7 letter"u8.ToArray(), content.ToArray());
    }

    [Fact]
    public void The_same_delivery_is_the_same_message() => Assert.Equal(Bytes(Write()), Bytes(Write()));

    [Fact]
    public void In_a_rehearsal_it_goes_elsewhere_and_says_where_it_would_have_gone()
    {
        var message = Write(new MailSettings { RedirectTo = "rehearsal@organiser.example" }).Message;
        Assert.Equal("rehearsal@organiser.example", message.To.ToString());
        Assert.StartsWith("[ถึง saraban@entrant.example] ", message.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_id_tells_deliveries_apart()
    {
        Assert.Equal($"{Row.Id}@organiser.example", Write().Message.MessageId);
        Assert.NotEqual(Row.Id, (Row with { Key = LetterDelivery.KeyOf("E2") }).Id);
        Assert.NotEqual(Row.Id, (Row with { Partition = "other-2564" }).Id);
        Assert.NotEqual(Row.Id, (Row with { Sending = 2 }).Id);
    }

    private static LetterMail Write(MailSettings? settings = null) =>
        LetterMail.Write(TestCycle.Definition, Row, "นายกเทศมนตรีตำบลลำใหม่", Link, [("letter.pdf", BinaryData.FromBytes("%PDF-1.7 letter"u8.ToArray()))], settings ?? new MailSettings());

    private static byte[] Bytes(LetterMail mail)
    {
        using var file = new MemoryStream();
        mail.Message.WriteTo(file, TestContext.Current.CancellationToken);
        return file.ToArray();
    }
}
