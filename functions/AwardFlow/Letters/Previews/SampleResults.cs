using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Scoring;

namespace AwardFlow.Letters;

/// <summary>Entries that nobody entered, as a cycle's documents would show them: one that passed, one that did not.</summary>
internal static class SampleResults
{
    private const int Judges = 5;
    private const int Entries = 14;

    // How far towards the highest total, or how much of the pass mark.
    private const decimal AbovePassMark = 0.55m;
    private const decimal OfPassMark = 0.8m;
    private const decimal OfOverall = 0.97m;

    /// <summary>An entry's result.</summary>
    /// <param name="definition">The cycle, fit to be set.</param>
    /// <param name="passed">Whether it passed.</param>
    public static EntryResult Of(CycleDefinition definition, bool passed)
    {
        var criteria = Averages(definition, Share(definition, passed));
        var average = criteria.Sum(criterion => criterion.Weighted ?? criterion.Average);
        return new EntryResult
        {
            Entry = new Entry
            {
                Code = EntryCode.Parse(passed ? "SAMPLE-1" : "SAMPLE-2"),
                Project = passed ? "ระบบให้บริการประชาชนผ่านช่องทางออนไลน์ (ผลงานตัวอย่าง)" : "แอปพลิเคชันแจ้งเหตุชำรุดของสาธารณูปโภค (ผลงานตัวอย่าง)",
                Organisation = passed ? "เทศบาลตำบลตัวอย่าง" : "องค์การบริหารส่วนตำบลตัวอย่าง",
                Addressee = passed ? "นายกเทศมนตรีตำบลตัวอย่าง" : "นายกองค์การบริหารส่วนตำบลตัวอย่าง",
                SarabanEmail = "saraban@entrant.example",
                Province = "ยะลา",
                Serial = passed ? 1 : 2,
            },
            Judges = Judges,
            Average = average,
            Rank = passed ? 2 : Entries - 2,
            Passed = passed,
            Criteria = criteria,
            Comments = ["ควรเพิ่มตัวชี้วัดที่แสดงผลที่เกิดแก่ประชาชน", "ควรเผยแพร่ให้หน่วยงานอื่นนำไปใช้ได้"],
        };
    }

    /// <summary>How the other entries did.</summary>
    /// <param name="definition">The cycle, fit to be set.</param>
    public static OverallAverages Overall(CycleDefinition definition)
    {
        var criteria = Averages(definition, Math.Min(1, definition.PassMark / definition.HighestTotal() * OfOverall));
        return new OverallAverages(Entries, criteria.Sum(criterion => criterion.Weighted ?? criterion.Average), criteria);
    }

    private static decimal Share(CycleDefinition definition, bool passed)
    {
        var (mark, highest) = (Math.Min(definition.PassMark, definition.HighestTotal()), definition.HighestTotal());
        return (passed ? mark + (highest - mark) * AbovePassMark : mark * OfPassMark) / highest;
    }

    private static IReadOnlyList<CriterionAverage> Averages(CycleDefinition definition, decimal share) =>
    [
        .. definition.Criteria().Select(criterion =>
        {
            var average = Math.Round(criterion.Max * share, 2, MidpointRounding.AwayFromZero);
            return new CriterionAverage(
                criterion.Code, average, criterion.Weight is null ? null : Math.Round(criterion.Weighted(average), 2, MidpointRounding.AwayFromZero));
        }),
    ];
}
