using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>What is wrong with a member of a cycle definition, and what would be right. The member's path stands before it.</summary>
internal static class DefinitionTexts
{
    public static CodedText Id => Of("must be 3 to 40 of a-z, 0-9 and '-'.", "ต้องเป็นอักษร a-z ตัวเลข 0-9 หรือ “-” รวม 3 ถึง 40 ตัว");

    public static CodedText JudgeMissing => Of(
        "needs at least one judge; leave it out where anybody may score.", "ต้องมีกรรมการอย่างน้อยหนึ่งคน หากไม่จำกัดผู้ให้คะแนน โปรดตัดรายการนี้ออก");

    public static CodedText TooManyJudges => Of("has more than 1000 judges.", "มีกรรมการเกิน 1000 คน");

    public static CodedText JudgeTwice => Of("has two judges with one name.", "มีกรรมการชื่อซ้ำกัน โปรดใช้ชื่อที่ต่างกัน");

    public static CodedText FormerNameTwice => Of("has a former name that is another's, or stands twice.", "มีชื่อเดิมซ้ำกับกรรมการท่านอื่น หรือระบุซ้ำ");

    public static CodedText FormerNames(int most) =>
        Of($"holds up to {most} names that the judge had in this cycle before.", $"ระบุชื่อเดิมของกรรมการในรอบนี้ได้ไม่เกิน {most} ชื่อ");

    public static CodedText StepMissesMaximum => Of(
        "must divide every criterion's maximum, so that the full score can be given.", "ต้องหารคะแนนเต็มของทุกเกณฑ์ลงตัว เพื่อให้กรรมการให้คะแนนเต็มได้");

    public static CodedText Approvals(int most) =>
        Of($"names 1 to {most} positions, in the order in which they approve.", $"ระบุตำแหน่งผู้อนุมัติ 1 ถึง {most} ตำแหน่ง ตามลำดับการอนุมัติ");

    public static CodedText ApprovalTwice => Of("names one position twice.", "ระบุตำแหน่งผู้อนุมัติซ้ำกัน");

    public static CodedText EntryCode => Of("must be the code of an entry.", "ต้องเป็นรหัสผลงาน");

    public static CodedText CategoryMissing => Of("needs at least one category.", "ต้องมีหมวดอย่างน้อยหนึ่งหมวด");

    public static CodedText CategoryTwice => Of("has two categories with one code.", "มีหมวดรหัสซ้ำกัน โปรดใช้รหัสที่ต่างกัน");

    public static CodedText CriterionMissing => Of("needs at least one criterion.", "ต้องมีเกณฑ์อย่างน้อยหนึ่งเกณฑ์");

    public static CodedText CriterionTwice => Of("has two criteria with one code.", "มีเกณฑ์รหัสซ้ำกัน โปรดใช้รหัสที่ต่างกัน");

    public static CodedText ReservedCode => Of(
        "is the name of another column of a score sheet.", "ตรงกับชื่อคอลัมน์อื่นของตารางคะแนน โปรดใช้รหัสอื่น");

    public static CodedText Address => Of("must be a single e-mail address.", "ต้องเป็นที่อยู่ไปรษณีย์อิเล็กทรอนิกส์แห่งเดียว");

    public static CodedText LineMissing => Of("needs at least one line.", "ต้องมีอย่างน้อยหนึ่งบรรทัด");

    public static CodedText ParagraphMissing => Of("needs at least one paragraph.", "ต้องมีอย่างน้อยหนึ่งย่อหน้า");

    public static CodedText Blank => Of("must not be blank.", "ต้องไม่เว้นว่าง");

    public static CodedText ControlCharacters => Of("must not hold control characters.", "ต้องไม่มีอักขระควบคุม");

    public static CodedText NoRunningNumber => Of(
        "must hold the placeholder {number}, whose first value firstNumber is.",
        "ต้องมีตัวแทนข้อความ {number} สำหรับเลขที่เรียงลำดับ ซึ่งเริ่มจาก firstNumber");

    public static CodedText FirstNumberMissing => Of(
        "must be given where the number holds {number}: what the first letter has.", "ต้องระบุเลขของหนังสือฉบับแรก เพราะเลขที่หนังสือมีตัวแทนข้อความ {number}");

