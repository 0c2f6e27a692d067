using AwardFlow.Cycles;
using AwardFlow.Thai;
using MimeKit;

namespace AwardFlow.Delivery;

/// <summary>The mail that carries one letter to its saraban address.</summary>
/// <param name="Delivery">The ledger's row.</param>
/// <param name="Message">The message itself.</param>
public sealed record LetterMail(LetterDelivery Delivery, MimeMessage Message)
{
    /// <summary>Writes the mail. The same delivery gives the same message.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="delivery">The ledger's row, claimed.</param>
    /// <param name="addressee">The office that the letter is addressed to.</param>
    /// <param name="documents">What is attached: PDF files and their names.</param>
    /// <param name="settings">Who sends, and where everything goes instead in a rehearsal.</param>
    public static LetterMail Write(CycleDefinition definition, LetterDelivery delivery, string addressee, IReadOnlyList<(string FileName, BinaryData Pdf)> documents, MailSettings settings)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(settings);
        var sender = settings.From ?? definition.Organiser.SarabanEmail;
        var number = ThaiNumerals.InText(definition.Letter.Number);
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress(definition.Organiser.Name, sender));
        message.To.Add(MailboxAddress.Parse(settings.RedirectTo ?? delivery.Address));
        message.Subject = $"{(settings.RedirectTo is null ? "" : $"[ถึง {delivery.Address}] ")}ที่ {number} เรื่อง {ThaiNumerals.InText(definition.Letter.Subject)}";
        message.Date = delivery.ClaimedAt!.Value;
        message.MessageId = $"{delivery.Id}@{sender[(sender.IndexOf('@', StringComparison.Ordinal) + 1)..]}";
        message.Headers.Add("X-AwardFlow-Delivery", delivery.Id);
        var text = new TextPart("plain") { Text = Text(definition, addressee, number) };
        message.Body = new Multipart("mixed", [text, .. documents.Select(Attachment)]) { Boundary = $"=_{delivery.Id}" };
        return new LetterMail(delivery, message);
    }

    private static MimePart Attachment((string FileName, BinaryData Pdf) document) => new("application", "pdf")
    {
        Content = new MimeContent(document.Pdf.ToStream()),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        ContentTransferEncoding = ContentEncoding.Base64,
        FileName = document.FileName,
    };

    private static string Text(CycleDefinition definition, string addressee, string number)
    {
        var organiser = definition.Organiser;
        return
            $"""
            เรียน {addressee}

            {organiser.Name} ขอส่งหนังสือ ที่ {number} ลงวันที่ {ThaiDate.InFull(definition.Letter.Date)} เรื่อง {ThaiNumerals.InText(definition.Letter.Subject)} ดังไฟล์ที่แนบมาพร้อมนี้

            จึงเรียนมาเพื่อโปรดลงทะเบียนรับหนังสือ และแจ้งยืนยันการได้รับทางไปรษณีย์อิเล็กทรอนิกส์นี้

            {organiser.Centre}
            {organiser.Team}
            โทร. {ThaiNumerals.InText(organiser.Phone)} ({organiser.Contact})
            {organiser.SarabanEmail}
            """.ReplaceLineEndings("\r\n") + "\r\n";
    }
}
