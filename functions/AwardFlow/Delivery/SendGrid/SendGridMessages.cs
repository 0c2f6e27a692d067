using MimeKit;
using SendGrid.Helpers.Mail;

namespace AwardFlow.Delivery;

/// <summary>Writes mails as SendGrid's API takes them.</summary>
internal static class SendGridMessages
{
    public const string CycleArgument = "cycle";
    public const string EntryArgument = "entry";
    public const string DeliveryArgument = "delivery";

    public static SendGridMessage Of(LetterMail mail, bool sandbox)
    {
        var message = new SendGridMessage
        {
            From = Address(mail.Message.From.Mailboxes.Single()),
            Subject = mail.Message.Subject,
            PlainTextContent = mail.Message.TextBody,
            HtmlContent = mail.Message.HtmlBody,
            MailSettings = sandbox ? new SendGrid.Helpers.Mail.MailSettings { SandboxMode = new SandboxMode { Enable = true } } : null,
        };
        message.AddTo(Address(mail.Message.To.Mailboxes.Single()));
        if (mail.Message.ReplyTo.Mailboxes.SingleOrDefault() is { } replyTo)
        {
            message.ReplyTo = Address(replyTo);
        }
        foreach (var header in mail.Message.Headers.Where(header => header.Id == HeaderId.AutoSubmitted || header.Field == LetterMail.SuppressHeader))
        {
            message.AddHeader(header.Field, header.Value);
        }
        message.AddHeader("Message-ID", $"<{mail.Message.MessageId}>");
        if (mail.Message.InReplyTo is { } letter)
        {
            message.AddHeader("In-Reply-To", $"<{letter}>");
            message.AddHeader("References", $"<{letter}>");
        }
        // Tracking would put a picture from elsewhere into the mail, and send the recipient's own link by way of others.
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false);
        message.AddCategories(["awardflow", mail.Delivery.Cycle.Text]);
        // These travel to every event that SendGrid reports about the mail.
        message.AddCustomArg(CycleArgument, mail.Delivery.Cycle.Text);
        message.AddCustomArg(EntryArgument, mail.Delivery.EntryCode.Text);
        message.AddCustomArg(DeliveryArgument, mail.Delivery.Id);
        foreach (var attachment in mail.Message.Attachments.OfType<MimePart>())
        {
            using var content = new MemoryStream();
            attachment.Content!.DecodeTo(content);
            message.AddAttachment(attachment.FileName, Convert.ToBase64String(content.GetBuffer(), 0, (int)content.Length), attachment.ContentType.MimeType);
        }
        return message;
    }

    private static EmailAddress Address(MailboxAddress mailbox) => new(mailbox.Address, mailbox.Name);
}
