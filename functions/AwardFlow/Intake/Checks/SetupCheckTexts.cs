using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>What is odd about a cycle. The member's name is the code.</summary>
internal static class SetupCheckTexts
{
    public static CodedText ClosingPassed => Of("The closing time has passed.", "เวลาปิดรับคะแนนผ่านไปแล้ว");

    public static CodedText ClosingAtWeekend => Of("The closing time is at a weekend.", "เวลาปิดรับคะแนนตรงกับวันหยุดสุดสัปดาห์");

    public static CodedText ClosingFar => Of("The closing time is more than a year ahead.", "เวลาปิดรับคะแนนอยู่ห่างจากวันนี้เกินหนึ่งปี");

    public static CodedText LetterBeforeClosing => Of("The letter's date is before the closing time.", "วันที่ในหนังสืออยู่ก่อนเวลาปิดรับคะแนน");

    public static CodedText NoApproval => Of("The letters are sent without anybody's approval.", "ระบบจะส่งหนังสือโดยไม่มีผู้อนุมัติ");

    public static CodedText JudgesUnnamed => Of(
        "The judges are not named: anybody whom a sheet names scores, and nobody can be missed.",
        "ยังไม่ได้ระบุชื่อกรรมการ ระบบจึงรับคะแนนของทุกชื่อในตาราง และไม่ทราบว่าขาดคะแนนของผู้ใด");

    public static CodedText OfTheSample => Of("This is the sample's, not your office's own.", "เป็นข้อมูลของตัวอย่าง ไม่ใช่ของหน่วยงานท่าน");

    public static CodedText NoEnclosures => Of("Nothing is named as enclosed for those who passed.", "ยังไม่ได้ระบุสิ่งที่ส่งมาด้วยสำหรับผลงานที่ผ่านเกณฑ์");

    public static CodedText NoEmblem => Of("There is no emblem: letter and certificate have none above.", "ยังไม่มีตราหน่วยงาน หนังสือและใบประกาศจะไม่มีตรา");

    public static CodedText NoSignature =>
        Of("There is no picture of the signature: room is left to sign by hand.", "ยังไม่มีภาพลายมือชื่อ ระบบเว้นที่ไว้ให้ลงนามด้วยมือ");

    public static CodedText NoEntries => Of("There are no entries yet.", "ยังไม่มีผลงาน โปรดส่งรายชื่อผลงาน");

    public static CodedText NoPhoneColumn => Of(
        "No entry has a telephone number, so those who do not confirm cannot be called.", "ไม่มีผลงานใดมีหมายเลขโทรศัพท์ จึงโทรติดตามผู้ที่ไม่ยืนยันไม่ได้");

    public static CodedText RemindersAfterEnd => Of(
        "The last reminder would go out when receipts are closed already.", "การเตือนครั้งสุดท้ายอยู่หลังวันสิ้นสุดการรับยืนยัน");

    public static CodedText Year(int year, int now) => Of(
        $"The year is {year}; this year is {now}.", $"ปีของรอบคือ {year} แต่ปีนี้คือ {now}", [(nameof(year), year), (nameof(now), now)]);

    public static CodedText ClosingAtNight(string time) =>
        Of($"The closing time is {time}, outside office hours.", $"เวลาปิดรับคะแนนคือ {time} น. ซึ่งอยู่นอกเวลาราชการ", [(nameof(time), time)]);

    public static CodedText LetterOld(int days) =>
        Of($"The letter's date is {days} days ago.", $"วันที่ในหนังสือผ่านมาแล้ว {days} วัน", [(nameof(days), days)]);

    public static CodedText Total(decimal total) => Of(
        string.Create(CultureInfo.InvariantCulture, $"The criteria make {total:0.##} points together, not 100."),
        string.Create(CultureInfo.InvariantCulture, $"คะแนนเต็มรวม {total:0.##} คะแนน ไม่ใช่ 100"),
        [(nameof(total), total)]);

    public static CodedText PassMark(decimal mark) => Of(
        string.Create(CultureInfo.InvariantCulture, $"The pass mark is {mark:0.##}: all entries pass, or almost none."),
        string.Create(CultureInfo.InvariantCulture, $"เกณฑ์ผ่านคือ {mark:0.##} ผลงานจะผ่านทั้งหมด หรือแทบไม่ผ่านเลย"),
        [(nameof(mark), mark)]);

