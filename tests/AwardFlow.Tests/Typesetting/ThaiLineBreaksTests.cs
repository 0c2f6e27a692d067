using AwardFlow.Typesetting.Layout;

namespace AwardFlow.Tests.Typesetting;

public class ThaiLineBreaksTests
{
    [Theory]
    [InlineData("ท้องถิ่นดิจิทัล ประจำปี", "ท้อง|ถิ่น|ดิจิทัล |ประจำ|ปี")]
    [InlineData("คณะกรรมการฯ ได้พิจารณา", "คณะ|กรรมการฯ |ได้|พิจารณา")]
    [InlineData("อื่น ๆ เพื่อ", "อื่น ๆ |เพื่อ")]
    [InlineData("ประจำปี พ.ศ. ๒๕๖๔ ภายใต้", "ประจำ|ปี |พ.ศ. ๒๕๖๔ ภาย|ใต้")]
    [InlineData("คะแนน ๖๗.๙๒ คะแนน", "คะแนน |๖๗.๙๒ คะแนน")]
    [InlineData("LINE Official Account", "LINE |Official |Account")]
    [InlineData("(องค์การมหาชน)", "(องค์การ|มหาชน)")]
    public void Lines_end_between_words_only(string text, string broken)
    {
        int[] edges = [0, .. ThaiLineBreaks.Find(text), text.Length];
        Assert.Equal(broken, string.Join('|', edges.Zip(edges.Skip(1), (from, to) => text[from..to])));
    }
}
