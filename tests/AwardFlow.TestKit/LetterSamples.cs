using System.Runtime.CompilerServices;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Typesetting.Pictures;

namespace AwardFlow.TestKit;

/// <summary>Letters that show what the typesetting must master, over the sample cycle's wording.</summary>
internal static class LetterSamples
{
    /// <summary>Where the sample cycle lies.</summary>
    public static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "samples", "dga-2564"));

    /// <summary>Words whose marks stand above one another, and letters that lose their feet.</summary>
    public const string StackedMarks =
        "ที่ ปี่ น้ำ กำลัง ฎีกา ญาณ ฐาน ปู่ ฝั้น เคลื่อน ศูนย์ ๆ ฯลฯ ปี ญู ฐุ ป้ำ ตั๋ว กี่ เป็น ผู้ ฟ้า ป่า ก็ ธรรม์ สิทธิ์ ปิ่น ฬู ฤๅ ณ";

    public static CycleDefinition Definition { get; } = CycleDefinitionReader.Read(File.ReadAllBytes(Path.Combine(Folder, "cycle.json")));

    public static LetterPictures Pictures { get; } = new(
        Picture.Read(File.ReadAllBytes(Path.Combine(Folder, "emblem.svg")), PictureFormat.Svg),
        Picture.Read(File.ReadAllBytes(Path.Combine(Folder, "signature.svg")), PictureFormat.Svg));

    public static OverallAverages Overall { get; } = new(14, 66.36m, Averages(11.85m, 10.02m, 13.41m, 9.77m, 10.48m, 10.83m));

    public static EntryResult Passed { get; } = Result(
        "โครงการ LINE Official Account เทศบาลตำบลลำใหม่", "เทศบาลตำบลลำใหม่", "นายกเทศมนตรีตำบลลำใหม่", 67.92m, true);

    public static EntryResult NotPassed { get; } = Result(
        "ระบบรับคำร้องออนไลน์", "องค์การบริหารส่วนตำบลบ้านดู่", "นายกองค์การบริหารส่วนตำบลบ้านดู่", 54.10m, false);

    /// <summary>Every case by name, with whether it is a draft.</summary>
    public static IEnumerable<(string Name, CycleDefinition Definition, EntryResult Result, bool Draft)> Cases()
    {
        yield return ("passed", Definition, Passed, false);
        yield return ("not-passed", Definition, NotPassed, false);
        yield return ("draft", Definition, Passed, true);
        yield return ("three-pages", ThreePages(), Passed, false);
        yield return ("long-names", Definition, LongNames(), false);
        yield return ("one-line", OneLine(), NotPassed, false);
        yield return ("weighted", Weighted(), Result("ระบบรับคำร้องออนไลน์", "เทศบาลตำบลลำใหม่", "นายกเทศมนตรีตำบลลำใหม่", 81.68m, true), false);
    }

    /// <summary>Other faces and designs, and sheets of several pages.</summary>
    public static IEnumerable<(string Name, CycleDefinition Definition, EntryResult Result, bool Draft)> Others()
    {
        yield return ("modern", Designed(CertificateDesign.Modern), Passed, false);
        yield return ("plain", Designed(CertificateDesign.Plain), NotPassed, true);
        yield return (
            "fallback",
            Definition,
            Result($"{OtherScripts} ระบบรับคำร้อง", "เทศบาลตำบลลำใหม่", "นายกเทศมนตรีตำบลลำใหม่", 67.92m, passed: true) with { Comments = [OtherScripts] },
            false);
        yield return ("long-rubric", LongRubric(), Passed, false);
    }

    /// <summary>What Sarabun lacks: symbols, emoji as text, Lao, Chinese of both kinds, Japanese.</summary>
    public const string OtherScripts = "✓ ● ℃ № ★ ☎ 😀 ສະບາຍດີ 国家数据 國家數據 データ";

    /// <summary>A result sheet of several pages.</summary>
    public static CycleDefinition LongRubric() => Definition with
    {
        Rubric = [.. Enumerable.Range(1, 6).Select(i => new Category(
            $"{i}",
            $"หมวดที่มีชื่อค่อนข้างยาวเพื่อดูการขึ้นบรรทัดใหม่ของหมวดนี้ลำดับ {i}",
            [.. Enumerable.Range(1, 7).Select(j => Definition.Criteria().ElementAt((i + j) % 6) with { Code = $"C{i}{j}", Max = 4 })]))],
    };

    private static CycleDefinition Designed(CertificateDesign design) => Definition with
    {
        Certificate = new CertificateWording { Design = design, Number = "{number}/{year}" },
    };

    /// <summary>A rubric of 16 criteria with long titles.</summary>
    public static CycleDefinition ThreePages() => Definition with
    {
        Rubric = [.. Definition.Rubric.Select((category, i) => category with
        {
            Criteria = [.. Enumerable.Range(0, 4).Select(j => Definition.Criteria().ElementAt((i + j) % 6) with { Code = $"C{i}{j}" })],
        })],
    };

    /// <summary>A rubric with weights: of 120 points, and a letter that says so.</summary>
    public static CycleDefinition Weighted() => Definition with
    {
        PassMark = 72,
        Rubric = [.. Definition.Rubric.Select(category => category with
        {
            Criteria = [.. category.Criteria.Select(criterion => criterion.Code is "C1" or "C3" ? criterion with { Weight = 1.5m } : criterion)],
        })],
        Letter = Definition.Letter with { Closing = ["ผลงานได้คะแนน {average} จากคะแนนเต็ม {maximum}", "จึงเรียนมาเพื่อโปรดทราบ"], Passed = null },
    };

    /// <summary>A work and an addressee of 300 characters.</summary>
    public static EntryResult LongNames() => Result(
        "โครงการพัฒนาระบบบริหารจัดการข้อมูลผู้สูงอายุและผู้มีภาวะพึ่งพิงแบบบูรณาการด้วยเทคโนโลยีดิจิทัล เพื่อยกระดับคุณภาพชีวิตและการเข้าถึงบริการสาธารณสุขในพื้นที่ห่างไกล โดยความร่วมมือของโรงพยาบาลส่งเสริมสุขภาพตำบล อาสาสมัครสาธารณสุขประจำหมู่บ้าน และสภาเด็กและเยาวชน ระยะที่ 2 ประจำปีงบประมาณ พ.ศ. 2564 ใหม่",
        "องค์การบริหารส่วนตำบลบ้านดู่",
        "ประธานคณะกรรมการบริหารศูนย์พัฒนาคุณภาพชีวิตและส่งเสริมอาชีพผู้สูงอายุระดับตำบล ผู้แทนองค์การบริหารส่วนตำบลบ้านดู่ และหัวหน้าสำนักปลัดองค์การบริหารส่วนตำบล ในฐานะผู้รับผิดชอบโครงการพัฒนาระบบบริหารจัดการข้อมูลผู้สูงอายุและผู้มีภาวะพึ่งพิงแบบบูรณาการด้วยเทคโนโลยีดิจิทัลของจังหวัดขอนแก่น ประจำปีงบประมาณ",
        71.25m,
        passed: true);

    /// <summary>A letter with hardly any body.</summary>
    public static CycleDefinition OneLine() => Definition with
    {
        Rubric = [new Category("1", "ผลงาน", [new Criterion("C1", "ตรงประเด็น", 100)])],
        Letter = Definition.Letter with
        {
            Opening = ["คณะกรรมการฯ ได้พิจารณาผลงานแล้ว ดังนี้"],
            Closing = ["จึงเรียนมาเพื่อโปรดทราบ"],
            Passed = null,
        },
    };

    public static EntryResult Result(string project, string organisation, string addressee, decimal average, bool passed) => new()
    {
        Entry = new Entry
        {
            Code = EntryCode.Parse("LG-001"),
            Project = project,
            Organisation = organisation,
            Addressee = addressee,
            SarabanEmail = "saraban@entrant.example",
            Province = "ยะลา",
        },
        Judges = 5,
        Average = average,
        Rank = 7,
        Passed = passed,
        Criteria = Averages(13.40m, 9.80m, 14.12m, 10.20m, 10.10m, 10.30m),
        Comments =
        [
            "ควรขยายผลให้ครอบคลุมประชาชนที่ไม่มีสมาร์ตโฟน เช่น ผู้สูงอายุ โดยให้ อสม. หรือผู้นำชุมชนช่วยรับเรื่องแทน",
            "ตัวชี้วัดยังเน้นจำนวนผู้ใช้ ควรวัดเวลาที่ประชาชนประหยัดได้และความพึงพอใจด้วย",
            "เปิดเผยข้อมูลเรื่องร้องเรียนในรูปแบบ Open Data จะช่วยให้เกิดการมีส่วนร่วมมากขึ้น",
        ],
    };

    private static List<CriterionAverage> Averages(params decimal[] averages) =>
        [.. averages.Select((average, i) => new CriterionAverage($"C{i + 1}", average))];

    private static string Here([CallerFilePath] string path = "") => path;
}