    public static CodedText TooManyItems(int most) => Of($"has more than {most} items.", $"มีเกิน {most} รายการ", [(nameof(most), most)]);

    /// <summary>A text that would make the certificate too small to read.</summary>
    public static CodedText LongOnCertificate(int characters, int lines) => Of(
        $"is too long for a certificate of one page: with what its placeholders stand for at most {characters} characters in {lines} lines.",
        $"ยาวเกินไปสำหรับใบประกาศหนึ่งหน้า เมื่อแทนตัวแทนข้อความแล้วต้องไม่เกิน {characters} ตัวอักษร และไม่เกิน {lines} บรรทัด",
        [(nameof(characters), characters), (nameof(lines), lines)]);

    public static CodedText TooManyWords(int most) => Of($"has more than {most} words.", $"มีคำเกิน {most} คำ", [(nameof(most), most)]);

    public static CodedText Word(int longest) =>
        Of($"must hold words of 2 to {longest} characters.", $"แต่ละคำต้องมี 2 ถึง {longest} ตัวอักษร", [(nameof(longest), longest)]);

    public static CodedText Null => Of("must not be null; leave it out, or give it a value.", "ต้องไม่เป็น null โปรดตัดออก หรือระบุค่า");

    public static CodedText NoDefinition => Of("is null; a cycle definition is needed.", "เป็น null โปรดส่งข้อกำหนดของรอบ");

    public static CodedText Missing => Of("is missing; a cycle definition needs it.", "ยังไม่ได้ระบุ ข้อกำหนดของรอบต้องมีรายการนี้");

    public static CodedText Unknown => Of(
        "is not known here; mind its spelling, and capital and small letters.", "ไม่ใช่รายการที่รู้จัก โปรดตรวจการสะกด และตัวพิมพ์ใหญ่หรือเล็ก");

    public static CodedText Short(int longest) => Of(
        $"must be 1 to {longest} characters without spaces around them.",
        $"ต้องมี 1 ถึง {longest} ตัวอักษร และไม่มีช่องว่างหัวท้าย",
        [(nameof(longest), longest)]);

    public static CodedText Longer(int longest) =>
        Of($"must have at most {longest} characters.", $"ต้องไม่เกิน {longest} ตัวอักษร", [(nameof(longest), longest)]);

    public static CodedText NotInFont(string missing) => Of(
        $"holds characters that the letters' font lacks: {missing}.",
        $"มีอักขระที่แบบอักษรของหนังสือไม่มี: {missing} โปรดแก้ไขหรือลบออก",
        [(nameof(missing), missing)]);

    public static CodedText Year(int year) => Of(
        $"must be a year of the Buddhist Era, 2500 to 2700; it is {year}.", $"ต้องเป็นปี พ.ศ. 2500 ถึง 2700 แต่ระบุไว้ {year}", [(nameof(year), year)]);

    public static CodedText PassMark(decimal mark) => Of(
        string.Create(CultureInfo.InvariantCulture, $"must be from 0 to the sum of the criteria's maxima; it is {mark}."),
        string.Create(CultureInfo.InvariantCulture, $"ต้องอยู่ระหว่าง 0 ถึงผลรวมคะแนนเต็มของทุกเกณฑ์ แต่ระบุไว้ {mark}"), [(nameof(mark), mark)]);

    public static CodedText PassMarkDecimals(decimal mark) => Of(
        string.Create(CultureInfo.InvariantCulture, $"may have two decimals, as averages have; it is {mark}."),
        string.Create(CultureInfo.InvariantCulture, $"มีทศนิยมได้สองตำแหน่งเช่นเดียวกับค่าเฉลี่ย แต่ระบุไว้ {mark}"), [(nameof(mark), mark)]);

