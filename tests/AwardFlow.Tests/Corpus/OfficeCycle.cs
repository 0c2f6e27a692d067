using AwardFlow.Cycles;
using AwardFlow.Intake;

namespace AwardFlow.Tests.Corpus;

/// <summary>The cycle of the files that follow habits of offices: three criteria with Thai titles, four municipalities.</summary>
internal static class OfficeCycle
{
    public static SheetContext Context { get; } = new()
    {
        Definition = TestCycle.Definition with
        {
            Rubric = [new Category(
                "1",
                "ผลงาน",
                [new Criterion("k1", "ปัญหาที่ชี้ชัด", 30), new Criterion("k2", "ผู้ใช้เพิ่มขึ้น", 25.5m), new Criterion("k3", "ยั่งยืน", 44.5m)])],
        },
        Entries =
        [
            .. Enumerable.Range(1, 4).Select(number => new Entry
            {
                Code = EntryCode.Parse($"LG-00{number}"),
                Project = $"โครงการทดสอบที่ {number}",
                Organisation = $"เทศบาลตำบลตัวอย่าง {number}",
                Addressee = $"นายกเทศมนตรีตำบลตัวอย่าง {number}",
                SarabanEmail = $"saraban{number}@example.go.th",
                Province = "ตาก",
            }),
        ],
    };
}
