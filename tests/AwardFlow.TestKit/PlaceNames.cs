using System.Globalization;

namespace AwardFlow.TestKit;

/// <summary>Names of local governments by the thousand, made from parts that real names are made of.</summary>
internal static class PlaceNames
{
    private static readonly (string Body, string Head)[] Kinds =
    [
        ("องค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบล"), ("เทศบาลตำบล", "นายกเทศมนตรีตำบล"), ("เทศบาลเมือง", "นายกเทศมนตรีเมือง"),
    ];

    private static readonly string[] First =
    [
        "บ้าน", "หนอง", "ห้วย", "คลอง", "บาง", "ดอน", "โคก", "นา", "ป่า", "ท่า", "วัง", "เขา",
        "ลำ", "น้ำ", "แม่", "โพน", "กุด", "ทุ่ง", "เกาะ", "ปาก", "ศรี", "สาม", "เมือง", "หัว",
    ];

    private static readonly string[] Second =
    [
        "ใหม่", "แดง", "ขาว", "ดู่", "กุ้ง", "ปลา", "ไผ่", "ตะเคียน", "สำโรง", "กระทุ่ม", "หญ้าปล้อง",
        "น้ำใส", "ตูม", "โพธิ์", "ยาง", "ขนุน", "มะม่วง", "เสือ", "ช้าง", "กวาง", "ฝั้น", "ปู่", "ญาณ",
        "ฎีกา", "สิทธิ์", "ศูนย์", "เปรียง", "แก้ว", "ทราย", "หิน", "เตย", "ผักกูด", "ชุมพล",
        "ราษฎร์", "สวรรค์", "พฤกษ์", "กระเบื้องใหญ่", "อ้อ", "เอื้อง", "ญี่ปุ่น", "ฤๅษี", "ทองหลาง",
    ];

    private static readonly string[] Third = ["", "เหนือ", "ใต้", "พัฒนา", " (ฝั่งตะวันตก)", "กลาง", "นอก", "ใน"];

    private static readonly string[] Works =
    [
        "ระบบรับคำร้องออนไลน์",
        "แผนที่ภาษีดิจิทัล",
        "ศูนย์ข้อมูลผู้สูงอายุและผู้มีภาวะพึ่งพิง",
        "โครงการ LINE Official Account",
        "ข้อมูลเปิดด้านงบประมาณ พ.ศ. 2564 (Open Data)",
        "ระบบเตือนภัยน้ำท่วม",
    ];

    /// <summary>All names: body, head of the body, and its work.</summary>
    public static IEnumerable<(string Organisation, string Addressee, string Project)> All()
    {
        var count = 0;
        foreach (var third in Third)
        {
            foreach (var first in First)
            {
                foreach (var second in Second)
                {
                    var (body, head) = Kinds[count % Kinds.Length];
                    var name = $"{first}{second}{third}";
                    yield return (
                        $"{body}{name}", $"{head}{name}", string.Create(CultureInfo.InvariantCulture, $"{Works[count++ % Works.Length]} {body}{name}"));
                }
            }
        }
    }
}
