using AwardFlow.Cycles;
using AwardFlow.Thai;
using MimeKit;

namespace AwardFlow.Delivery;

/// <summary>The mail that carries one letter to its saraban address, or reminds its recipient of it.</summary>
/// <param name="Delivery">The ledger's row.</param>
/// <param name="Message">The message itself.</param>
public sealed record LetterMail(LetterDelivery Delivery, MimeMessage Message)
{
    /// <summary>Writes the mail that carries a letter. The same delivery gives the same message.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="delivery">The ledger's row, claimed.</param>
    /// <param name="addressee">The office that the letter is addressed to.</param>
    /// <param name="receiptLink">Where the recipient confirms the letter.</param>
    /// <param name="documents">What is attached: PDF files and their names.</param>
    /// <param name="settings">Who sends, and where everything goes instead in a rehearsal.</param>
    public static LetterMail Write(
        CycleDefinition definition, LetterDelivery delivery, string addressee, Uri receiptLink, IReadOnlyList<(string FileName, BinaryData Pdf)> documents, MailSettings settings)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(settings);
        var message = Envelope(definition, delivery, "", settings);
        message.Body = new Multipart("mixed", [Body(delivery, LetterMailText.OfLetter(definition, addressee, receiptLink)), .. documents.Select(Attachment)])
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

    private static MimeMessage Envelope(CycleDefinition definition, LetterDelivery delivery, string prefix, MailSettings settings)
    {
        var sender = Sender(definition, settings);
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress(definition.Organiser.Name, sender));
        message.To.Add(MailboxAddress.Parse(settings.RedirectTo ?? delivery.Address));
        message.Subject = (settings.RedirectTo is null ? "" : $"[ถึง {delivery.Address}] ")
            + $"{prefix}ที่ {ThaiNumerals.InText(definition.Letter.Number)} เรื่อง {ThaiNumerals.InText(definition.Letter.Subject)}";
        message.Date = delivery.ClaimedAt!.Value;
        message.MessageId = MessageId(delivery.Id, sender);
        message.Headers.Add("X-AwardFlow-Delivery", delivery.Id);
        return message;
    }

    private static string Sender(CycleDefinition definition, MailSettings settings) => settings.From ?? definition.Organiser.SarabanEmail;

    private static string MessageId(string delivery, string sender) => $"{delivery}@{sender[(sender.IndexOf('@', StringComparison.Ordinal) + 1)..]}";

    // The richer one last, as RFC 2046 section 5.1.4 has it.
    private static MultipartAlternative Body(LetterDelivery delivery, LetterMailText text) =>
        new(new TextPart("plain") { Text = text.Plain }, new TextPart("html") { Text = text.Html }) { Boundary = $"=_{delivery.Id}_text" };

    private static MimePart Attachment((string FileName, BinaryData Pdf) document) => new("application", "pdf")
    {
        Content = new MimeContent(document.Pdf.ToStream()),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        ContentTransferEncoding = ContentEncoding.Base64,
        FileName = document.FileName,
    };
}
