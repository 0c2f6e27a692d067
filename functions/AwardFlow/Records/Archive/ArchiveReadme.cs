using AwardFlow.Cycles;

namespace AwardFlow.Records.Archive;

/// <summary>The text in an archive that says what is what.</summary>
internal static class ArchiveReadme
{
    /// <summary>The text of an export of rows.</summary>
    public static string OfRows(Cycle cycle) =>
        $"""
        ข้อมูลดิบ (แถวในตาราง) ของรอบ {cycle.Id} ส่งออกโดยระบบตามเวลา ไม่มีไฟล์หนังสือและไฟล์ที่รับไว้ ใช้คำสั่ง restore กับพื้นที่จัดเก็บที่ยังมีไฟล์เหล่านั้น
        The rows of the cycle {cycle.Id}, exported by the timer, without its files. The command restore brings them back where the files still are.

        """;

    /// <summary>The text, in Thai and English.</summary>
    public static string Of(Cycle cycle, CycleDefinition? definition) =>
        $"""
        เอกสารจดหมายเหตุของรอบ {cycle.Id}{(definition is null ? "" : $" {definition.Title}")}

        แฟ้มนี้เก็บข้อมูลของรอบไว้ในรูปแบบ BagIt (RFC 8493) ทุกไฟล์มีค่า SHA-256 อยู่ใน manifest-sha256.txt
        ตรวจสอบได้โดยไม่ต้องใช้ฐานข้อมูลของระบบ ด้วยคำสั่ง verify ของ AwardFlow หรือ sha256sum -c manifest-sha256.txt

        definition.json      ข้อกำหนดของรอบ ฉบับที่ใช้จริง (ฉบับก่อนหน้าอยู่ใน uploads ตามรายการใน definitions.csv)
        cycle.json           สถานะของรอบ
        uploads.csv          รายการไฟล์ที่รับไว้ ใครส่ง เมื่อใด (ตัวไฟล์อยู่ในโฟลเดอร์ uploads)
        results.csv          ผลคะแนนเฉลี่ย ลำดับ และผลการพิจารณา (คะแนนรายกรรมการที่ตรึงไว้อยู่ใน results/scores-….csv)
        letters/             หนังสือ เกียรติบัตร และใบคะแนนของแต่ละผลงาน (rounds/ คือรอบการจัดทำก่อนหน้า)
        mails/               ไปรษณีย์อิเล็กทรอนิกส์ที่ส่ง จัดทำขึ้นใหม่จากข้อมูลเดิม โดยตัดลิงก์สำหรับแจ้งรับหนังสือออก
                             (mails.csv ระบุผลของแต่ละฉบับ ไฟล์ชื่อ held-… คือฉบับที่ระงับไว้ก่อนส่ง)
        postings.csv         การส่งทางไปรษณีย์    corrections.csv  หนังสือแก้ไข
        deliveries.csv       ทะเบียนการส่ง    journals.csv  ประวัติการส่งทุกขั้นตอน    receipts.csv  การลงรับของผู้รับ
        trail.csv            บันทึกการดำเนินการ (trail.jsonl คือข้อความตามที่เก็บและคำนวณค่าแฮช)
        storage/rows.jsonl   ข้อมูลดิบสำหรับกู้คืนด้วยคำสั่ง restore

        คะแนนที่กรรมการพิมพ์ไว้แต่ยังไม่ยืนยันส่งไม่อยู่ในแฟ้มนี้
        กุญแจและลิงก์ลับของระบบไม่อยู่ในแฟ้มนี้ ไฟล์ที่ระบบไม่รับและรอลบก็ไม่อยู่ในแฟ้มนี้
        แฟ้มนี้มีข้อมูลส่วนบุคคล (ชื่อ หมายเลขโทรศัพท์ ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ คะแนน) โปรดเก็บรักษาตามระเบียบ


        Archive of the cycle {cycle.Id}

        This is the cycle, but for what is named below, as a bag (BagIt, RFC 8493): manifest-sha256.txt has the SHA-256 of every file. It is proved
        without AwardFlow's storage, by AwardFlow's command verify, or by sha256sum -c manifest-sha256.txt.

        definition.json      the definition that the cycle stands on (earlier ones are in uploads, by definitions.csv)
        cycle.json           how the cycle stands
        uploads.csv          what was uploaded, by whom and when (the files are in the folder uploads)
        results.csv          averages, ranks and who passed (the frozen scores by judge are in results/scores-….csv)
        letters/             each entry's letter, certificate and result sheet (rounds/ has those of earlier rounds)
        mails/               the mails that were sent, written again from the same data, the recipients' links taken out
                             (mails.csv says what became of each; held-… are those that were held before they went)
        postings.csv         what went by post    corrections.csv  corrections of letters
        deliveries.csv       the delivery ledger    journals.csv  all that happened to each delivery    receipts.csv  the recipients' receipts
        trail.csv            who did what (trail.jsonl has the lines as they are stored and hashed)
        storage/rows.jsonl   the rows as they are stored, from which the command restore brings the cycle back

        What judges typed and have not submitted is not in it.
        Keys and secret links are not in it, nor are files that were refused and wait to be erased.
        It holds personal data (names, telephone numbers, addresses, scores): keep it as the rules for such data say.

        """;
}
