using AwardFlow.Tests.Corpus;
using static AwardFlow.Tests.Corpus.RawWorkbook;

namespace AwardFlow.Tests.Intake;

/// <summary>What stands in a table beside its entries, and several tables in one sheet.</summary>
public class SideRowsTests
{
    private const string Wide = "entry_code,judge,k1,k2,k3";
    private const string NoJudge = "entry_code,k1,k2,k3";

    [Fact]
    public void Below_a_second_header_with_another_judge_s_name_that_judge_s_scores_stand()
    {
        var read = OfficeSheet.Scores("ผู้ให้คะแนน: นายสมชาย ใจดี", NoJudge, "LG-001,20,5,10", "", "ผู้ให้คะแนน: นางสมหญิง ดีงาม", NoJudge, "LG-001,21,6,11");
        Assert.Equal(["LG-001,นายสมชาย ใจดี,k1,20,", "LG-001,นางสมหญิง ดีงาม,k1,21,"], [read.Rows[0], read.Rows[3]]);
        Assert.Equal(2, read.Warnings.Count(warning => warning.Contains("stands above the table", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ผู้ให้คะแนน: นางสมหญิง ดีงาม,,,")]
    [InlineData("กรรมการ:,นางสมหญิง ดีงาม,,")]
    [InlineData("นางสมหญิง ดีงาม,,,")]
    public void Another_judge_s_name_in_the_middle_of_a_table_is_refused(string name) =>
        Assert.StartsWith(
            "4 judge 'นางสมหญิง ดีงาม': names another judge",
            Assert.Single(OfficeSheet.Scores("ผู้ให้คะแนน: นายสมชาย ใจดี,,,", NoJudge, "LG-001,20,5,10", name, "LG-002,21,6,11").Problems),
            StringComparison.Ordinal);

    [Fact]
    public void The_same_judge_s_name_on_the_next_page_and_below_the_table_is_passed_over()
    {
        var read = OfficeSheet.Scores(
            "กรรมการ: นายสมชาย ใจดี", NoJudge, "LG-001,20,5,10", "กรรมการ: สมชาย ใจดี", NoJudge, "LG-002,20,5,10", "ผู้ให้คะแนน: ...............");
        Assert.Equal((6, 3), (read.Rows.Length, read.PassedOver.Length));
    }

    [Fact]
    public void A_second_header_with_other_columns_is_refused_and_the_same_one_passed_over()
    {
        Assert.StartsWith(
            "3  'entry_code': is the header of another table",
            Assert.Single(OfficeSheet.Scores(Wide, "LG-001,ก ข,20,5,10", "entry_code,judge,k3,k2,k1", "LG-002,ก ข,10,5,20").Problems),
            StringComparison.Ordinal);
        Assert.Equal(6, OfficeSheet.Scores(Wide, "LG-001,ก ข,20,5,10", "Entry_Code,judge,k1 ปัญหาที่ชี้ชัด,k2 (25.5),k3 ", "LG-002,ก ข,10,5,20").Rows.Length);
        const string entries = "entry_code,saraban_email,project,organisation,addressee,province";
        Assert.StartsWith(
            "3  'entry_code': is the header",
            Assert.Single(OfficeSheet.Entries(
                entries, "LG-001,saraban1@example.go.th,น้ำ,เทศบาล,นายก,ตาก", "entry_code,saraban_email,organisation,project,addressee,province").Problems),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("สูงสุด")]
    [InlineData("ค่าสูงสุด")]
    [InlineData("คะแนนสูงสุด")]
    [InlineData("max")]
    [InlineData("รวมคะแนนเฉลี่ย")]
    [InlineData("รวมคะแนนที่ได้")]
    [InlineData("คะแนนเฉลี่ยรวมทั้งหมด")]
    [InlineData("คิดเป็นร้อยละ")]
    [InlineData("มัธยฐาน")]
    [InlineData("Total score")]
    [InlineData("Average score")]
    [InlineData("รวม 4 ผลงาน")]
    public void Rows_of_totals_are_passed_over_in_any_words(string name)
    {
        var read = OfficeSheet.Scores(Wide, "LG-001,ก ข,20,5,10", $"{name},,20,5,10");
        Assert.Equal([$"3  '{name}': a row of totals or averages, passed over"], read.PassedOver);
        Assert.Empty(read.Warnings);
    }

    [Theory]
    [InlineData("คะแนนเต็ม 100")]
    [InlineData("เต็ม 30")]
    public void Rows_of_maxima_may_say_how_much(string name) =>
        Assert.Equal([$"2  '{name}': the row of maxima, passed over"], OfficeSheet.Scores(Wide, $"{name},,30,25.5,44.5", "LG-001,ก ข,20,5,10").PassedOver);

    [Theory]
    [InlineData(",,,ลงชื่อ ............ กรรมการ,")]
    [InlineData(",,,ลงชื่อ ............ กรรมการ,\n,,,(นายสมชาย ใจดี),\n,,,วันที่ 15 ต.ค. 64,")]
    [InlineData(",,......../......../........,,")]
    [InlineData(",___/___/___,,,")]
    [InlineData("กรรมการและเลขานุการ,,,,")]
    [InlineData("ประธานคณะกรรมการ,,,,")]
    [InlineData("ผู้รวบรวมข้อมูล: นายใคร,,,,")]
    [InlineData("ผู้ประเมิน ................,,,,")]
    [InlineData("ลงชื่อ,,,,\nนายสมชาย ใจดี,,,,\nผู้อำนวยการกอง,,วิชาการ,,")]
    [InlineData("ด้านสิ่งแวดล้อม,,,,")]
    [InlineData("กลุ่มที่ 1 เทศบาลขนาดเล็ก,,,,")]
    public void Signatures_dates_and_headings_are_passed_over(string rows)
    {
        var read = OfficeSheet.Scores([Wide, "LG-001,ก ข,20,5,10", .. rows.Split('\n'), "LG-002,ก ข,20,5,10"]);
        Assert.Equal((6, rows.Split('\n').Length), (read.Rows.Length, read.PassedOver.Length));
    }

    [Theory]
    [InlineData("LG-0O9,,,,")]
    [InlineData("กลุ่มที่ 9,ก ข,20,5,10")]
    public void A_code_that_is_not_known_is_no_heading(string row) => Assert.NotEmpty(OfficeSheet.Scores(Wide, "LG-001,ก ข,20,5,10", row).Problems);

    [Fact]
    public void Signatures_below_a_list_of_entries_may_stand_in_any_column()
    {
        var read = OfficeSheet.Entries(
            "entry_code,saraban_email,project,organisation,addressee,province",
            "LG-001,saraban1@example.go.th,น้ำ,เทศบาล,นายก,ตาก",
            ",ลงชื่อ ........,,,,",
            ",(นายสมชาย ใจดี),,,,",
            ",ผู้อำนวยการ,,,,");
        Assert.Equal((1, 3), (read.Rows.Length, read.PassedOver.Length));
    }

    [Theory]
    [InlineData("20,5,,60", 1)]
    [InlineData("20,5,,25", 0)]
    [InlineData("20,5,10,99 คะแนน", 1)]
    [InlineData("20,5,10,99/100", 1)]
    [InlineData("20,5,10,35/100", 0)]
    [InlineData(",,,0", 0)]
    public void A_total_that_disagrees_is_named_whatever_its_column_is_called(string cells, int warnings)
    {
        foreach (var name in new[] { "รวม", "รวมคะแนนทั้งหมด", "คะแนนรวมทั้งหมด", "ผลรวมคะแนน", "คะแนนรวม (100)", "คะแนนรวมสุทธิ", "Overall total" })
        {
            Assert.Equal(warnings, OfficeSheet.Scores($"{Wide},{name}", $"LG-001,ก ข,{cells}", "LG-002,ก ข,20,5,10,35").Warnings.Length);
        }
    }

    [Theory]
    [InlineData("LG-001,ก ข,20.00,-,30", "LG-002,ก ข,15.50,5.25,7", "2 k2 '-': is a dash in a file whose numbers")]
    [InlineData("LG-001,ก ข,20,-,30.00", "LG-002,ก ข,15.5,5,7.00", null)]
    public void A_dash_for_zero_is_told_by_its_own_column(string first, string second, string? warning)
    {
        var warnings = OfficeSheet.Scores(Wide, first, second).Warnings;
        Assert.Equal(warning is null, warnings.Length == 0);
        Assert.All(warnings, each => Assert.StartsWith(warning!, each, StringComparison.Ordinal));
    }

    [Fact]
    public void Headers_may_have_a_score_and_a_suggestion_below_each_criterion()
    {
        const string merged =
            "<mergeCells count=\"5\"><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:D1\"/><mergeCell ref=\"E1:F1\"/><mergeCell ref=\"G1:H1\"/></mergeCells>";
        var rows = Row(1, "รหัสผลงาน", "กรรมการ", "ปัญหาที่ชี้ชัด", null, "ผู้ใช้เพิ่มขึ้น", null, "ยั่งยืน")
            + Row(2, null, null, "คะแนน", "ข้อเสนอแนะ", "คะแนน", "ข้อเสนอแนะ", "คะแนน", "ข้อเสนอแนะ")
            + Row(3, "LG-001", "ก ข", 20, "หนึ่ง", 5, "สอง", 10, "สาม");
        foreach (var after in new[] { merged, "" })
        {
            Assert.Equal(
                ["LG-001,ก ข,k1,20,หนึ่ง", "LG-001,ก ข,k2,5,สอง", "LG-001,ก ข,k3,10,สาม"],
                OfficeSheet.Scores(new RawWorkbook().Sheet(rows, after: after)).Rows);
        }
    }

    [Fact]
    public void Headers_may_have_codes_and_titles_below_the_word_for_scores()
    {
        var read = OfficeSheet.Scores(
            "รหัสผลงาน,กรรมการ,คะแนน,,,ข้อเสนอแนะ", ",,k1,k2,k3,", ",,ปัญหาที่ชี้ชัด,ผู้ใช้เพิ่มขึ้น,ยั่งยืน,", "LG-001,ก ข,20,5,10,ดี");
        Assert.Equal(["LG-001,ก ข,k1,20,ดี", "LG-001,ก ข,k2,5,", "LG-001,ก ข,k3,10,"], read.Rows);
    }

    [Theory]
    [InlineData("ปัญหาที่ชี้ชัด คะแนนเต็ม 30 (คะแนน)")]
    [InlineData("\"ปัญหาที่ชี้ชัด\nคะแนนเต็ม 30 คะแนน\"")]
    [InlineData("(1) ปัญหาที่ชี้ชัด")]
    [InlineData("เกณฑ์ที่ 1 ปัญหาที่ชี้ชัด")]
    [InlineData("ด้านที่ 1 ปัญหาที่ชี้ชัด (30)")]
    [InlineData("ปัญหาที่ชี้ชัด - 30 คะแนน")]
    [InlineData("ปัญหาที่ชี้ชัด (SDG 13)")]
    public void Criteria_are_known_with_numbers_before_and_maxima_behind(string name)
    {
        var read = OfficeSheet.Scores($"entry_code,judge,{name},k2,k3", "LG-001,ก ข,20,5,10");
        Assert.Equal((3, 0), (read.Rows.Length, read.Warnings.Length));
    }

    [Fact]
    public void Whole_questions_that_a_person_said_mean_criteria_make_a_header()
    {
        var long120 = "๑. " + new string('ก', 120);
        var columns = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [long120] = "k1",
            ["คำถามที่สอง"] = "k2",
            ["คำถามที่สาม"] = "k3",
            ["หน่วยงานใด"] = "organisation",
            ["ท่านคือใคร"] = "judge",
        };
        var context = OfficeCycle.Context with { Mapping = new AwardFlow.Intake.Sheets.ColumnMapping(columns) };
        var text = System.Text.Encoding.UTF8.GetBytes(
            $"แบบประเมิน,,,,\nท่านคือใคร,หน่วยงานใด,{long120},คำถามที่สอง,คำถามที่สาม\nก ข,เทศบาลตำบลตัวอย่าง 1,20,5,10");
        Assert.Equal(3, OfficeSheet.Of(AwardFlow.Intake.UploadKind.Scores, text, new AwardFlow.Intake.UploadOptions(), context).Rows.Length);
        using var file = new MemoryStream(text);
        using var sheets = AwardFlow.Intake.Sheets.SheetFile.Open(file, AwardFlow.Intake.Sheets.FileKind.Of(file), TestContext.Current.CancellationToken);
        var preview = AwardFlow.Intake.SheetPreview.Of(
            sheets, context.Definition, AwardFlow.Intake.UploadKind.Scores, AwardFlow.Intake.ScoresSheet.SignatureOf(context.Definition, context.Mapping));
        Assert.Contains(long120, preview.Sheets[0].Rows.Single(row => row.IsHeader).Cells);
    }

    [Fact]
    public void Another_maximum_behind_a_criterion_is_named() =>
        Assert.Single(OfficeSheet.Scores("entry_code,judge,ปัญหาที่ชี้ชัด คะแนนเต็ม 10 (คะแนน),k2,k3", "LG-001,ก ข,9,5,10").Warnings);

    [Theory]
    [InlineData("k1,k2,k3,ข้อเสนอแนะ,หมายเหตุ", "20,5,10,ดี,ภายใน")]
    [InlineData("k1,หมายเหตุ,k2,k3,ข้อเสนอแนะ", "20,ภายใน,5,10,ดี")]
    [InlineData("k1,k2,k3,ความคิดเห็น,หมายเหตุ", "20,5,10,ดี,ภายใน")]
    public void Of_several_columns_that_may_be_suggestions_the_likeliest_is(string header, string row) =>
        Assert.Equal(
            ["LG-001,ก ข,k1,20,ดี", "LG-001,ก ข,k2,5,", "LG-001,ก ข,k3,10,"], OfficeSheet.Scores($"entry_code,judge,{header}", $"LG-001,ก ข,{row}").Rows);
}
