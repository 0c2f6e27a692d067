using System.Text.RegularExpressions;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Tests.Structure;
using AwardFlow.Trail;

namespace AwardFlow.Tests.Web;

/// <summary>The pages as text: what their two languages must have.</summary>
public partial class PagesWordsTests
{
    private static readonly string[] Thai =
    [
        "words-th.js", "words-setup-th.js", "words-trail-th.js", "words-records-th.js", "words-approval-th.js",
        "words-desk-th.js", "words-judge-th.js", "words-judging-th.js", "words-print-th.js", "words-corrections-th.js",
    ];
    private static readonly string[] English =
    [
        "words-en.js", "words-setup-en.js", "words-trail-en.js", "words-records-en.js", "words-approval-en.js",
        "words-desk-en.js", "words-judge-en.js", "words-judging-en.js", "words-print-en.js", "words-corrections-en.js",
    ];

    [Fact]
    public void Every_word_is_there_in_both_languages() => Assert.Equal(Keys(Thai).Order(StringComparer.Ordinal), Keys(English).Order(StringComparer.Ordinal));

    [Fact]
    public void No_word_stands_twice() => Assert.All(new[] { Thai, English }, files => Assert.Equal(Keys(files).Distinct(StringComparer.Ordinal), Keys(files)));

    [Fact]
    public void Every_word_that_a_page_says_is_there()
    {
        var said = Directory.GetFiles(Folder, "*.js")
            .SelectMany(file => Said().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["key"].Value).ToArray();
        Assert.Contains("cycles", said);
        Assert.Empty(said.Except(Keys(Thai), StringComparer.Ordinal));
    }

    [Fact]
    public void Every_state_has_its_words() => Assert.Empty(
        Enum.GetNames<CycleState>().Select(state => $"cycle.{Camel(state)}").Concat(Enum.GetNames<DeliveryState>().Select(state => $"delivery.{Camel(state)}"))
            .Concat(Enum.GetNames<CorrectionState>().Select(state => $"correction.{Camel(state)}"))
            .Except(Keys(Thai), StringComparer.Ordinal));

    [Fact]
    public void Every_kind_of_line_of_a_trail_and_every_fault_has_its_words() => Assert.Empty(
        typeof(TrailKind).GetFields()
            .Select(kind => $"trail.{kind.GetRawConstantValue()}")
            .Concat(Enum.GetNames<TrailFaultKind>().Select(fault => $"trailFault.{Camel(fault)}"))
            .Except(Keys(Thai), StringComparer.Ordinal));

    [Fact]
    public void A_value_in_one_language_is_in_the_other()
    {
        var (thai, english) = (Values(Thai), Values(English));
        Assert.All(thai, word => Assert.Equal(word.Value, english[word.Key]));
    }

    [Theory]
    [InlineData("อีเมล", "ไปรษณีย์อิเล็กทรอนิกส์")]
    [InlineData("(?<!กล่อง)จดหมาย(?!เหตุ)", "หนังสือ")]
    [InlineData("กุญแจ|โทเค็น", "รหัสเข้าใช้งาน")]
    [InlineData("ทั้งที่(คะแนน)?(ขาด|ไม่ครบ|ยังขาด)", "โดยใช้คะแนนเท่าที่มี")]
    [InlineData("พักรอบ|พักไว้", "พักการดำเนินการ")]
    [InlineData("กรรมการ(ทุก|แต่ละ)?คน|กรรมการ[^' ]* \\{\\w+\\} คน", "ท่าน")]
    [InlineData("ส่วนราชการที่รับเรื่อง|หน่วยงานภายในที่รับ", "ส่วนงานที่รับเรื่อง (กอง/ฝ่าย)")]
    [InlineData("ชื่อผู้รับ", "ชื่อผู้ลงรับ")]
    [InlineData("\\(ถ้ามี\\)", "(ไม่บังคับ)")]
    [InlineData("ตราสัญลักษณ์", "ตราหน่วยงาน")]
    [InlineData("ยกเลิกลิงก์", "เพิกถอนลิงก์")]
    [InlineData("ปิดรอบ|ปิดแล้ว|ขยายเวลา", "ปิดรับ, ปิดรับแล้ว, เปลี่ยนเวลาปิดรับ")]
    [InlineData("เดี๋ยวนี้|ติดต่อระบบไม่ได้|อ่านข้อมูลใหม่|ผลชั่วคราว|ชีต", "as the pages say elsewhere")]
    [InlineData("แก้(?!ไข)", "แก้ไข")]
    public void One_word_stands_for_one_thing(string other, string ours)
    {
        var said = Directory.GetFiles(Folder, "words-*-th.js").Append(Path.Combine(Folder, "words-th.js")).Append(Path.Combine(Folder, "causes.js"))
            .SelectMany(file => File.ReadLines(file).SelectMany(line => Regex.Matches(line, $"[^']*({other})[^']*", RegexOptions.None, TimeSpan.FromSeconds(1))
                .Select(match => $"{Path.GetFileName(file)}: {match.Value}")));
        Assert.True(!said.Any(), $"Say {ours}: {string.Join(" | ", said)}");
    }

    [Theory]
    [InlineData("index.html", "app.js")]
    [InlineData("judge.html", "judge.js")]
    public void Every_module_is_asked_for_at_once(string page, string script) => Assert.Equal(
        Reached(script).Except([script], StringComparer.Ordinal).Order(StringComparer.Ordinal),
        Preloaded().Matches(File.ReadAllText(Path.Combine(Folder, page))).Select(match => match.Groups["name"].Value));

    [Fact]
    public void No_script_is_left_that_no_page_uses() => Assert.Equal(
        Directory.GetFiles(Folder, "*.js").Select(Path.GetFileName).Append("lit-html.js").Order(StringComparer.Ordinal),
        Reached("app.js").Union(Reached("judge.js"), StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Folder => Path.Combine(Repository.Root, "functions", "AwardFlow.Web", "Pages");

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    // A script with all that it imports. The build brings lit-html.
    private static List<string> Reached(string script)
    {
        var reached = new List<string> { script };
        for (var i = 0; i < reached.Count; i++)
        {
            var file = Path.Combine(Folder, reached[i]);
            reached.AddRange(File.Exists(file)
                ? Imported().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).Except(reached, StringComparer.Ordinal)
                : []);
        }
        return reached;
    }

    private static string[] Keys(string[] files) => [.. Words(files).Select(match => match.Groups["key"].Value)];

    private static Dictionary<string, string> Values(string[] files) => Words(files).ToDictionary(
        match => match.Groups["key"].Value,
        match => string.Join(' ', Value().Matches(match.Groups["text"].Value).Select(value => value.Value).Order(StringComparer.Ordinal)),
        StringComparer.Ordinal);

    private static IEnumerable<Match> Words(string[] files) => files.SelectMany(file => Word().Matches(File.ReadAllText(Path.Combine(Folder, file))));

    [GeneratedRegex(@"(?<=^\s*|', )'?(?<key>[A-Za-z][\w.]*)'?: '(?<text>[^']*)'", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(from|import) '\./(?<name>[\w-]+\.js)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Imported();

    [GeneratedRegex("rel=\"modulepreload\" href=\"/pages/(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Preloaded();

    [GeneratedRegex(@"\bt\('(?<key>[\w.]+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Said();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();
}
