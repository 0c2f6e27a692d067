using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Tests.Cycles;

public class CycleDefinitionReaderTests
{
    [Fact]
    public void A_definition_comes_back_as_it_was_written()
    {
        var json = Json();
        Assert.Equal(json.ToJsonString(), JsonSerializer.SerializeToNode(Read(json), AwardJson.Options)!.ToJsonString());
    }

    [Fact]
    public void Approval_is_required_and_the_average_is_the_mean_unless_said_otherwise()
    {
        var json = Json();
        json.Remove("approval");
        json.Remove("average");
        var definition = Read(json);
        Assert.Equal((Approval.Required, AverageMethod.Mean), (definition.Approval, definition.Average));
    }

    [Theory]
    [InlineData("id", "\"../etc\"")]
    [InlineData("id", "\"ab\"")]
    [InlineData("id", "\"Upper-Case\"")]
    [InlineData("title", "\" \"")]
    [InlineData("year", "2021")]
    [InlineData("passMark", "100.5")]
    [InlineData("passMark", "-1")]
    [InlineData("passMark", "\"sixty\"")]
    [InlineData("passMark", "33.3333")]
    [InlineData("rubric", "[]")]
    [InlineData("closesAt", "\"2021-10-08T16:30:00\"")]
    [InlineData("closesAt", "\"8/10/2564\"")]
    [InlineData("average", "\"median\"")]
    [InlineData("average", "1")]
    [InlineData("organiser.sarabanEmail", "\"a@b.example, c@d.example\"")]
    [InlineData("letter.opening", "[]")]
    [InlineData("letter.date", "\"15/10/2021\"")]
    [InlineData("letter.date", "\"2564-10-15\"")]
    [InlineData("letter.date", "\"0001-01-01\"")]
    [InlineData("letter.signatory.position", "[]")]
    [InlineData("receipts", "{\"remindAfterDays\": 0}", "receipts.remindAfterDays")]
    [InlineData("rubric[0].criteria[0].max", "0")]
    [InlineData("rubric[0].criteria[0].code", "\"judge\"")]
    [InlineData("title", "null")]
    public void What_breaks_a_rule_is_named_by_its_path(string path, string value, string? named = null)
    {
        var json = Json();
        Set(json, path, JsonNode.Parse(value));
        Assert.Contains(named ?? path, Errors(json).Keys);
    }

    [Fact]
    public void Two_criteria_with_one_code_are_refused()
    {
        var json = Json();
        Set(json, "rubric[0].criteria[0].code", "b");
        Assert.Equal(["has two criteria with one code."], Errors(json)["rubric"]);
    }

