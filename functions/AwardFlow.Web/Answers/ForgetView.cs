using AwardFlow.Records;
using AwardFlow.Records.Retention;
using AwardFlow.Thai;

namespace AwardFlow.Web.Answers;

/// <summary>What is kept of a person, for callers.</summary>
/// <param name="Erased">Whether what need not be kept was erased.</param>
/// <param name="Found">Where it is, or was.</param>
/// <param name="KeptBecause">By what what is kept is kept, in Thai and English; missing where nothing is.</param>
/// <param name="KeptForNow">Why some of it is kept until cycles are over, or is changed by hand; missing where nothing is.</param>
/// <param name="KeptUntilDue">How long what is erased by itself is kept; missing where nothing is.</param>
/// <param name="KeptAsUnclear">Why what may be somebody else's is kept; missing where nothing is.</param>
/// <param name="Seen">Names just this that was found; an approver sends it back.</param>
public sealed record ForgetView(
    bool Erased,
    IReadOnlyList<PersonFinding> Found,
    BilingualText? KeptBecause,
    BilingualText? KeptForNow,
    BilingualText? KeptUntilDue,
    BilingualText? KeptAsUnclear,
    string Seen)
{
    /// <summary>The request that waits for an approver; missing where there is none.</summary>
    public ForgetRequestView? Request { get; init; }

    internal static BilingualText NotLookedFor { get; } = new("Nobody is looked for.", "ยังไม่ได้ค้นหา");

    internal static BilingualText TooShort { get; } = new(
        "Give an e-mail address, a name or a telephone number of 4 to 200 characters as \"who\".",
        "โปรดระบุไปรษณีย์อิเล็กทรอนิกส์ ชื่อ หรือหมายเลขโทรศัพท์ ความยาว 4 ถึง 200 ตัวอักษร");

    internal static BilingualText OperatorsAsk { get; } = new(
        "An operator asks for the erasure, and an approver decides on it.", "ผู้ปฏิบัติงานเป็นผู้ขอลบข้อมูล และผู้อนุมัติเป็นผู้พิจารณา");

    internal static BilingualText NoRequestTitle { get; } = new("There is no such request.", "ไม่มีคำขอนี้");

    internal static BilingualText NoRequest { get; } = new("It was approved, taken back or has lapsed.", "คำขอได้รับอนุมัติ ถูกถอน หรือหมดเวลาแล้ว");

    internal static ForgetView Of(IReadOnlyList<PersonFinding> found, bool erased)
    {
        BilingualText? Text(BilingualText text, params string[] reasons) =>
            found.Any(finding => reasons.Contains(finding.KeptFor, StringComparer.Ordinal)) ? text : null;
        return new ForgetView(
            erased, found, Text(RecordsTexts.KeptByLaw, KeptFor.Law),
            Text(RecordsTexts.KeptWhileRunning, KeptFor.Running, KeptFor.Hand), Text(RecordsTexts.KeptUntilDue, KeptFor.Retention),
            Text(RecordsTexts.KeptAsUnclear, KeptFor.Unclear), ForgetRequests.SeenOf(found));
    }
}
