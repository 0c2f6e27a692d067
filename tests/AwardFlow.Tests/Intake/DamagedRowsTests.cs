using AwardFlow.Tests.Corpus;
using static AwardFlow.Tests.Corpus.RawWorkbook;

namespace AwardFlow.Tests.Intake;

/// <summary>Rows that a comma moved, and texts that another program broke; each beside an honest one.</summary>
public class DamagedRowsTests
{
    private const string Entries = "entry_code,saraban_email,project,organisation,addressee,province";
    private const string Wide = "entry_code,judge,k1,k2,k3";

    [Fact]
    public void A_blank_field_too_many_in_a_list_of_entries_is_a_shift()
    {
        var read = OfficeSheet.Entries(Entries, "LG-001,saraban1@example.go.th,ระบบน้ำประปา, เฟสสอง,เทศบาลตำบลตัวอย่าง 1,นายกเทศมนตรี,");
        Assert.StartsWith("2  'LG-001': has 7 fields, but the header has 6", Assert.Single(read.Problems), StringComparison.Ordinal);
        Assert.StartsWith(
            "3  'LG-002': has 7 fields",
            Assert.Single(OfficeSheet.Entries(
                Entries, "LG-001,saraban1@example.go.th,น้ำประปา,เทศบาล,นายก,ตาก", "LG-002,saraban1@example.go.th,น้ำ, ประปา,เทศบาล,นายก,").Problems),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",", ",", ",")]
    [InlineData("", ",", ",")]
    [InlineData(",,", ",,", "")]
    [InlineData("", "", "")]
    public void Padding_of_all_rows_alike_and_that_of_the_header_is_none(string header, string first, string second)
    {
        Assert.Equal(
            2,
            OfficeSheet.Entries(
                Entries + header,
                "LG-001,saraban1@example.go.th,น้ำประปา,เทศบาล,นายก,ตาก" + first,
                "LG-002,saraban1@example.go.th,น้ำประปา,เทศบาล,นายก,ตาก" + second).Rows.Length);
        Assert.Equal(6, OfficeSheet.Scores(Wide + header, "LG-001,ก ข,20,5,10" + first, "LG-002,ก ข,20,5,10" + second).Rows.Length);
    }

    [Theory]
    [InlineData(Wide, "LG-001,ก ข,20,5,10,")]
    [InlineData(Wide + ",comment", "LG-001,ก ข,20,5,10,30,", "LG-002,ก ข,20,5,10,ดีมาก")]
    [InlineData("entry_code,judge,criterion,score,comment", "LG-001,ก ข,k1,20,5,", "LG-001,ก ข,k2,20,ดี")]
    [InlineData(Wide + ",อันดับ", "LG-001,ก ข,20,5,10,30,", "LG-002,ก ข,20,10,30,1")]
    [InlineData(Wide + ",รวม", "LG-001,ก ข,20,5,10,30,", "LG-002,ก ข,20,10,30,60")]
    public void A_blank_field_too_many_in_one_row_of_scores_is_a_shift(params string[] lines) =>
        Assert.StartsWith("2  'LG-001': has ", Assert.Single(OfficeSheet.Scores(lines).Problems), StringComparison.Ordinal);

    [Fact]
    public void A_list_of_entries_made_of_a_moved_csv_is_refused_as_a_workbook_too()
    {
        var header = Row(1, "entry_code", "saraban_email", "project", "organisation", "addressee", "province");
        var moved = OfficeSheet.Entries(
            new RawWorkbook().Sheet(header + Row(2, "LG-001", "saraban1@example.go.th", "น้ำประปา", "เฟสสอง", "เทศบาล", "นายก", "ตาก")));
        Assert.StartsWith("2 G 'ตาก': stands right of the table's last column", Assert.Single(moved.Problems), StringComparison.Ordinal);
        Assert.Single(
            OfficeSheet.Entries(new RawWorkbook().Sheet(header + Row(2, "LG-001", "saraban1@example.go.th", "น้ำประปา", "เทศบาล", "นายก", "ตาก"))).Rows);
    }

    [Theory]
    [InlineData("ไม่เห็นด้วย,เว้นแต่ปรับปรุง", "ไม่เห็นด้วย,เว้นแต่ปรับปรุง")]
    [InlineData("ดี, มาก,  ครับ", "ดี, มาก,  ครับ")]
    public void A_comment_with_commas_stays_as_it_stood(string comment, string taken) =>
        Assert.Equal($"LG-001,ก ข,k1,20,\"{taken}\"", OfficeSheet.Scores(Wide + ",comment", "LG-002,ก ข,20,5,10,ดี", $"LG-001,ก ข,20,5,10,{comment}").Rows[3]);