    [Fact]
    public void Every_missing_member_is_named_at_once()
    {
        var json = Json();
        json.Remove("passMark");
        json.Remove("title");
        json["letter"]!.AsObject().Remove("subject");
        Assert.Equal(["letter.subject", "passMark", "title"], Errors(json).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_no_json_is_told_by_line_and_byte_and_not_in_a_librarys_words()
    {
        var refused = Assert.Throws<InvalidDefinitionException>(() => CycleDefinitionReader.Read("{\n  \"id\": oops }"u8));
        Assert.Contains("line 2, byte", refused.Errors["$"].Single().English, StringComparison.Ordinal);
        Assert.Throws<InvalidDefinitionException>(() => CycleDefinitionReader.Read("{} {}"u8));
    }

    [Fact]
    public void A_member_that_nobody_knows_is_refused_by_name()
    {
        var json = Json();
        json["passmark"] = 50;
        Assert.Equal("passmark", Assert.Single(Errors(json)).Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\": ")]
    public void What_is_no_definition_at_all_is_refused(string json) =>
        Assert.Throws<InvalidDefinitionException>(() => CycleDefinitionReader.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("year", "\"abc\"", "must be a whole number.")]
    [InlineData("passMark", "\"sixty\"", "must be a number.")]
    [InlineData("title", "5", "must be a text.")]
    [InlineData("average", "\"median\"", "must be one of mean, trimmedMean.")]
    [InlineData("letter.date", "\"15/10/2021\"", "must be a date such as 2021-10-15.")]
    [InlineData("rubric", "{}", "must be a list.")]
    [InlineData("organiser", "[]", "must be an object.")]
    [InlineData("closesAt", "\"2021-10-08\"", "'2021-10-08' is not a time with its offset, such as 2021-10-08T16:30:00+07:00.")]
    public void A_value_of_the_wrong_kind_is_told_what_it_must_be(string path, string value, string problem)
    {
        var json = Json();
        Set(json, path, JsonNode.Parse(value));
        Assert.Equal([problem], Errors(json)[path]);
    }

    [Fact]
    public void No_message_shows_the_programs_insides()
    {
        var json = Json();
        Set(json, "rubric[0].criteria[0].max", "many");
        Assert.DoesNotContain("System.", Assert.Single(Errors(json)).Value.Single(), StringComparison.Ordinal);
    }

    private static JsonObject Json() => JsonSerializer.SerializeToNode(TestCycle.Definition, AwardJson.Options)!.AsObject();

    private static CycleDefinition Read(JsonNode json) => CycleDefinitionReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static Dictionary<string, string[]> Errors(JsonNode json) => Assert.Throws<InvalidDefinitionException>(() => Read(json)).Errors
        .ToDictionary(error => error.Key, error => error.Value.Select(text => text.English).ToArray(), StringComparer.Ordinal);

    private static void Set(JsonNode json, string path, JsonNode? value)
    {
        var parts = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        foreach (var part in parts.SkipLast(1))
        {
            json = int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var index) ? json[index]! : json[part]!;
        }
        json[parts[^1]] = value;
    }

    [Fact]
    public void Positions_and_judges_are_kept_in_the_one_spelling_too()
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(
            File.ReadAllText(Path.Combine(LetterSamples.Folder, "cycle.json")),
            documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        json["approvals"] = new System.Text.Json.Nodes.JsonArray("\ufeffผู้อ\u0e4dานวยการ");
        json["judges"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject
        {
            ["name"] = "กรรมการ\u202e น\u0e4dา",
            ["email"] = "a@b.example\ufeff",
            ["mayNotScore"] = new System.Text.Json.Nodes.JsonArray("LG-\u200e1"),
        });
        var definition = CycleDefinitionReader.Read(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
        Assert.Equal(["ผู้อำนวยการ"], definition.Approvals!);
        var judge = Assert.Single(definition.Judges!);
        Assert.Equal(("กรรมการ นำ", "a@b.example", "LG-1"), (judge.Name.Text, judge.Email, Assert.Single(judge.MayNotScore).Text));
    }

    [Theory]
    [InlineData("สพร {{number}}", 1, false)]
    [InlineData("สพร {{number}}", null, true)]
    [InlineData("สพร {number}", 1, true)]
    public void A_running_number_is_a_placeholder_and_not_its_name_in_doubled_braces(string number, int? first, bool isRight)
    {
        var definition = LetterSamples.Definition with { Letter = LetterSamples.Definition.Letter with { Number = number, FirstNumber = first } };
        Assert.Equal(isRight, CycleDefinitionReader.Check(definition).Count == 0);
    }

    [Fact]
    public void Lists_have_an_end_and_numbers_a_length()
    {
        var sample = LetterSamples.Definition;
        List<string> many = [.. Enumerable.Repeat("ก", 101)];
        var definition = sample with
        {
            Rubric = [new Category("1", "ก", [.. Enumerable.Range(0, 101).Select(i => new Criterion($"C{i}", "ก", 1))])],
            Certificate = new CertificateWording
            {
                Number = new string('1', 61) + "{number}",
                Title = new string('ก', 201),
                Passed = "{project}{project}{project}{project}",
                NotPassed = string.Join('\n', many),
            },
            Letter = sample.Letter with
            {
                Number = new string('1', 61),
                Opening = many,
                Closing = many,
                References = many,
                Enclosures = new Enclosures(many, many),
                Signatory = new Signatory("ก", many),
                Passed = new ResultWording { Opening = many, Closing = many },
            },
        };
        string[] places =
        [
            "rubric", "certificate.number", "certificate.title", "certificate.passed", "certificate.notPassed",
            "letter.number", "letter.opening", "letter.closing", "letter.references", "letter.enclosures.passed",
            "letter.enclosures.notPassed", "letter.signatory.position", "letter.passed.opening", "letter.passed.closing",
        ];
        Assert.Equal(
            places.Order(StringComparer.Ordinal),
            CycleDefinitionReader.Check(definition)
                .Select(fault => fault.Place)
                .Distinct(StringComparer.Ordinal)
                .Except(["passMark"])
                .Order(StringComparer.Ordinal));
    }
}
