using System.Globalization;
using System.Net;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Thai;

namespace AwardFlow.Notices;

/// <summary>What notices say: in Thai, and below in English.</summary>
internal static class NoticeTexts
{
    /// <summary>The subject.</summary>
    public static string Subject(NoticeKind kind, CycleDefinition definition) => kind switch
    {
        NoticeKind.Approval => $"รอท่านอนุมัติหนังสือ: {definition.Title}",
        NoticeKind.Scores => $"ขาดคะแนนเมื่อถึงเวลาปิดรับ: {definition.Title}",
        NoticeKind.SentBack => $"ส่งกลับให้แก้ไข: {definition.Title}",
        NoticeKind.Correction => $"รอท่านอนุมัติหนังสือแก้ไข: {definition.Title}",
        NoticeKind.CorrectionSentBack => $"ส่งหนังสือแก้ไขกลับ: {definition.Title}",
        NoticeKind.JudgeLink => $"ขอเชิญให้คะแนนผลงาน: {definition.Title}",
        NoticeKind.JudgeReminder => $"ขอเตือนการให้คะแนนผลงาน: {definition.Title}",
        NoticeKind.JudgeQuestion => $"ขอให้ทบทวนคะแนนผลงาน: {definition.Title}",
        _ => $"หนังสือส่งไม่ถึงผู้รับ: {definition.Title}",
    };

    /// <summary>The mail's text.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="cycle">The cycle as it stands.</param>
    /// <param name="definition">Its definition.</param>
    /// <param name="link">Where it is dealt with; null for no link.</param>
    public static LetterMailText Of(Notice notice, Cycle cycle, CycleDefinition definition, Uri? link)
    {
        var said = Said(notice, cycle, definition.Title);
        var (englishWhy, thaiWhy) = notice.Judge is null
            ? (
                "AwardFlow sends this by itself, once for this matter. Please do not answer it.",
                "ระบบ AwardFlow ส่งข้อความนี้โดยอัตโนมัติครั้งเดียวสำหรับเรื่องนี้ โปรดอย่าตอบกลับ")
            : (
                "The link is yours alone: whoever has it scores in your name. Please do not pass it on. No account is needed.",
                "ลิงก์นี้เป็นของท่านโดยเฉพาะ ผู้ที่มีลิงก์สามารถให้คะแนนในนามของท่านได้ โปรดอย่าส่งต่อ และไม่ต้องมีบัญชีผู้ใช้");
        var (englishOpen, thaiOpen) = notice.Judge is null ? ("Open the cycle", "เปิดหน้ารอบ") : ("Open your page", "เปิดหน้าให้คะแนน");
        string[] lines = link is null
            ? [said.Thai, "", thaiWhy, "", said.English, "", englishWhy, ""]
            : [said.Thai, "", link.AbsoluteUri, "", thaiWhy, "", said.English, "", link.AbsoluteUri, "", englishWhy, ""];
        var html =
            $"""
            <!doctype html>
            <html lang="th">
            <head><meta charset="utf-8"><title>{Encoded(Subject(notice.Kind, definition))}</title></head>
            <body style="font-family: Sarabun, 'TH Sarabun New', Tahoma, sans-serif; font-size: 16px; line-height: 1.6; color: #1b1b1b; background: #ffffff; max-width: 40em;">
            <p>{Encoded(said.Thai)}</p>
            {Linked(link, thaiOpen)}
            <p style="font-size: 14px;">{thaiWhy}</p>
            <div lang="en"><p>{Encoded(said.English)}</p>
            {Linked(link, englishOpen)}
            <p style="font-size: 14px;">{englishWhy}</p></div>
            </body>
            </html>

            """;
        return new LetterMailText(string.Join("\r\n", lines), html.ReplaceLineEndings("\r\n"));
    }

