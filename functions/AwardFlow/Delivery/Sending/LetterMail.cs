using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Thai;
using MimeKit;

namespace AwardFlow.Delivery;

/// <summary>The mail that carries one letter to its saraban address, or reminds its recipient of it.</summary>
/// <param name="Delivery">The ledger's row.</param>
/// <param name="Message">The message itself.</param>
public sealed record LetterMail(LetterDelivery Delivery, MimeMessage Message)
{
    /// <summary>The header that names the delivery, <see cref="LetterDelivery.Id"/>.</summary>
    public const string DeliveryHeader = "X-AwardFlow-Delivery";

    /// <summary>Exchange's header against answers that no person writes.</summary>
    public const string SuppressHeader = "X-Auto-Response-Suppress";

    /// <summary>Writes the mail that carries a letter. The same delivery gives the same message.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="delivery">The ledger's row, claimed.</param>
    /// <param name="addressee">The office that the letter is addressed to.</param>
    /// <param name="receiptLink">Where the recipient confirms the letter.</param>
    /// <param name="documents">What is attached: PDF files and their names.</param>
    /// <param name="settings">Who sends, and where everything goes instead in a rehearsal.</param>
    public static LetterMail Write(
        CycleDefinition definition, LetterDelivery delivery, string addressee, Uri receiptLink,
        IReadOnlyList<(string FileName, BinaryData Pdf)> documents, MailSettings settings)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(settings);
        var message = Envelope(definition, delivery, "", settings);
        message.Body = new Multipart(
            "mixed",
            [Body(delivery, LetterMailText.OfLetter(definition, addressee, receiptLink)), .. documents.Select(document => Attachment(delivery, document))])
        {
            Boundary = $"=_{delivery.Id}",
        };
        return new LetterMail(delivery, message);
    }

    /// <summary>Writes the mail of a test letter: as the letter's own, and marked as a test.</summary>
    /// <inheritdoc cref="Write" path="/param"/>
    public static LetterMail Test(
        CycleDefinition definition, LetterDelivery delivery, string addressee, Uri receiptLink,
        IReadOnlyList<(string FileName, BinaryData Pdf)> documents, MailSettings settings)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(settings);
        var message = Envelope(definition, delivery, "[ทดสอบ] ", settings);
        message.Body = new Multipart(
            "mixed",
            [Body(delivery, LetterMailText.OfTest(definition, addressee, receiptLink)), .. documents.Select(document => Attachment(delivery, document))])
        {
            Boundary = $"=_{delivery.Id}",
        };
        return new LetterMail(delivery, message);
    }

    /// <summary>Writes a reminder. The same delivery gives the same message.</summary>
    /// <remarks>It carries no letter: a desk that gets a letter twice may well register it twice. The link leads to it.</remarks>
    /// <param name="definition">The cycle.</param>
    /// <param name="reminder">The reminder's row, claimed.</param>
    /// <param name="addressee">The office that the letter is addressed to.</param>
    /// <param name="receiptLink">Where the recipient confirms the letter.</param>
    /// <param name="settings">Who sends, and where everything goes instead in a rehearsal.</param>
    public static LetterMail Remind(CycleDefinition definition, LetterDelivery reminder, string addressee, Uri receiptLink, MailSettings settings)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(reminder);
        ArgumentNullException.ThrowIfNull(settings);
        var message = Envelope(definition, reminder, "ขอความอนุเคราะห์ยืนยันการได้รับหนังสือ ", settings);
        // Mail programs then show it beside the letter.
        message.InReplyTo = MessageId(reminder.LetterId, Sender(definition, settings));
        message.References.Add(message.InReplyTo);
        message.Body = Body(reminder, LetterMailText.OfReminder(definition, addressee, reminder.Reminder, receiptLink));
        return new LetterMail(reminder, message);
    }

    /// <summary>Writes a mail to somebody of the office, about a cycle and not about a letter.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="delivery">Names the mail, and where it goes; it stands in no ledger.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="text">What it says.</param>
    /// <param name="settings">Who sends, and where everything goes instead in a rehearsal.</param>
    internal static LetterMail Notify(CycleDefinition definition, LetterDelivery delivery, string subject, LetterMailText text, MailSettings settings)
    {
        var message = Addressed(definition, delivery, subject, settings);
        message.Body = Body(delivery, text);
        return new LetterMail(delivery, message);
    }

    private static MimeMessage Envelope(CycleDefinition definition, LetterDelivery delivery, string prefix, MailSettings settings) => Addressed(
        definition, delivery, $"{prefix}ที่ {ThaiNumerals.InText(definition.Letter.Number)} เรื่อง {ThaiNumerals.InText(definition.Letter.Subject)}", settings);

    private static MimeMessage Addressed(CycleDefinition definition, LetterDelivery delivery, string subject, MailSettings settings)
    {
        var sender = Sender(definition, settings);
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress(definition.Organiser.Name, sender));
        if (!string.Equals(sender, definition.Organiser.SarabanEmail, StringComparison.OrdinalIgnoreCase))
        {
            // Answers belong to the organiser's desk, not to the mailbox that sends.
            message.ReplyTo.Add(new MailboxAddress(definition.Organiser.Name, definition.Organiser.SarabanEmail));
        }
        message.To.Add(MailboxAddress.Parse(settings.RedirectTo ?? delivery.Address));
        message.Subject = (settings.RedirectTo is null ? "" : $"[ถึง {delivery.Address}] ") + subject;
        message.Date = delivery.ClaimedAt!.Value;
        message.MessageId = MessageId(delivery.Id, sender);
        message.Headers.Add(DeliveryHeader, delivery.Id);
        // RFC 3834, section 5, and Exchange's own: no holiday note answers what no person wrote.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        // Not 'All': that has it send no report of non-delivery either.
        message.Headers.Add(SuppressHeader, "OOF, AutoReply");
        Fold(message.Headers, HeaderId.Subject, EncodedWords.Of(message.Subject, "Subject"));
        foreach (var (header, mailboxes) in new[] { (HeaderId.From, message.From), (HeaderId.ReplyTo, message.ReplyTo) })
        {
            if (mailboxes.Mailboxes.FirstOrDefault() is { Name: { } name } mailbox && !name.All(char.IsAscii))
            {
                Fold(message.Headers, header, $"{EncodedWords.Of(name, header.ToHeaderName())}\r\n <{mailbox.Address}>");
            }
        }
        return message;
    }

    private static string Sender(CycleDefinition definition, MailSettings settings) => settings.From ?? definition.Organiser.SarabanEmail;

    private static string MessageId(string delivery, string sender) => $"{delivery}@{sender[(sender.IndexOf('@', StringComparison.Ordinal) + 1)..]}";

    // MimeKit's own encoded words grow to 80 characters, and it writes no second file name.
    private static void Fold(HeaderList headers, HeaderId header, string value) =>
        headers[headers.IndexOf(header)].SetRawValue(Encoding.ASCII.GetBytes($" {value}\r\n"));

    // The richer one last, as RFC 2046 section 5.1.4 has it. In base64, which any relay passes on as it is: Thai is all bytes above 127.
    private static MultipartAlternative Body(LetterDelivery delivery, LetterMailText text) =>
        new(Text("plain", text.Plain), Text("html", text.Html)) { Boundary = $"=_{delivery.Id}_text" };

    private static TextPart Text(string kind, string text) => new(kind) { Text = text, ContentTransferEncoding = ContentEncoding.Base64 };

    private static MimePart Attachment(LetterDelivery delivery, (string FileName, BinaryData Pdf) document)
    {
        var name = new AttachmentName(delivery.EntryCode, document.FileName);
        var part = new MimePart("application", "pdf")
        {
            Content = new MimeContent(document.Pdf.ToStream()),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
        };
        part.ContentType.Name = name.Ascii;
        Fold(part.Headers, HeaderId.ContentDisposition, name.Disposition);
        return part;
    }
}
