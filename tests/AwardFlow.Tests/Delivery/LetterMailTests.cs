using System.Text;
using System.Text.RegularExpressions;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Thai;
using MimeKit;

namespace AwardFlow.Tests.Delivery;

public partial class LetterMailTests
{
    private static readonly LetterDelivery Row = LetterDelivery.Of(CycleId.Parse("test-2564"), EntryCode.Parse("E1")) with
    {
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
        "&lt;script&gt;&amp;",
        LetterMail.Write(TestCycle.Definition, Row, "<script>&", Link, [], new MailSettings()).Message.HtmlBody!,
        StringComparison.Ordinal);

    [Fact]
    public void A_reminder_says_which_it_is_belongs_to_the_letters_thread_and_carries_no_letter()
    {
        var reminder = Row.NewReminder(2) with { ClaimedAt = Row.ClaimedAt };
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

    [Theory]
    [InlineData("E1", "E1-letter.pdf", "E1-letter.pdf")]
    [InlineData("รหัส-๑", "รหัส-๑-letter.pdf", "entry-1c92a30e-letter.pdf")]
    public void An_attachment_is_named_by_its_entry_in_ASCII_too(string entry, string name, string ascii)
    {
        var part = Assert.IsType<MimePart>(Assert.Single(Write(row: LetterDelivery.Of(CycleId.Parse("test-2564"), EntryCode.Parse(entry)) with
        {
            Address = Row.Address,
            ClaimedAt = Row.ClaimedAt,
        }).Message.Attachments));
        Assert.Equal(name, part.FileName);
        Assert.Equal(ascii, part.ContentType.Name);
        Assert.Contains($"filename=\"{ascii}\"", part.Headers[HeaderId.ContentDisposition], StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_go_to_the_organisers_saraban_address_where_another_one_sends()
    {
        Assert.Equal("saraban@organiser.example", Write(new MailSettings { From = "award@mail.example" }).Message.ReplyTo.Mailboxes.Single().Address);
        Assert.Empty(Write(new MailSettings { From = "Saraban@organiser.example" }).Message.ReplyTo);
    }

    [Fact]
    public void It_says_that_no_person_wrote_it_so_that_no_program_answers()
    {
        Assert.Equal("auto-generated", Write().Message.Headers[HeaderId.AutoSubmitted]);
        // 'All' would keep reports of non-delivery from us too.
        Assert.Equal("OOF, AutoReply", Write().Message.Headers["X-Auto-Response-Suppress"]);
    }

    [Fact]
    public void Its_header_is_ASCII_in_encoded_words_of_at_most_75_characters()
    {
        for (var length = 1; length < 300; length++)
        {
            var subject = string.Concat(Enumerable.Range(0, length).Select(i => "ก่a ๑é"[i % 6])).TrimEnd();
            var definition = TestCycle.Definition with
            {
                Organiser = TestCycle.Definition.Organiser with { Name = subject },
                Letter = TestCycle.Definition.Letter with { Subject = subject },
            };
            var mail = LetterMail.Write(definition, Row, "เรียน", Link, [], new MailSettings { From = "award@mail.example" });
            var head = Encoding.UTF8.GetString(Bytes(mail)).Split("\n\n")[0].ReplaceLineEndings("\n");
            Assert.All(head, c => Assert.True(char.IsAscii(c)));
            Assert.All(head.Split('\n'), line => Assert.InRange(line.Length, 1, 78));
            Assert.All(EncodedWord().Matches(head), word => Assert.InRange(word.Length, 1, 75));
            var read = MimeMessage.Load(new MemoryStream(Bytes(mail)), TestContext.Current.CancellationToken);
            Assert.EndsWith(ThaiNumerals.InText(subject), read.Subject, StringComparison.Ordinal);
            Assert.Equal((subject, "award@mail.example"), (read.From.Mailboxes.Single().Name, read.From.Mailboxes.Single().Address));
            Assert.Equal(subject, read.ReplyTo.Mailboxes.Single().Name);
        }
    }

    [Fact]
    public void The_organisers_telephone_can_be_tapped_in_the_HTML() =>
        Assert.Contains($"<a href=\"{TelephoneNumber.Link(TestCycle.Definition.Organiser.Phone)}\">", Write().Message.HtmlBody!, StringComparison.Ordinal);

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
        Assert.NotEqual(Row.Id, LetterDelivery.Of(CycleId.Parse("test-2564"), EntryCode.Parse("E2")).Id);
        Assert.NotEqual(Row.Id, (Row with { Partition = "other-2564" }).Id);
        Assert.NotEqual(Row.Id, (Row with { Sending = 2 }).Id);
        Assert.NotEqual(Row.Id, LetterDelivery.Of(CycleId.Parse("test-2564"), EntryCode.Parse("E1"), round: 2).Id);
        Assert.NotEqual(Row.Id, LetterDelivery.Of(CycleId.Parse("test-2564"), EntryCode.Parse("E1"), letter: 2).Id);
    }

    private static LetterMail Write(MailSettings? settings = null, LetterDelivery? row = null) =>
        LetterMail.Write(
            TestCycle.Definition, row ?? Row, "นายกเทศมนตรีตำบลลำใหม่", Link,
            [("letter.pdf", BinaryData.FromBytes("%PDF-1.7 letter"u8.ToArray()))], settings ?? new MailSettings());

    private static byte[] Bytes(LetterMail mail)
    {
        using var file = new MemoryStream();
        mail.Message.WriteTo(file, TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    [GeneratedRegex(@"=\?[^?]+\?[BQbq]\?[^?]*\?=", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EncodedWord();
}
