using AwardFlow.Thai;

namespace AwardFlow.Intake.Texts;

/// <summary>What is wrong with a file as a whole, and what to do instead.</summary>
internal static class FileTexts
{
    public static BilingualText Pdf => new(
        "The file is a PDF, which holds pages and no table. Send the sheet itself: open it in Excel or LibreOffice, save it as 'Excel Workbook (.xlsx)' and upload that.",
        "ไฟล์นี้เป็น PDF ซึ่งมีเพียงหน้าเอกสาร ไม่มีตารางที่อ่านค่าได้ โปรดเปิดตารางต้นฉบับใน Excel หรือ LibreOffice บันทึกเป็น “Excel Workbook (.xlsx)” แล้วส่งไฟล์นั้น");

    public static BilingualText Xls => new(
        "The file is in the old format of Excel (.xls). Open it in Excel or LibreOffice, save it as 'Excel Workbook (.xlsx)' and upload that.",
        "ไฟล์นี้เป็น Excel รุ่นเก่า (.xls) โปรดเปิดใน Excel หรือ LibreOffice เลือก “บันทึกเป็น” ชนิด “Excel Workbook (.xlsx)” แล้วส่งไฟล์ที่บันทึกใหม่");

    public static BilingualText Encrypted => new(
        "The workbook has a password. Remove it (File, Info, Protect Workbook, Encrypt with Password: leave it blank), save and upload again.",
        "ไฟล์ Excel นี้ตั้งรหัสผ่านไว้ โปรดยกเลิกรหัสผ่าน (แฟ้ม > ข้อมูล > ป้องกันสมุดงาน > เข้ารหัสลับด้วยรหัสผ่าน แล้วลบรหัสออก) บันทึก แล้วส่งใหม่");

    public static BilingualText OpenDocument => new(
        "The file is an OpenDocument file (.ods). Open it in LibreOffice, save it as 'Excel 2007-365 (.xlsx)' and upload that.",
        "ไฟล์นี้เป็น OpenDocument (.ods) โปรดเปิดใน LibreOffice บันทึกเป็นชนิด “Excel 2007-365 (.xlsx)” แล้วส่งไฟล์ที่บันทึกใหม่");

    public static BilingualText BinaryWorkbook => new(
        "The file is a binary workbook (.xlsb). Open it in Excel, save it as 'Excel Workbook (.xlsx)' and upload that.",
        "ไฟล์นี้เป็นสมุดงานแบบไบนารี (.xlsb) โปรดเปิดใน Excel บันทึกเป็น “Excel Workbook (.xlsx)” แล้วส่งไฟล์ที่บันทึกใหม่");

    public static BilingualText Document => new(
        "The file is a text document or a presentation, not a sheet. Copy its table into Excel or LibreOffice, save it as 'Excel Workbook (.xlsx)' and upload that.",
        "ไฟล์นี้เป็นเอกสารข้อความหรืองานนำเสนอ ไม่ใช่ตาราง โปรดคัดลอกตารางไปไว้ใน Excel หรือ LibreOffice บันทึกเป็น “Excel Workbook (.xlsx)” แล้วส่งไฟล์นั้น");

    public static BilingualText Picture => new(
        "The file is a picture, from which no score is read. Send the sheet itself as 'Excel Workbook (.xlsx)' or csv.",
        "ไฟล์นี้เป็นรูปภาพ ระบบไม่อ่านคะแนนจากรูปภาพ โปรดส่งไฟล์ตารางชนิด “Excel Workbook (.xlsx)” หรือ csv");

    public static BilingualText Archive => new(
        "The file is an archive (zip, rar, 7z or gz) and no workbook. Unpack it and upload each sheet on its own.",
        "ไฟล์นี้เป็นไฟล์บีบอัด (zip, rar, 7z หรือ gz) ไม่ใช่สมุดงาน Excel โปรดแตกไฟล์แล้วส่งตารางทีละไฟล์");

    public static BilingualText WebPage => new(
        "The file is a web page or XML, whatever its name says. Open it in Excel or LibreOffice, save it as 'Excel Workbook (.xlsx)' and upload that.",
        "ไฟล์นี้เป็นหน้าเว็บหรือ XML แม้ชื่อไฟล์จะเป็นอย่างอื่น โปรดเปิดใน Excel หรือ LibreOffice บันทึกเป็น “Excel Workbook (.xlsx)” แล้วส่งไฟล์ที่บันทึกใหม่");

