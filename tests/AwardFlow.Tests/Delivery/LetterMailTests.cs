using AwardFlow.Delivery;
using AwardFlow.Testing;
using MimeKit;

namespace AwardFlow.Tests.Delivery;

public class LetterMailTests
{
    private static readonly LetterDelivery Row = new()
    {
        PartitionKey = "test-2564",
        RowKey = LetterDelivery.Key("E1"),
        Address = "saraban@entrant.example",
        ClaimedAt = new DateTimeOffset(2021, 10, 16, 9, 0, 0, TimeSpan.FromHours(7)),
    };

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
        Assert.NotEqual(Row.Id, (Row with { RowKey = LetterDelivery.Key("E2") }).Id);
        Assert.NotEqual(Row.Id, (Row with { PartitionKey = "other-2564" }).Id);
        Assert.NotEqual(Row.Id, (Row with { Sending = 2 }).Id);
    }

    private static LetterMail Write(MailSettings? settings = null) =>
        LetterMail.Write(TestCycle.Definition, Row, "นายกเทศมนตรีตำบลลำใหม่", [("letter.pdf", BinaryData.FromBytes("%PDF-1.7 letter"u8.ToArray()))], settings ?? new MailSettings());

    private static byte[] Bytes(LetterMail mail)
    {
        using var file = new MemoryStream();
        mail.Message.WriteTo(file, TestContext.Current.CancellationToken);
        return file.ToArray();
    }
}
