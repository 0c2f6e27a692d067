using AwardFlow.Intake.Workbooks;
using AwardFlow.Thai;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace AwardFlow.Tests.Intake;

public class TemplatesTests
{
    public static TheoryData<string, Language> All =>
        new() { { "entries", Language.Thai }, { "entries", Language.English }, { "scores", Language.Thai }, { "scores", Language.English } };

    [Theory]
    [MemberData(nameof(All))]
    public void Are_workbooks_to_the_letter_of_the_standard(string kind, Language language)
    {
        using var workbook = Open(kind, language);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
            .Validate(workbook, TestContext.Current.CancellationToken)
            .Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Print_across_A4_as_wide_as_a_page_with_the_header_on_each(string kind, Language language)
    {
        using var workbook = Open(kind, language);
        var sheet = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var page = sheet.GetFirstChild<PageSetup>()!;
        Assert.Equal(
            (OrientationValues.Landscape, 9u, 1u, 0u), (page.Orientation!.Value, page.PaperSize!.Value, page.FitToWidth!.Value, page.FitToHeight!.Value));
        Assert.Matches(@"^'.+'!\$1:\$[34]$", workbook.WorkbookPart.Workbook!.DefinedNames!.GetFirstChild<DefinedName>()!.Text);
    }

    [Fact]
    public void Codes_typed_into_the_list_of_entries_stay_as_typed()
    {
        using var workbook = Open("entries", Language.Thai);
        var first = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.GetFirstChild<Columns>()!.GetFirstChild<Column>()!;
        var format = (CellFormat)workbook.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.ElementAt((int)first.Style!.Value);
        Assert.Equal(49u, format.NumberFormatId!.Value); // "Text"
    }

    [Fact]
    public void The_row_of_the_criteria_is_as_high_as_their_titles()
    {
        using var workbook = Open("scores", Language.Thai, "เกณฑ์ที่ยาวพอสำหรับสี่บรรทัดในเซลล์กว้างสิบหกตัวอักษรเท่านั้น");
        var row = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Single(each => each.RowIndex!.Value == 3);
        Assert.InRange(row.Height!.Value, 4 * 18, 6 * 18);
    }

    private static SpreadsheetDocument Open(string kind, Language language, string? title = null)
    {
        var definition = TestCycle.Definition;
        if (title is not null)
        {
            definition = definition with
            {
                Rubric =
                [
                    .. definition.Rubric.Select(category => category with { Criteria = [.. category.Criteria.Select(each => each with { Title = title })] }),
                ],
            };
        }
        var file = new MemoryStream();
        if (kind == "entries")
        {
            Templates.WriteEntries(file, definition, language);
        }
        else
        {
            Templates.WriteScores(file, definition, [TestCycle.Entry("E1"), TestCycle.Entry("001")], judge: null, language);
        }
        return SpreadsheetDocument.Open(file, isEditable: false);
    }
}
