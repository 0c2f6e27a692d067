using AwardFlow.Records;
using AwardFlow.Records.Retention;
using AwardFlow.Thai;

namespace AwardFlow.Web.Answers;

/// <summary>What is kept of a person, for callers.</summary>
/// <param name="Erased">Whether what need not be kept was erased.</param>
/// <param name="Found">Where it is, or was.</param>
/// <param name="KeptBecause">By what what is kept is kept, in Thai and English; missing where nothing is.</param>
public sealed record ForgetView(bool Erased, IReadOnlyList<PersonFinding> Found, BilingualText? KeptBecause)
{
    internal static BilingualText NotLookedFor { get; } = new("Nobody is looked for.", "ยังไม่ได้ค้นหา");

    internal static BilingualText TooShort { get; } = new(
        "Give an e-mail address, a name or a telephone number of 4 to 200 characters as \"who\".", "โปรดระบุไปรษณีย์อิเล็กทรอนิกส์ ชื่อ หรือหมายเลขโทรศัพท์ ความยาว 4 ถึง 200 ตัวอักษร");

    internal static ForgetView Of(IReadOnlyList<PersonFinding> found, bool erased) => new(erased, found, found.Any(finding => finding.IsKept) ? RecordsTexts.KeptByLaw : null);
}
