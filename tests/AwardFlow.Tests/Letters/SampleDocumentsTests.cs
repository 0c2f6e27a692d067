using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Letters;
using UglyToad.PdfPig;

namespace AwardFlow.Tests.Letters;

/// <summary>Previews of definitions that are being written.</summary>
public class SampleDocumentsTests
{
    public static TheoryData<string> Drafts =>
    [
        "{}",
        """{"title": "", "rubric": [], "letter": {"opening": [], "closing": [" "], "signatory": {"name": "", "position": []}}}""",
        """{"rubric": [{"code": "1", "title": "", "criteria": []}, {"code": "1", "title": "ก", "criteria": [{"code": "A", "title": "", "max": -5}, {"code": "A", "title": "ข", "max": 1e20, "weight": 0}]}], "passMark": 99999}""",
        """{"letter": {"subject": "เรื่อง {", "opening": ["{nobody} } {{ \u0001", "\ud83e\udd84\u4e00 {project}"], "number": "{number}", "references": ["", "{rank}"], "words": ["", "x"]}}""",
        """{"organiser": {"address": "\n\n", "name": "ก\u0007", "phone": 5}, "certificate": {"design": "plain", "title": "{", "number": "{x}", "passed": ""}, "passMark": 0}""",
    ];

    [Theory]
    [MemberData(nameof(Drafts))]
    public void Any_draft_is_set(string json)
    {
        var documents = new SampleDocuments(CycleDefinitionReader.ReadDraft(Encoding.UTF8.GetBytes(json)).Definition, LetterPictures.None);
        foreach (var (document, passed) in LetterStore.Documents.SelectMany(document => new[] { (document, true), (document, false) }))
        {
            using var pdf = PdfDocument.Open(documents.Preview(document, passed));
            Assert.InRange(pdf.NumberOfPages, 1, 3);
        }
    }

    [Fact]
    public void A_preview_is_marked_as_a_draft_and_a_test_letter_as_a_test()
    {
        var documents = new SampleDocuments(TestCycle.Definition, LetterPictures.None);
        Assert.Contains("ร่าง", Text(documents.Preview(LetterDocument.Letter, passed: true)), StringComparison.Ordinal);
        Assert.Contains("ทดสอบ", Text(documents.Test(LetterDocument.Certificate, passed: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_that_passed_is_above_the_pass_mark_and_the_other_below()
    {
        var documents = new SampleDocuments(TestCycle.Definition, LetterPictures.None);
        var (passed, failed) = (documents.Result(passed: true), documents.Result(passed: false));
        Assert.True(passed.Average > TestCycle.Definition.PassMark && failed.Average < TestCycle.Definition.PassMark);
        Assert.Equal(passed.Average, passed.Criteria.Sum(criterion => criterion.Average));
    }

    private static string Text(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        return string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
    }
}