    public static CodedText TooFewToTrim(int judges) => Of(
        $"Of {judges} judges the highest and lowest are not left out: that takes three.",
        $"มีกรรมการ {judges} ท่าน จึงตัดคะแนนสูงสุดและต่ำสุดไม่ได้ ต้องมีอย่างน้อย 3 ท่าน",
        [(nameof(judges), judges)]);

    public static CodedText JudgesWithoutEmail(int judges) => Of(
        $"{judges} judges have no e-mail address.", $"กรรมการ {judges} ท่านยังไม่มีที่อยู่ไปรษณีย์อิเล็กทรอนิกส์", [(nameof(judges), judges)]);

    public static CodedText UnknownEntries(string codes) => Of($"There are no entries {codes}.", $"ไม่มีผลงานรหัส {codes}", [(nameof(codes), codes)]);

    public static CodedText OtherYear(int named, int year) =>
        Of($"It names the year {named}, and the cycle is of {year}.", $"ระบุปี {named} แต่รอบนี้เป็นปี {year}", [(nameof(named), named), (nameof(year), year)]);

    public static CodedText YearBroughtUp(int before, int year) => Of(
        $"The year {before} was changed to {year} when the cycle was started. Check that this is right.",
        $"ระบบเปลี่ยนปี {before} เป็น {year} เมื่อเริ่มรอบ โปรดตรวจว่าถูกต้อง",
        [(nameof(before), before), (nameof(year), year)]);

    public static CodedText NoAddress(int entries, string codes) => Of(
        $"{entries} entries have no e-mail address, so their letters go by post: {codes}.",
        $"ผลงาน {entries} รายการไม่มีที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ หนังสือจึงส่งทางไปรษณีย์: {codes}",
        [(nameof(entries), entries), (nameof(codes), codes)]);

    public static CodedText NoPostalAddress(int entries, string codes) => Of(
        $"{entries} of the letters by post have no postal address; their labels would name the province alone: {codes}. Send the list of entries again with the column postal_address.",
        $"หนังสือที่ส่งทางไปรษณีย์ {entries} ฉบับไม่มีที่อยู่ทางไปรษณีย์ ใบจ่าหน้าจะมีเพียงชื่อจังหวัด: {codes} โปรดส่งรายชื่อผลงานอีกครั้งโดยมีคอลัมน์ postal_address",
        [(nameof(entries), entries), (nameof(codes), codes)]);

    public static CodedText SharedAddress(int addresses, string first) => Of(
        $"{addresses} addresses stand for more than one organisation, as {first} does.",
        $"ที่อยู่ {addresses} แห่งใช้ร่วมกันหลายหน่วยงาน เช่น {first}",
        [(nameof(addresses), addresses), (nameof(first), first)]);

    public static CodedText TitlesNameOrganisations(int entries, string codes) => Of(
        $"Judges are not to see organisations, but {entries} entries name theirs in what the work is called: {codes}. Judges read it there.",
        $"กำหนดไม่ให้กรรมการเห็นหน่วยงาน แต่ชื่อผลงาน {entries} รายการระบุชื่อหน่วยงานไว้ กรรมการจึงอ่านได้: {codes}",
        [(nameof(entries), entries), (nameof(codes), codes)]);

    public static CodedText LinksNameOrganisations(int entries, string codes) => Of(
        $"Judges are not to see organisations, but the links of {entries} entries lead to the organisation's own site or name it: {codes}.",
        $"กำหนดไม่ให้กรรมการเห็นหน่วยงาน แต่ลิงก์ของผลงาน {entries} รายการเป็นเว็บไซต์ของหน่วยงานหรือมีชื่อหน่วยงาน: {codes}",
        [(nameof(entries), entries), (nameof(codes), codes)]);

    private static CodedText Of(string english, string thai, [CallerMemberName] string code = "") =>
        new(JsonNamingPolicy.CamelCase.ConvertName(code), new BilingualText(english, thai));

    private static CodedText Of(string english, string thai, IReadOnlyList<(string Name, object? Value)> args, [CallerMemberName] string code = "") => new(
        JsonNamingPolicy.CamelCase.ConvertName(code), new BilingualText(english, thai),
        args.ToDictionary(arg => arg.Name, arg => Convert.ToString(arg.Value, CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal));
}
