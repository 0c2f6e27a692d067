using AwardFlow.Cycles;
using AwardFlow.Thai;
using Microsoft.AspNetCore.Http;

namespace AwardFlow.Web.Answers;

/// <summary>Why a request is refused, whatever it is about.</summary>
internal static class RequestTexts
{
    public static BilingualText BreaksRules => new("The request breaks the rules of a cycle.", "คำขอไม่เป็นไปตามข้อกำหนดของรอบ");

    public static BilingualText GivenAs(string example) => new($"must be given as {example}", $"ต้องส่งในรูปแบบ {example}");

    public static BilingualText NoId => new("must be 3 to 40 of a-z, 0-9 and '-'.", "ต้องเป็นอักษร a-z ตัวเลข 0-9 หรือ “-” รวม 3 ถึง 40 ตัว");

    public static BilingualText OtherId(string written, string addressed) => new(
        $"is '{written}', but the address names '{addressed}'.", $"เป็น “{written}” แต่ที่อยู่ (URL) ระบุ “{addressed}” โปรดใช้รหัสเดียวกัน");

    public static BilingualText JsonWanted(string? contentType) => new(
        $"The body must be application/json; this one came as '{contentType}'.", $"ต้องส่งข้อมูลเป็น application/json แต่ส่งมาเป็น “{contentType}”");

    public static BilingualText PictureWanted(string? contentType) => new(
        $"Pictures are taken as image/png or image/svg+xml; this one came as '{contentType}'.",
        $"รับภาพเป็น image/png หรือ image/svg+xml แต่ส่งมาเป็น “{contentType}”");

    public static BilingualText BrokenForm => new(
        "The multipart body cannot be read; it is cut off or not of this form.",
        "อ่านแบบฟอร์มที่ส่งมาไม่ได้ ข้อมูลอาจขาดหายระหว่างส่ง โปรดเลือกไฟล์แล้วส่งใหม่อีกครั้ง");

    public static BilingualText Broken(string why) => new(why, $"คำขอไม่สมบูรณ์หรือมีค่าที่อ่านไม่ได้ โปรดตรวจสอบแล้วส่งใหม่ ({why})");

    public static BilingualText NoEntry(CycleId cycle, EntryCode entry) => new(
        $"The cycle '{cycle}' has no entry '{entry}'.", $"รอบ “{cycle}” ไม่มีผลงาน “{entry}”");

    public static BilingualText NoManifestTitle => new("There is no manifest.", "ไม่มีรายการที่รออนุมัติ");

    public static BilingualText NoManifest(CycleId cycle) => new(
        $"The cycle '{cycle}' has no such manifest: its letters are not rendered, need no approval, or were closed by an earlier version.",
        $"รอบ “{cycle}” ไม่มีรายการดังกล่าว เพราะยังจัดทำหนังสือไม่ครบ ไม่ต้องอนุมัติ หรือปิดโดยระบบรุ่นก่อน");

    public static BilingualText AlteredTitle => new("The document is not what was rendered.", "เอกสารไม่ตรงกับที่จัดทำไว้");

    public static BilingualText Altered(EntryCode entry) => new(
        $"The document of entry '{entry}' is missing or was altered in storage, and cannot be rendered again as it was. It is not shown, and not sent.",
        $"เอกสารของผลงาน “{entry}” สูญหายหรือถูกแก้ไขในที่จัดเก็บ และจัดทำใหม่ให้ตรงกับฉบับเดิมไม่ได้ ระบบจึงไม่แสดงและไม่ส่งเอกสารนี้");

    public static BilingualText NoLetterTitle => new("There is no letter.", "ไม่มีหนังสือ");

    public static BilingualText NoAverage(EntryCode entry) => new(
        $"Entry '{entry}' has no average and so no letter.", $"ผลงาน “{entry}” ไม่มีคะแนนเฉลี่ย จึงไม่มีหนังสือ");

    public static BilingualText NotRendered(EntryCode entry) => new(
        $"The letter of entry '{entry}' is not rendered yet.", $"ระบบยังไม่ได้จัดทำหนังสือของผลงาน “{entry}” โปรดรอสักครู่");

    /// <summary>What a status says that is answered without more words; null for one that is not.</summary>
    public static BilingualText? Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new(
            "Sign in first, or send an API key in the header X-Api-Key.", "โปรดเข้าใช้งานก่อน หรือส่งรหัสเข้าใช้งานในส่วนหัว X-Api-Key"),
        StatusCodes.Status403Forbidden => new(
            "You may not do this: ask somebody whose key or role allows it.", "ท่านไม่มีสิทธิ์ทำรายการนี้ โปรดให้ผู้ที่มีสิทธิ์เป็นผู้ทำ"),
        StatusCodes.Status404NotFound => new("There is nothing at this address.", "ไม่พบสิ่งใดที่ที่อยู่นี้"),
        StatusCodes.Status405MethodNotAllowed => new("This address does not take this method.", "ที่อยู่นี้ไม่รับคำขอแบบนี้"),
        StatusCodes.Status415UnsupportedMediaType => new(
            "This address does not take a body of this kind. Say with the header Content-Type what it is: application/json, or image/png or image/svg+xml for a picture.",
            "ที่อยู่นี้ไม่รับข้อมูลชนิดนี้ โปรดระบุชนิดในส่วนหัว Content-Type เป็น application/json หรือหากเป็นภาพ image/png หรือ image/svg+xml"),
        StatusCodes.Status429TooManyRequests => new(
            "Too many wrong keys came from your address. Wait a few seconds, then try again with the right one.",
            "มีการใช้รหัสเข้าใช้งานที่ไม่ถูกต้องจากเครือข่ายของท่านหลายครั้ง โปรดรอสักครู่ แล้วลองใหม่ด้วยรหัสที่ถูกต้อง"),
        StatusCodes.Status500InternalServerError => new(
            "Something went wrong here. Try again; if it stays, tell whoever looks after AwardFlow.",
            "ระบบขัดข้อง โปรดลองใหม่ หากยังไม่หาย โปรดแจ้งผู้ดูแลระบบ AwardFlow"),
        StatusCodes.Status503ServiceUnavailable => new(
            "The list of people who may use AwardFlow cannot be read, so nobody of it is let in. Tell whoever looks after the machine: the server's log says why.",
            "ระบบอ่านบัญชีรายชื่อผู้มีสิทธิ์เข้าใช้งานไม่ได้ จึงยังไม่อนุญาตให้ผู้ใดในบัญชีนั้นเข้าใช้งาน โปรดแจ้งผู้ดูแลระบบ สาเหตุอยู่ในบันทึกของระบบ"),
        _ => null,
    };
}
