using AwardFlow.Cycles;
using AwardFlow.Intake;

namespace AwardFlow.TestKit;

/// <summary>A small cycle for tests: two categories, three criteria of 50, 30 and 20 points.</summary>
internal static class TestCycle
{
    public static readonly DateTimeOffset ClosesAt = new(2021, 10, 8, 16, 30, 0, TimeSpan.FromHours(7));

    public static CycleDefinition Definition { get; } = new()
    {
        Id = CycleId.Parse("test-2564"),
        Title = "รอบทดสอบ",
        Award = "รางวัลทดสอบ",
        Year = 2564,
        ClosesAt = ClosesAt,
        PassMark = 60,
        Rubric =
        [
            new Category("1", "ปัญหา", [new Criterion("A", "ตรงประเด็น", 50)]),
            new Category("2", "ผลลัพธ์", [new Criterion("B", "วัดผลได้", 30), new Criterion("C", "ใช้งานจริง", 20)]),
        ],
        Organiser = new Organiser
        {
            Code = "ทดสอบ",
            Name = "สำนักงานทดสอบ",
            Centre = "ศูนย์ทดสอบ",
            Team = "ทีมทดสอบ",
            Address = "ถนนตัวอย่าง\nกรุงเทพฯ 10000",
            Phone = "0 2000 0000",
            Contact = "ผู้ประสานงาน",
            SarabanEmail = "saraban@organiser.example",
        },
        Letter = new LetterWording
        {
            Number = "ทดสอบ 2564/ว1",
            Date = new DateOnly(2021, 10, 15),
            Subject = "แจ้งผลการพิจารณาผลงาน",
            Opening = ["ด้วยคณะกรรมการได้พิจารณาผลงานของหน่วยงานท่านเรียบร้อยแล้ว"],
            Closing = ["จึงเรียนมาเพื่อโปรดทราบ"],
            Enclosures = new Enclosures(["โล่รางวัล", "ใบประกาศเกียรติคุณ"], ["ใบประกาศเกียรติคุณ"]),
            Signatory = new Signatory("นายผู้ลงนาม ตัวอย่าง", ["ผู้อำนวยการ"]),
        },
    };

    public static Entry Entry(string code) => new()
    {
        Code = EntryCode.Parse(code),
        Project = $"โครงการน้ำดื่มชุมชน {code}",
        Organisation = $"เทศบาลตำบลที่ {code}",
        Addressee = $"นายกเทศมนตรีตำบลที่ {code}",
        SarabanEmail = $"saraban-{code.ToLowerInvariant()}@entrant.example",
        Province = "ยะลา",
    };

    /// <summary>One judge's scores of an entry for the criteria A, B and C.</summary>
    public static IEnumerable<Score> Scores(string entry, string judge, params decimal[] points) =>
        points.Zip(["A", "B", "C"], (given, criterion) => new Score(EntryCode.Parse(entry), JudgeName.Parse(judge), criterion, given, ""));
}
