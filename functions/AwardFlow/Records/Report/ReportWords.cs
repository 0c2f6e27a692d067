using System.Globalization;
using AwardFlow.Thai;

namespace AwardFlow.Records.Report;

/// <summary>The sentences of a report and of the memo that carries it upward, in the Thai of official letters.</summary>
/// <param name="figures">What they say.</param>
internal sealed class ReportWords(CycleFigures figures)
{
    // How strong an agreement is called: R. C. Schmidt, "Managing Delphi surveys using
    // nonparametric statistical techniques", Decision Sciences 28 (1997), 763–774.
    private static readonly (double From, string Words)[] Agreements =
    [
        (0.7, "คณะกรรมการจัดลำดับผลงานสอดคล้องกันอย่างชัดเจน"),
        (0.5, "คณะกรรมการจัดลำดับผลงานสอดคล้องกันพอสมควร"),
        (0.3, "คณะกรรมการจัดลำดับผลงานสอดคล้องกันบ้าง"),
        (0, "คณะกรรมการจัดลำดับผลงานแตกต่างกันมาก"),
    ];

    private DeliveryFigures Delivery => figures.Delivery;

    /// <summary>How many there were, and how many passed.</summary>
    public string Outcome
    {
        get
        {
            var withdrawn = figures.Withdrawn > 0 ? $" ทั้งนี้ มีผลงานที่ถอนออกจากการพิจารณา {Count(figures.Withdrawn)} ผลงาน" : "";
            var unscored = figures.Entries - figures.Scored is > 0 and var lacking
                ? $" และมีผลงานที่ได้รับคะแนนไม่ครบ จึงไม่มีคะแนนเฉลี่ย {Count(lacking)} ผลงาน"
                : "";
            return figures.PassedOfHundred is { } percent
                ? $"มีผลงานเข้ารับการพิจารณา จำนวน {Count(figures.Entries)} ผลงาน ผ่านเกณฑ์ จำนวน {Count(figures.Passed)} ผลงาน คิดเป็นร้อยละ {Points(percent)} ของผลงานที่มีคะแนนเฉลี่ย โดยเกณฑ์ผ่านคือคะแนนเฉลี่ยตั้งแต่ {Points(figures.Definition.PassMark)} คะแนนขึ้นไป จากคะแนนเต็ม {Whole(figures.Definition.HighestTotal())} คะแนน{unscored}{withdrawn}"
                : $"มีผลงานเข้ารับการพิจารณา จำนวน {Count(figures.Entries)} ผลงาน แต่ยังไม่มีผลงานใดได้รับคะแนนครบ จึงไม่มีคะแนนเฉลี่ย{withdrawn}";
        }
    }

    /// <summary>
    /// How far the trail was, and the hash that it added up to, in groups of sixteen: a later trail must still have that line with that hash.
    /// </summary>
    public string Trail => figures.Trail is { Lines: > 0 } mark
        ? $"บันทึกการดำเนินการของรอบมี {Count(mark.Lines)} บรรทัด ค่าแฮช (SHA-256) ของบรรทัดสุดท้ายคือ {string.Join(' ', mark.Sha256.Chunk(16).Select(group => new string(group)))}"
        : "รอบนี้จัดทำก่อนที่ระบบจะมีบันทึกการดำเนินการ";

    /// <summary>The mean of all, and its ends; empty where nobody has an average.</summary>
    public string Averages => figures is { Mean: { } mean, Highest: { } highest, Lowest: { } lowest }
        ? $"คะแนนเฉลี่ยของผลงานทั้งหมดเท่ากับ {Points(mean)} คะแนน สูงสุด {Points(highest)} คะแนน และต่ำสุด {Points(lowest)} คะแนน"
        : "";

    /// <summary>How far the judges agree, in a sentence.</summary>
    public string Agreement => figures.Agreement is { KendallW: { } w } agreement
        ? $"{Agreements.First(each => w >= each.From).Words} โดยค่าสัมประสิทธิ์ความสอดคล้องของเคนดอลล์ (Kendall’s W) เท่ากับ {Points((decimal)w)} จากกรรมการ {Count(agreement.Judges)} คน และผลงานที่กรรมการทุกคนให้คะแนน {Count(agreement.Entries)} ผลงาน (ค่าตั้งแต่ ๐ หมายถึงไม่สอดคล้องกันเลย ถึง ๑ หมายถึงจัดลำดับตรงกันทั้งหมด)"
        : figures.Agreement is null && figures.Cycle.Erased.FirstOrDefault(erased => erased.Kind == Cycles.ErasedKind.ScoresByJudge) is { } erased
            ? $"คะแนนรายกรรมการถูกลบแล้วเมื่อวันที่ {Day(erased.At)} ตามระยะเวลาเก็บรักษา จึงไม่สามารถคำนวณความสอดคล้องของคณะกรรมการได้"
        : "ไม่สามารถคำนวณความสอดคล้องของคณะกรรมการได้ เนื่องจากต้องมีกรรมการและผลงานที่กรรมการทุกคนให้คะแนนอย่างน้อยอย่างละสอง";

