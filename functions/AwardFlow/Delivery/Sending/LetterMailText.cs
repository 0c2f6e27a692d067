using System.Globalization;
using System.Net;
using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Delivery;

/// <summary>What a mail says, as text and as HTML. The HTML has no image and nothing from elsewhere, so it reads the same with images off.</summary>
/// <param name="Plain">The text, with CRLF line ends.</param>
/// <param name="Html">The same as HTML.</param>
internal sealed record LetterMailText(string Plain, string Html)
{
    public static LetterMailText OfLetter(CycleDefinition definition, string addressee, Uri receiptLink) =>
        Write(definition, addressee, Letter(definition), receiptLink);

    public static LetterMailText OfTest(CycleDefinition definition, string addressee, Uri receiptLink) => Write(
        definition,
        addressee,
        [
            "(ทดสอบ) ไปรษณีย์อิเล็กทรอนิกส์ฉบับนี้เป็นการทดสอบ ผู้จัดส่งถึงตนเองเพื่อตรวจถ้อยคำและเอกสาร ไม่มีผลเป็นหนังสือราชการ และลิงก์ยืนยันใช้ไม่ได้",
            .. Letter(definition),
        ],
        receiptLink);

    private static IReadOnlyList<string> Letter(CycleDefinition definition) =>
    [
        $"{definition.Organiser.Name} ขอส่งหนังสือ {Reference(definition)} ดังไฟล์ที่แนบมาพร้อมนี้",
        "จึงเรียนมาเพื่อโปรดลงทะเบียนรับหนังสือ และโปรดยืนยันการได้รับโดยแจ้งเลขรับ วันที่ และเวลาที่ลงรับ ตามลิงก์ของหน่วยงานท่านต่อไปนี้",
    ];

    public static LetterMailText OfReminder(CycleDefinition definition, string addressee, int reminder, Uri receiptLink) => Write(
        definition,
        addressee,
        [
            $"ตามที่ {definition.Organiser.Name} ได้ส่งหนังสือ {Reference(definition)} มายังไปรษณีย์อิเล็กทรอนิกส์กลางของหน่วยงานท่านแล้ว นั้น"
                + $" บัดนี้ ยังไม่ได้รับการยืนยันการได้รับหนังสือดังกล่าว (แจ้งเตือนครั้งที่ {ThaiNumerals.ToThai(reminder.ToString(CultureInfo.InvariantCulture))})",
            "จึงเรียนมาเพื่อขอความอนุเคราะห์ยืนยันการได้รับโดยแจ้งเลขรับ วันที่ และเวลาที่ลงรับ ตามลิงก์ของหน่วยงานท่านต่อไปนี้ ซึ่งดาวน์โหลดหนังสือได้ด้วย"
                + " หากท่านได้ยืนยันแล้ว ขออภัยมา ณ ที่นี้",
        ],
        receiptLink);

    private static string Reference(CycleDefinition definition) =>
        $"ที่ {ThaiNumerals.InText(definition.Letter.Number)} ลงวันที่ {ThaiDate.InFull(definition.Letter.Date)} เรื่อง {ThaiNumerals.InText(definition.Letter.Subject)}";

    private static LetterMailText Write(CycleDefinition definition, string addressee, IReadOnlyList<string> paragraphs, Uri receiptLink)
    {
        const string Notice = "ลิงก์นี้เป็นของหน่วยงานท่านโดยเฉพาะ โปรดอย่าส่งต่อลิงก์นอกหน่วยงาน";
        var organiser = definition.Organiser;
        var phone = ThaiNumerals.InText(organiser.Phone);
        string[] sender =
        [
            ThaiNumerals.InText(organiser.Centre), ThaiNumerals.InText(organiser.Team), $"โทร. {phone} ({organiser.Contact})", organiser.SarabanEmail,
        ];
        string[] senderHtml =
        [
            Encoded(sender[0]), Encoded(sender[1]), $"โทร. {Linked(TelephoneNumber.Link(organiser.Phone), phone)} ({Encoded(organiser.Contact)})",
            Linked($"mailto:{organiser.SarabanEmail}", organiser.SarabanEmail),
        ];
        var link = receiptLink.AbsoluteUri;
        string[] lines = [$"เรียน {addressee}", "", .. paragraphs.SelectMany(paragraph => new[] { paragraph, "" }), link, "", Notice, "", .. sender, ""];
        var html =
            $"""
            <!doctype html>
            <html lang="th">
            <head><meta charset="utf-8"><title>{Encoded(definition.Letter.Subject)}</title></head>
            <body style="font-family: Sarabun, 'TH Sarabun New', Tahoma, sans-serif; font-size: 16px; line-height: 1.6; color: #1b1b1b; background: #ffffff; max-width: 40em;">
            <p>เรียน {Encoded(addressee)}</p>
            {string.Join('\n', paragraphs.Select(paragraph => $"<p>{Encoded(paragraph)}</p>"))}
            <p><a href="{Encoded(link)}" style="color: #0b4f8a; font-weight: bold;">ยืนยันการได้รับหนังสือ</a></p>
            <p style="font-size: 14px;">หากกดลิงก์ไม่ได้ โปรดคัดลอกที่อยู่นี้ไปเปิดในเบราว์เซอร์<br><span style="word-break: break-all;">{Encoded(link)}</span><br>{Notice}</p>
            <p>{string.Join("<br>\n", senderHtml)}</p>
            </body>
            </html>

            """;
        return new LetterMailText(string.Join("\r\n", lines), html.ReplaceLineEndings("\r\n"));
    }

    private static string Linked(string? address, string text) => address is null ? Encoded(text) : $"<a href=\"{Encoded(address)}\">{Encoded(text)}</a>";

    // Thai stays as it is; only what HTML could mean is written otherwise.
    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