    private static BilingualText Said(Notice notice, Cycle cycle, string title) => notice.Kind switch
    {
        NoticeKind.Approval => new(
            $"The letters of the cycle “{title}” are made ({Count(cycle.Letters)}) and await your approval. Look at results and letters, then release them or send them back.",
            $"หนังสือของรอบ “{title}” จัดทำเสร็จแล้ว จำนวน {Count(cycle.Letters)} ฉบับ และรอท่านพิจารณาอนุมัติ โปรดตรวจผลคะแนนและหนังสือ แล้วอนุมัติหรือส่งกลับให้แก้ไข"),
        NoticeKind.Scores when cycle.Entries == 0 => new(
            $"The closing time of the cycle “{title}” has come, and there are no entries. Upload them, or move the closing time.",
            $"ถึงเวลาปิดรับของรอบ “{title}” แล้ว แต่ยังไม่มีรายชื่อผลงาน โปรดส่งรายชื่อผลงาน หรือเปลี่ยนเวลาปิดรับ"),
        NoticeKind.Scores => new(
            $"The closing time of the cycle “{title}” has come, and {Count(cycle.Missing)} scores are missing (an entry and a judge each). Upload them, move the closing time, or close with the scores there are.",
            $"ถึงเวลาปิดรับของรอบ “{title}” แล้ว แต่ยังขาดคะแนน {Count(cycle.Missing)} รายการ (ผลงาน–กรรมการ) โปรดส่งคะแนนที่ขาด เปลี่ยนเวลาปิดรับ หรือปิดรับโดยใช้คะแนนเท่าที่มี"),
        NoticeKind.Bounces => new(
            $"{Count(notice.Letters)} letters of the cycle “{title}” have come back or were refused. Correct their addresses and send them again, or telephone.",
            $"หนังสือของรอบ “{title}” ถูกตีกลับหรือปลายทางไม่รับ รวม {Count(notice.Letters)} ฉบับ โปรดแก้ที่อยู่แล้วส่งอีกครั้ง หรือติดตามทางโทรศัพท์"),
        NoticeKind.Correction => new(
            $"Correction {notice.Correction} of letters of the cycle “{title}” is made ({Count(notice.Letters)}) and awaits your approval. Look at its letters, then release them or send it back.",
            $"หนังสือแก้ไขครั้งที่ {notice.Correction} ของรอบ “{title}” จัดทำเสร็จแล้ว จำนวน {Count(notice.Letters)} ฉบับ และรอท่านพิจารณาอนุมัติ โปรดตรวจหนังสือ แล้วอนุมัติหรือส่งกลับ"),
        NoticeKind.CorrectionSentBack => new(
            $"An approver sent correction {notice.Correction} of letters of the cycle “{title}” back; the reason stands on its page. Nothing of it goes out. Make another one in its place.",
            $"ผู้อนุมัติส่งหนังสือแก้ไขครั้งที่ {notice.Correction} ของรอบ “{title}” กลับ โดยให้เหตุผลไว้ในหน้าหนังสือแก้ไขนั้น และจะไม่มีการส่งหนังสือดังกล่าว โปรดจัดทำหนังสือแก้ไขฉบับใหม่แทน"),
        NoticeKind.JudgeLink => new(
            $"{notice.Judge}: you are asked to score the entries of the cycle “{title}” on your own page{Until(cycle).English}",
            $"เรียน {notice.Judge} ขอเชิญท่านให้คะแนนผลงานของรอบ “{title}” ในหน้าของท่าน{Until(cycle).Thai}"),
        NoticeKind.JudgeReminder => new(
            $"{notice.Judge}: entries of the cycle “{title}” still await your scores. Please score all that is asked of you, and submit{Until(cycle).English}",
            $"เรียน {notice.Judge} ขณะนี้ยังมีผลงานของรอบ “{title}” ที่รอคะแนนจากท่าน โปรดให้คะแนนให้ครบและกดส่ง{Until(cycle).Thai}"),
        NoticeKind.JudgeQuestion => new(
            $"{notice.Judge}: the committee asks you to look again at entry {notice.EntryCode} of the cycle “{title}”. The question stands on your page. No score was changed; please submit again afterwards{Until(cycle).English}",
            $"เรียน {notice.Judge} คณะกรรมการขอให้ท่านทบทวนผลงาน {notice.EntryCode} ของรอบ “{title}” คำถามอยู่ในหน้าของท่าน ระบบไม่ได้เปลี่ยนคะแนนใด โปรดกดส่งอีกครั้งเมื่อทบทวนแล้ว{Until(cycle).Thai}"),
        _ => new(
            $"{cycle.SentBack?.By} sent the cycle “{title}” back, and gave this reason: {cycle.SentBack?.Reason} Mend it, then close it again: no closing time stands until you set one.",
            $"{cycle.SentBack?.By} ส่งรอบ “{title}” กลับให้แก้ไข โดยให้เหตุผลว่า {cycle.SentBack?.Reason} โปรดแก้ไขแล้วปิดรับอีกครั้ง ขณะนี้ยังไม่มีกำหนดเวลาปิดรับจนกว่าท่านจะกำหนดใหม่"),
    };

    private static BilingualText Until(Cycle cycle)
    {
        // A time that has passed is no time to do it by.
        if (cycle.ClosesByHand || cycle.State == CycleState.NeedsAttention)
        {
            return new(".", "");
        }
        var at = cycle.ClosesAt.ToOffset(TimeSpan.FromHours(7));
        return new(
            string.Create(CultureInfo.InvariantCulture, $", by {at:d MMMM yyyy, HH:mm} (Thai time)."),
            $" ภายในวันที่ {ThaiDate.InFull(DateOnly.FromDateTime(at.DateTime))} เวลา {at.ToString("HH.mm", CultureInfo.InvariantCulture)} น.");
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Linked(Uri? link, string words) =>
        link is null
            ? ""
            : $"<p><a href=\"{Encoded(link.AbsoluteUri)}\" style=\"color: #0b4f8a; font-weight: bold;\">{words}</a><br><span style=\"font-size: 14px; word-break: break-all;\">{Encoded(link.AbsoluteUri)}</span></p>";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