    /// <summary>The same, short; empty where it cannot be said.</summary>
    public string AgreementInShort =>
        figures.Agreement?.KendallW is { } w ? $"{Agreements.First(each => w >= each.From).Words} (Kendall’s W เท่ากับ {Points((decimal)w)})" : "";

    /// <summary>What was sent, and by when.</summary>
    public string Sent
    {
        get
        {
            if (Delivery.Mailed + Delivery.Posted + Delivery.Returned == 0)
            {
                return $"มีหนังสือแจ้งผล {Count(Delivery.Letters)} ฉบับ ขณะนี้ยังไม่ได้ส่ง";
            }
            // Of a letter on paper that is received nobody may have written down the day.
            var when = Delivery.FirstAt is not { } first ? ""
                : Delivery.LastAt is { } last && Day(last) != Day(first) ? $"ระหว่างวันที่ {Day(first)} ถึงวันที่ {Day(last)}"
                : $"เมื่อวันที่ {Day(first)}";
            string[] ways =
            [
                .. Delivery.Mailed > 0 ? [$"ทางไปรษณีย์อิเล็กทรอนิกส์ {Count(Delivery.Mailed)} ฉบับ"] : Array.Empty<string>(),
                .. Delivery.Posted > 0 ? [$"ทางไปรษณีย์ {Count(Delivery.Posted)} ฉบับ"] : Array.Empty<string>(),
            ];
            return $"จากหนังสือแจ้งผลทั้งสิ้น จำนวน {Count(Delivery.Letters)} ฉบับ ได้ส่ง{string.Join(" และ", ways)}{(when.Length == 0 ? "" : $" {when}")}";
        }
    }

    /// <summary>Who has it, and by when.</summary>
    public string Received => Delivery.Received == 0
        ? "ขณะนี้ยังไม่มีหน่วยงานใดลงรับหนังสือ"
        : $"หน่วยงานลงรับหนังสือแล้ว {Count(Delivery.Received)} ฉบับ คิดเป็นร้อยละ {Points(Math.Round(100m * Delivery.Received / Delivery.Letters, 2, MidpointRounding.AwayFromZero))}"
            + (Delivery.LastReceivedAt is { } last ? $" ล่าสุดเมื่อวันที่ {Day(last)}" : "");

    /// <summary>What was corrected by other letters; empty where nothing was.</summary>
    public string Corrections => figures.Corrections is not { Letters: > 0 } corrections ? ""
        : $"ทั้งนี้ ได้ออกหนังสือแก้ไขหนังสือที่ส่งแล้ว จำนวน {Count(corrections.Letters)} ฉบับ ส่งแล้ว {Count(corrections.Mailed + corrections.Posted)} ฉบับ ลงรับแล้ว {Count(corrections.Received)} ฉบับ"
            + (corrections.Returned + corrections.Held > 0
                ? $" ส่งไม่ถึง ถูกตีกลับ หรือระงับการส่ง {Count(corrections.Returned + corrections.Held)} ฉบับ"
                : "");

    /// <summary>What is left to do.</summary>
    public string Left
    {
        get
        {
            List<string> left = [];
            void Add(int count, string words)
            {
                if (count > 0)
                {
                    left.Add($"{words} {Count(count)} ฉบับ");
                }
            }
            Add(Delivery.Waiting, "รอส่งทางไปรษณีย์อิเล็กทรอนิกส์");
            Add(Delivery.ToPost, "รอส่งทางไปรษณีย์");
            Add(Delivery.Held, "ระงับการส่งเพื่อรอการตัดสินใจ");
            Add(Delivery.Returned, "ส่งไม่ถึงหรือถูกตีกลับ");
            Add(Delivery.Unconfirmed, "ส่งแล้วแต่ยังไม่ลงรับ");
            var closes = Delivery.ClosesAt is { } at && figures.Cycle.State == Cycles.CycleState.Sent ? $" ทั้งนี้ สิ้นสุดการรับยืนยันวันที่ {Day(at)}" : "";
            return left.Count == 0
                ? "ไม่มีงานคงค้าง"
                : $"คงเหลือหนังสือที่{string.Join(" ", left.SkipLast(1))}{(left.Count > 1 ? " และที่" : "")}{left[^1]}{closes}";
        }
    }

    /// <summary>A whole number with commas, in Thai digits.</summary>
    public static string Count(int number) => ThaiNumerals.ToThai(number.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>Points with two decimals, in Thai digits.</summary>
    public static string Points(decimal? points) => points is { } number ? ThaiScore.InDigits(number) : "–";

    /// <summary>A number without the decimals that it does not need, in Thai digits.</summary>
    public static string Whole(decimal number) => ThaiNumerals.ToThai(number.ToString("0.##", CultureInfo.InvariantCulture));

    /// <summary>A day in full, by Thai clocks.</summary>
    public static string Day(DateTimeOffset at) => ThaiDate.InFull(DateOnly.FromDateTime(ThaiTime.Of(at).DateTime));
}
