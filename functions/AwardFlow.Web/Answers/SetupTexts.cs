using AwardFlow.Intake;
using AwardFlow.Thai;

namespace AwardFlow.Web.Answers;

/// <summary>What is said while a cycle is set up.</summary>
internal static class SetupTexts
{
    public static BilingualText MustConfirmTitle =>
        new("Scores would be touched. Nothing was changed.", "การแก้ไขนี้กระทบคะแนนที่มีอยู่แล้ว ระบบยังไม่ได้แก้ไข");

    public static BilingualText MustConfirm(DefinitionEffect effect) => new(
        string.Join(' ', Sentences(
            (effect.Dropped, $"{effect.Dropped} accepted scores would count no more; the sheets stay as evidence."),
            (effect.Restored, $"{effect.Restored} scores that an earlier change had dropped would count again."),
            (effect.Incomplete, $"Judges have yet to score {string.Join(", ", effect.AddedCriteria)} for {effect.Incomplete} pairs of entry and judge."),
            (
                effect.Typed?.Scores ?? 0,
                $"{effect.Typed?.Scores} scores that {effect.Typed?.Judges.Count} judges typed on their pages and did not submit may count no more."),
            (effect.Typed?.Incomplete ?? 0, $"{effect.Typed?.Incomplete} entries that judges began on their pages lack the new criteria."),
            (LosesJudges(effect) ? 1 : 0, "Where a judge only has another name now, give the earlier one under formerly: then all stays the judge's.")))
            + $" To do it, send it again with ?confirm={effect.Confirm}.",
        string.Join(' ', Sentences(
            (effect.Dropped, $"คะแนนที่รับไว้แล้ว {effect.Dropped} รายการจะไม่นับอีก โดยไฟล์เดิมยังเก็บไว้เป็นหลักฐาน"),
            (effect.Restored, $"คะแนน {effect.Restored} รายการที่เคยไม่นับจะกลับมานับ"),
            (effect.Incomplete, $"กรรมการต้องให้คะแนนเกณฑ์ {string.Join(", ", effect.AddedCriteria)} เพิ่มอีก {effect.Incomplete} รายการ (ผลงาน–กรรมการ)"),
            (
                effect.Typed?.Scores ?? 0,
                $"คะแนน {effect.Typed?.Scores} รายการที่กรรมการ {effect.Typed?.Judges.Count} ท่านพิมพ์ไว้ในหน้าให้คะแนนแต่ยังไม่ได้ส่ง อาจไม่นับอีก"),
            (effect.Typed?.Incomplete ?? 0, $"ผลงาน {effect.Typed?.Incomplete} รายการที่กรรมการเริ่มให้คะแนนไว้จะยังขาดเกณฑ์ใหม่"),
            (LosesJudges(effect) ? 1 : 0, "หากกรรมการเพียงเปลี่ยนชื่อ โปรดระบุชื่อเดิมไว้ใน formerly คะแนนทั้งหมดจะยังเป็นของกรรมการท่านนั้น")))
            + $" หากต้องการดำเนินการ โปรดส่งอีกครั้งพร้อม ?confirm={effect.Confirm}");

    private static bool LosesJudges(DefinitionEffect effect) =>
        effect.Drops.Any(drop => drop.Why == ScoreMisfit.JudgeRemoved) || effect.Typed?.Why.Contains(ScoreMisfit.JudgeRemoved) == true;

    private static IEnumerable<string> Sentences(params (int Count, string Text)[] sentences) =>
        sentences.Where(sentence => sentence.Count > 0).Select(sentence => sentence.Text);

    public static BilingualText ChangedTitle =>
        new("The definition is not as you saw it. Nothing was changed.", "ข้อกำหนดไม่ตรงกับที่ท่านเห็น ระบบยังไม่ได้แก้ไข");

    public static BilingualText BadSource => new(
        "must be 'blank', 'sample' or 'cycle'; with 'cycle', the member cycle names it.",
        "ต้องเป็น blank, sample หรือ cycle และหากเป็น cycle ต้องระบุรหัสรอบในรายการ cycle");

    public static BilingualText NoChangeTitle => new("There is no such change.", "ไม่มีการแก้ไขครั้งนี้");

    public static BilingualText NoChange(string cycle, int number) =>
        new($"The definition of the cycle '{cycle}' has no change {number}.", $"ข้อกำหนดของรอบ “{cycle}” ไม่มีการแก้ไขครั้งที่ {number}");

    public static BilingualText NoAddress => new("must be a single e-mail address of yours.", "ต้องเป็นที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ของท่านแห่งเดียว");

    public static BilingualText OtherDomain => new(
        "must be in the organiser's own domain: test letters go to nobody outside.",
        "ต้องเป็นที่อยู่ในโดเมนของหน่วยงานผู้จัด หนังสือทดสอบไม่ส่งออกนอกหน่วยงาน");

    public static BilingualText NoPicture => new("The cycle has no such picture.", "รอบนี้ไม่มีภาพดังกล่าว");

    public static BilingualText TooManyTitle => new("Too many at a time.", "ส่งคำขอถี่เกินไป");

    public static BilingualText TooMany => new("Wait a moment, then try again.", "โปรดรอสักครู่ แล้วลองใหม่อีกครั้ง");
}