    [Fact]
    public void A_cell_merged_over_columns_is_not_the_next_column()
    {
        var header = Row(1, "entry_code", "project", "organisation", "addressee", "saraban_email", "province");
        string Table(string? addressee) => header + Row(2, "LG-001", "น้ำประปา", "เทศบาล", addressee, "saraban1@example.go.th", "ตาก");
        var sideways = OfficeSheet.Entries(new RawWorkbook().Sheet(Table(null), after: "<mergeCells count=\"1\"><mergeCell ref=\"C2:D2\"/></mergeCells>"));
        Assert.Equal(["2 addressee '': must not be blank"], sideways.Problems);
        var down = OfficeSheet.Entries(new RawWorkbook().Sheet(
            Table("นายก") + Row(3, "LG-002", "ถนน", null, null, "saraban1@example.go.th", "ตาก"),
            after: "<mergeCells count=\"1\"><mergeCell ref=\"C2:C3\"/><mergeCell ref=\"D2:D3\"/></mergeCells>"));
        Assert.Equal("LG-002,ถนน,เทศบาล,นายก,saraban1@example.go.th,ตาก", down.Rows[1]);
    }

    [Theory]
    [InlineData("???????? Smart City ??????? dashboard")]
    [InlineData("????? Smart Farm")]
    [InlineData("Smart Farm ????")]
    [InlineData("AI?????????")]
    [InlineData("Asst.Prof.Dr.?????")]
    public void Thai_that_became_question_marks_beside_Latin_is_lost(string project) =>
        Assert.StartsWith(
            $"2 project '{project}': is question marks",
            Assert.Single(OfficeSheet.Entries(Entries, $"LG-001,saraban1@example.go.th,{project},เทศบาล,นายก,ตาก").Problems),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Why not???")]
    [InlineData("Smart City?")]
    [InlineData("ทำไมต้อง Smart City???")]
    [InlineData("What?? How??")]
    public void Questions_are_not(string project) =>
        Assert.Single(OfficeSheet.Entries(Entries, $"LG-001,saraban1@example.go.th,{project},เทศบาล,นายก,ตาก").Rows);

    [Theory]
    [InlineData("TRUE", "is TRUE or FALSE")]
    [InlineData("FALSE", "is TRUE or FALSE")]
    [InlineData("#VALUE", "holds the error")]
    [InlineData("#REF", "holds the error")]
    [InlineData("NULL", "is what programs write")]
    [InlineData("nan", "is what programs write")]
    [InlineData("undefined", "is what programs write")]
    public void What_programs_write_for_nothing_is_no_name(string name, string problem)
    {
        Assert.StartsWith(
            $"2 addressee '{name}': {problem}",
            Assert.Single(OfficeSheet.Entries(Entries, $"LG-001,saraban1@example.go.th,น้ำ,เทศบาล,{name},ตาก").Problems),
            StringComparison.Ordinal);
        Assert.StartsWith($"2 judge '{name}': {problem}", Assert.Single(OfficeSheet.Scores(Wide, $"LG-001,{name},20,5,10").Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_province_of_Nan_and_true_words_are_names() =>
        Assert.Single(OfficeSheet.Entries(Entries, "LG-001,saraban1@example.go.th,True Nature,เทศบาล,นายก,Nan").Rows);

    [Theory]
    [InlineData("2564-02-01")]
    [InlineData("01-02-2564")]
    [InlineData("01-02-2021")]
    [InlineData("1.2.2564")]
    public void A_code_of_the_form_of_a_date_is_named(string code) =>
        Assert.StartsWith(
            $"2 entry_code '{code}': looks like a date",
            Assert.Single(OfficeSheet.Entries(Entries, $"{code},saraban1@example.go.th,น้ำ,เทศบาล,นายก,ตาก").Warnings),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("1-กุมภาพันธ์")]
    [InlineData("กุมภาพันธ์-64")]
    [InlineData("February-64")]
    public void A_code_that_became_a_month_is_refused(string code) =>
        Assert.StartsWith(
            $"2 entry_code '{code}': is a date",
            Assert.Single(OfficeSheet.Entries(Entries, $"{code},saraban1@example.go.th,น้ำ,เทศบาล,นายก,ตาก").Problems),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("LG-01-2564")]
    [InlineData("2564-001")]
    [InlineData("01-02-03")]
    public void Other_codes_are_not(string code) => Assert.Empty(OfficeSheet.Entries(Entries, $"{code},saraban1@example.go.th,น้ำ,เทศบาล,นายก,ตาก").Warnings);

    [Theory]
    [InlineData("8.12E+08")]
    [InlineData("6.68123E+11")]
    public void A_shortened_telephone_number_is_refused(string phone) =>
        Assert.StartsWith(
            $"2 phone '{phone}': is a number as a spreadsheet shortens it",
            Assert.Single(OfficeSheet.Entries(Entries + ",phone", $"LG-001,saraban1@example.go.th,น้ำ,เทศบาล,นายก,ตาก,{phone}").Problems),
            StringComparison.Ordinal);

    [Fact]
    public void A_telephone_number_without_a_digit_is_named_as_where_a_comma_moved_it() =>
        Assert.StartsWith(
            "2 phone 'ตาก': has no digit",
            Assert.Single(OfficeSheet.Entries(Entries + ",phone", "LG-001,saraban1@example.go.th,น้ำ, เฟสสอง,เทศบาล,นายก,ตาก").Warnings),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("81-234-5678", 1)]
    [InlineData("81 234 5678", 1)]
    [InlineData("55-512-345", 1)]
    [InlineData("081-234-5678", 0)]
    [InlineData("+66 81 234 5678", 0)]
    [InlineData("0 5551 2345 ต่อ 12", 0)]
    public void A_telephone_number_without_its_first_0_is_named(string phone, int warnings) =>
        Assert.Equal(warnings, OfficeSheet.Entries(Entries + ",phone", $"LG-001,saraban1@example.go.th,น้ำ,เทศบาล,นายก,ตาก,{phone}").Warnings.Length);

    [Fact]
    public void A_code_is_what_its_format_shows_zeros_and_all()
    {
        var workbook = new RawWorkbook { Styles = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0&quot;00&quot;\"/></numFmts><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>" };
        var read = OfficeSheet.Entries(workbook.Sheet(
            Row(1, "entry_code", "project", "organisation", "addressee", "saraban_email", "province")
            + Row(2, "<c s=\"1\"><v>1</v></c>", "น้ำ", "เทศบาล", "นายก", "saraban1@example.go.th", "ตาก")));
        Assert.StartsWith("100,", Assert.Single(read.Rows), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20,5")]
    [InlineData("8 คะแนน")]
    public void A_text_that_is_not_shown_is_named(string score)
    {
        var workbook = new RawWorkbook { Styles = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\";;;\"/></numFmts><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>" };
        var read = OfficeSheet.Scores(workbook.Sheet(
            Row(1, "entry_code", "judge", "k1", "k2", "k3") + Row(2, "LG-001", "ก ข", $"<c s=\"1\" t=\"inlineStr\"><is><t>{score}</t></is></c>", "10,5", 30)));
        Assert.Contains(read.Warnings, warning => warning.StartsWith($"2 k1 '{score}': is not shown", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0&quot; เปอร์เซ็นต์&quot;", "is shown as a percentage")]
    [InlineData("0&quot; จาก 100&quot;", "is shown as '20 จาก 100', which is another number")]
    [InlineData("0&quot; จาก 30&quot;", null)]
    [InlineData("0.0&quot; (เต็ม 30)&quot;", null)]
    public void A_score_is_what_the_words_of_its_format_make_of_it(string format, string? problem)
    {
        var workbook = new RawWorkbook { Styles = $"<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"{format}\"/></numFmts><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>" };
        var read = OfficeSheet.Scores(
            workbook.Sheet(Row(1, "entry_code", "judge", "k1", "k2", "k3") + Row(2, "LG-001", "ก ข", "<c s=\"1\"><v>20</v></c>", 10, 30)));
        Assert.Equal(problem is null ? 3 : 0, read.Rows.Length);
        Assert.All(read.Problems, each => Assert.StartsWith($"2 k1 '20': {problem}", each, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"=\"\"081-234-5678\"\"\"")]
    [InlineData("=\"081-234-5678\"")]
    [InlineData("'081-234-5678")]
    public void What_keeps_a_text_from_becoming_a_number_is_no_part_of_it(string phone) =>
        Assert.EndsWith(
            ",081-234-5678",
            OfficeSheet.Entries(Entries + ",phone", $"LG-001,saraban1@example.go.th,น้ำ,เทศบาล,นายก,ตาก,{phone}").Rows[0],
            StringComparison.Ordinal);

    [Fact]
    public void An_organisation_is_the_same_in_Thai_and_Western_digits() =>
        Assert.StartsWith("LG-001,", OfficeSheet.Scores("organisation,judge,k1,k2,k3", "เทศบาลตำบลตัวอย่าง ๑,ก ข,20,5,10").Rows[0], StringComparison.Ordinal);

    [Fact]
    public void A_score_given_on_two_sheets_is_named_with_its_sheet()
    {
        var table = Row(1, "entry_code", "judge", "k1", "k2", "k3") + Row(2, "LG-001", "ก ข", 20, 5, 10);
        var read = OfficeSheet.Scores(new RawWorkbook().Sheet(table, "รอบ 1").Sheet(table, "รอบ 2"), new AwardFlow.Intake.UploadOptions { Sheet = "*" });
        Assert.EndsWith("for criterion k1 in row 2 of sheet 'รอบ 1' too", read.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_works_of_one_organisation_that_change_codes_are_to_be_confirmed()
    {
        const string rows = ",เทศบาล,นายก,saraban1@example.go.th,ตาก";
        var read = OfficeSheet.Of(
            AwardFlow.Intake.UploadKind.Entries,
            System.Text.Encoding.UTF8.GetBytes($"entry_code,project,organisation,addressee,saraban_email,province\nA,น้ำ{rows}\nB,ถนน{rows}"),
            new AwardFlow.Intake.UploadOptions(),
            OfficeCycle.Context with { Entries = [] });
        Assert.Equal(2, read.Rows.Length);
        AwardFlow.Intake.Entry Entry(string code, string project) => new()
        {
            Code = AwardFlow.Cycles.EntryCode.Parse(code),
            Project = project,
            Organisation = "เทศบาล",
            Addressee = "นายก",
            SarabanEmail = "",
            Province = "ตาก",
        };
        var swapped = AwardFlow.Intake.ChangesOfEntries.Of([Entry("A", "น้ำ"), Entry("B", "ถนน")], [Entry("A", "ถนน"), Entry("B", "น้ำ")], new AllScored());
        Assert.Equal((2, true), (swapped.Organisations.Count, swapped.Confirm is not null));
        Assert.Null(
            AwardFlow.Intake.ChangesOfEntries.Of([Entry("A", "น้ำ"), Entry("B", "ถนน")], [Entry("A", "น้ำประปา"), Entry("B", "ถนน")], new AllScored()).Confirm);
    }

    [Fact]
    public void A_broken_header_is_named_as_such()
    {
        Assert.All(
            OfficeSheet.Scores("entry_code,à¸à¸£à¸£à¸¡,k1,k2,k3", "LG-001,ก ข,20,5,10").Problems,
            problem => Assert.Contains("wrong encoding", problem, StringComparison.Ordinal));
        Assert.All(
            OfficeSheet.Scores("entry_code,กร\ufffdมการ,k1,k2,k3", "LG-001,ก ข,20,5,10").Problems,
            problem => Assert.Contains("\ufffd", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Quotation_marks_inside_a_text_belong_to_it()
    {
        Assert.Equal(
            "LG-001,ก ข,k1,20,\"งาน \"\"ดี\"\" ครับ\"",
            OfficeSheet.Scores("entry_code\tjudge\tk1\tk2\tk3\tcomment", "LG-001\tก ข\t20\t5\t10\tงาน \"ดี\" ครับ").Rows[0]);
        Assert.Equal("LG-001,ก ข,k1,20,\"ดี, มาก\"", OfficeSheet.Scores(Wide + ",comment", "LG-001, \"ก ข\",20,5,10, \"ดี, มาก\"").Rows[0]);
        Assert.StartsWith("Row 2 of the csv file", OfficeSheet.Scores(Wide + ",comment", "LG-001,\"ก\" ข,20,5,10,ดี").Refused, StringComparison.Ordinal);
    }

    private sealed class AllScored : AwardFlow.Intake.IStandingScores
    {
        public decimal? Points(AwardFlow.Cycles.EntryCode entryCode, AwardFlow.Cycles.JudgeName judge, string criterion) => 1;

        public string Comment(AwardFlow.Cycles.EntryCode entryCode, AwardFlow.Cycles.JudgeName judge, string criterion) => "";

        public int LastUpload(AwardFlow.Cycles.EntryCode entryCode, AwardFlow.Cycles.JudgeName judge) => 1;

        public int? Submission(AwardFlow.Cycles.EntryCode entryCode, AwardFlow.Cycles.JudgeName judge) => null;

        public bool IsScored(AwardFlow.Cycles.EntryCode entryCode) => true;

        public bool IsComplete(AwardFlow.Cycles.EntryCode entryCode, AwardFlow.Cycles.JudgeName judge) => true;
    }
}
