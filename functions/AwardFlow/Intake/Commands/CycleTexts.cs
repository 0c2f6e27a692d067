using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Why a cycle is not changed, closed or extended.</summary>
internal static class CycleTexts
{
    public static BilingualText DefinitionStands(CycleId cycle) => new(
        $"The cycle '{cycle}' is no longer open and its definition stands.", $"รอบ “{cycle}” ไม่ได้เปิดอยู่แล้ว จึงแก้ไขข้อกำหนดไม่ได้");

    public static BilingualText NotOpenedYet(CycleId cycle) => new(
        $"The cycle '{cycle}' is being set up and is not open yet: it takes no sheets, and cannot be closed or extended. Open it first.",
        $"รอบ “{cycle}” ยังอยู่ระหว่างจัดเตรียม ยังไม่เปิดรับคะแนน จึงรับไฟล์ ปิดรับ หรือเปลี่ยนเวลาปิดรับไม่ได้ โปรดเปิดรอบก่อน");

    public static BilingualText IsCancelled(CycleId cycle) => new($"The cycle '{cycle}' is cancelled.", $"รอบ “{cycle}” ถูกยกเลิกแล้ว");

    public static BilingualText IsPaused(CycleId cycle) => new(
        $"The cycle '{cycle}' is paused, so it is not closed. Resume it first.", $"รอบ “{cycle}” พักการดำเนินการอยู่ จึงปิดรับไม่ได้ โปรดให้ดำเนินการต่อก่อน");

    public static BilingualText NoDraft(CycleId cycle) => new(
        $"The cycle '{cycle}' is no draft any more: it was opened. Send its whole definition, without ?draft=true.",
        $"รอบ “{cycle}” เปิดรับแล้ว ไม่ใช่ร่าง โปรดอ่านข้อกำหนดล่าสุด แล้วแก้ไขรอบที่เปิดรับ (?draft=true ใช้กับรอบที่ยังไม่เปิดรับเท่านั้น)");

    public static BilingualText IsThere(CycleId cycle) => new(
        $"There is a cycle '{cycle}' already. Choose another id, or change that one on purpose.",
        $"มีรอบ “{cycle}” อยู่แล้ว โปรดใช้รหัสอื่น หรือเปิดรอบนั้นเพื่อแก้ไข");

    public static BilingualText IsNotThere(CycleId cycle) => new($"There is no cycle '{cycle}' that could be changed.", $"ไม่มีรอบ “{cycle}” ให้แก้ไข");

    public static BilingualText NoIdLeft(int year) => new(
        $"There are too many cycles of the year {year}: give the new one an id of your own.", $"รอบของปี {year} มีจำนวนมากเกินไป โปรดกำหนดรหัสรอบเอง");

    public static BilingualText ChangedMeanwhile(Cycle cycle)
    {
        if (cycle.DefinitionBy is not { Length: > 0 } by || cycle.DefinitionAt?.ToOffset(TimeSpan.FromHours(7)) is not { } at)
        {
            return new(
                "The definition was changed meanwhile. Look at it as it is now, then change it.", "ข้อกำหนดถูกแก้ไขไปแล้ว โปรดดูข้อกำหนดล่าสุดก่อนแก้ไข");
        }
        return new(
            string.Create(CultureInfo.InvariantCulture, $"'{by}' changed the definition at {at:HH:mm}. Look at it as it is now, then change it."),
            string.Create(CultureInfo.InvariantCulture, $"“{by}” แก้ไขข้อกำหนดเมื่อเวลา {at:HH.mm} น. โปรดดูข้อกำหนดล่าสุดก่อนแก้ไข"));
    }

    public static BilingualText ClosedAlready(CycleId cycle) => new($"The cycle '{cycle}' is closed already.", $"รอบ “{cycle}” ปิดรับแล้ว");

    public static BilingualText NoEntries(CycleId cycle) => new(
        $"The cycle '{cycle}' has no entries. Upload them first, or extend the cycle.",
        $"รอบ “{cycle}” ยังไม่มีผลงาน โปรดส่งรายชื่อผลงานก่อน หรือเปลี่ยนเวลาปิดรับ");

    public static BilingualText NoScores(CycleId cycle) => new(
        $"The cycle '{cycle}' has no scores. Upload them first, or extend the cycle.",
        $"รอบ “{cycle}” ยังไม่มีคะแนน โปรดส่งคะแนนก่อน หรือเปลี่ยนเวลาปิดรับ");

    public static BilingualText ClosingTimeStands(CycleId cycle) => new(
        $"The cycle '{cycle}' is closed: its scores are frozen and its closing time stands.",
        $"รอบ “{cycle}” ปิดรับแล้ว คะแนนเป็นที่สุด จึงเปลี่ยนเวลาปิดรับไม่ได้");

    public static BilingualText TimePassed(DateTimeOffset closesAt)
    {
        var at = ThaiTime.Of(closesAt);
        var day = DateOnly.FromDateTime(at.Date);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{at:d MMMM yyyy, HH:mm} has passed; the closing time must be ahead."),
            string.Create(
                CultureInfo.InvariantCulture, $"{ThaiNumerals.ToWestern(ThaiDate.InFull(day))} เวลา {at:HH.mm} น. ผ่านไปแล้ว เวลาปิดรับต้องเป็นเวลาในอนาคต"));
    }
}