    public static BilingualText UnknownEncoding => new(
        "The file is neither a workbook nor text in UTF-8, UTF-16 or Windows-874. Save it as 'CSV UTF-8' or as 'Excel Workbook (.xlsx)' and upload it again.",
        "ไฟล์นี้ไม่ใช่สมุดงาน Excel และไม่ใช่ข้อความรหัส UTF-8, UTF-16 หรือ Windows-874 (TIS-620) โปรดบันทึกเป็น “CSV UTF-8” หรือ “Excel Workbook (.xlsx)” แล้วส่งใหม่");

    public static BilingualText UnpacksTooLarge => new(
        "The workbook unpacks to far more than a sheet of scores can hold, and was not read. Copy the table alone into a new workbook and upload that.",
        "สมุดงานนี้เมื่อคลายการบีบอัดแล้วใหญ่เกินกว่าที่ตารางคะแนนจะเป็นได้ ระบบจึงไม่อ่าน โปรดคัดลอกเฉพาะตารางไปไว้ในสมุดงานใหม่ แล้วส่งไฟล์นั้น");

    public static BilingualText TooManyCells => new(
        "The sheet has more rows, columns or cells than are read. Delete the empty formatted rows and columns beside the table, or copy the table alone into a new workbook.",
        "ตารางนี้มีแถว คอลัมน์ หรือเซลล์เกินจำนวนที่รับ โปรดลบแถวและคอลัมน์ว่างที่จัดรูปแบบไว้นอกตาราง หรือคัดลอกเฉพาะตารางไปไว้ในสมุดงานใหม่");

    public static BilingualText Empty => new("The sheet is empty.", "ตารางว่างเปล่า");

    public static BilingualText NoVisibleSheet => new(
        "The workbook has no visible sheet. Show the sheet that is meant and upload it again.",
        "สมุดงานนี้ไม่มีแผ่นงานที่แสดงอยู่ โปรดยกเลิกการซ่อนแผ่นงานที่ต้องการ แล้วส่งใหม่");

    public static BilingualText NoRows => new("The sheet has a header but no rows.", "ตารางมีแต่หัวตาราง ไม่มีข้อมูล");

    public static BilingualText NoScores => new("The sheet has no scores.", "ตารางนี้ไม่มีคะแนน");

    public static BilingualText DamagedWorkbook => new(
        "The file cannot be read as an Excel workbook (.xlsx); it may be damaged. Open it in Excel or LibreOffice, save it as .xlsx and upload it again.",
        "อ่านไฟล์นี้เป็นสมุดงาน Excel (.xlsx) ไม่ได้ ไฟล์อาจเสียหาย โปรดเปิดใน Excel หรือ LibreOffice บันทึกเป็น .xlsx แล้วส่งใหม่");

    public static BilingualText NotAFirstCode(string text) => new(
        $"'{text}' is not a code that entries can be numbered from; give one that ends in a number, such as LG-001.",
        $"“{text}” ใช้เป็นรหัสเริ่มต้นไม่ได้ โปรดระบุรหัสที่ลงท้ายด้วยตัวเลข เช่น LG-001");

    public static BilingualText NoEntriesYet => new(
        "The cycle has no entries yet, so no score can be taken. Send the list of entries first.",
        "รอบนี้ยังไม่มีรายชื่อผลงาน จึงรับคะแนนไม่ได้ โปรดส่งรายชื่อผลงานก่อน");

    public static BilingualText BadQuotes(long row) => new(
        $"Row {row} of the csv file cannot be read: a quotation mark stands in the wrong place or does not close.",
        $"อ่านแถวที่ {row} ของไฟล์ csv ไม่ได้ เพราะเครื่องหมายคำพูด (\") อยู่ผิดที่หรือไม่มีตัวปิด");

    public static BilingualText WhichSheet(string names) => new(
        $"Several sheets of the workbook have a header: {names}. Name the one that is meant, or take all of them at once.",
        $"สมุดงานนี้มีหัวตารางในหลายแผ่นงาน ได้แก่ {names} โปรดระบุชื่อแผ่นงานที่ต้องการ หรือเลือกรับทุกแผ่นงานพร้อมกัน");

    public static BilingualText NoSuchSheet(string name, string names) => new(
        $"The workbook has no visible sheet '{name}'. It has {names}.",
        $"สมุดงานนี้ไม่มีแผ่นงานที่แสดงอยู่ชื่อ “{name}” มีแต่ {names}");
}