    public static CodedText LetterDate(DateOnly date) => Of(
        string.Create(
            CultureInfo.InvariantCulture,
            $"must be a date of the Christian Era, 1957 to 2157; it is {date:yyyy-MM-dd}. The letter itself says the Buddhist Era."),
        string.Create(CultureInfo.InvariantCulture, $"ต้องเป็นวันที่ใน ค.ศ. 1957 ถึง 2157 แต่ระบุไว้ {date:yyyy-MM-dd} หนังสือจะแสดงเป็น พ.ศ. เอง"),
        [(nameof(date), date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]);

    public static CodedText MoreThanJudges(int? least) => Of(
        $"must be at most the number of judges; it is {least}.", $"ต้องไม่เกินจำนวนกรรมการ แต่ระบุไว้ {least}", [(nameof(least), least)]);

    /// <summary>A number outside its limits.</summary>
    public static CodedText Between(decimal least, decimal most, decimal? number) => Of(
        string.Create(CultureInfo.InvariantCulture, $"must be from {least} to {most}; it is {number}."),
        string.Create(CultureInfo.InvariantCulture, $"ต้องอยู่ระหว่าง {least} ถึง {most} แต่ระบุไว้ {number}"),
        [(nameof(least), least), (nameof(most), most), (nameof(number), number)]);

    /// <summary>A number of days outside its limits.</summary>
    public static CodedText Days(int least, int most, int days) => Of(
        $"must be from {least} to {most} days; it is {days}.",
        $"ต้องอยู่ระหว่าง {least} ถึง {most} วัน แต่ระบุไว้ {days}",
        [(nameof(least), least), (nameof(most), most), (nameof(days), days)]);

    public static CodedText TooEarlyPlaceholder(string name) => Of(
        $"has the placeholder {{{name}}}, which cannot stand here: it is known only once the entry is scored.",
        $"มีตัวแทนข้อความ {{{name}}} ซึ่งใช้ตรงนี้ไม่ได้ เพราะทราบค่าเมื่อให้คะแนนผลงานแล้วเท่านั้น", [(nameof(name), name)]);

    public static CodedText UnknownPlaceholder(string name, string known) => Of(
        $"has the unknown placeholder {{{name}}}; known are {known}. Write {{{{ for a brace.",
        $"มีตัวแทนข้อความที่ไม่รู้จัก {{{name}}} ที่ใช้ได้คือ {known} หากต้องการวงเล็บปีกกาให้เขียน {{{{", [(nameof(name), name), (nameof(known), known)]);

    public static CodedText UnclosedPlaceholder(string near) => Of(
        $"has a placeholder that is not closed: '{near}'. Write {{{{ for a brace.",
        $"มีตัวแทนข้อความที่ไม่มีวงเล็บปิด: “{near}” หากต้องการวงเล็บปีกกาให้เขียน {{{{", [(nameof(near), near)]);

    public static CodedText BraceClosesNothing(string near) => Of(
        $"has a '}}' that closes nothing: '{near}'. Write }}}} for a brace.",
        $"มี “}}” ที่ไม่มีวงเล็บเปิด: “{near}” หากต้องการวงเล็บปีกกาให้เขียน }}}}", [(nameof(near), near)]);

    public static BilingualText JustCreated(CycleId cycle) => new(
        $"The cycle '{cycle}' was just created by somebody else. Look at it before changing it.",
        $"มีผู้อื่นเพิ่งสร้างรอบ “{cycle}” โปรดตรวจดูก่อนแก้ไข");

    public static BilingualText BeingErased(CycleId cycle) => new(
        $"An earlier cycle '{cycle}' is being erased. Choose another id, or try again in an hour.",
        $"ระบบกำลังลบข้อมูลของรอบ “{cycle}” เดิม โปรดใช้รหัสอื่น หรือลองใหม่อีกครั้งในหนึ่งชั่วโมง");

    // The member's name is the code: one word for one thing.
    private static CodedText Of(string english, string thai, [CallerMemberName] string code = "") =>
        new(JsonNamingPolicy.CamelCase.ConvertName(code), new(english, thai));

    private static CodedText Of(string english, string thai, IReadOnlyList<(string Name, object? Value)> args, [CallerMemberName] string code = "") => new(
        JsonNamingPolicy.CamelCase.ConvertName(code), new(english, thai),
        args.ToDictionary(arg => arg.Name, arg => Convert.ToString(arg.Value, CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal));
}
