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
    [InlineData("rubric", "[]")]
    [InlineData("closesAt", "\"2021-10-08T16:30:00\"")]
    [InlineData("closesAt", "\"8/10/2564\"")]
    [InlineData("average", "\"median\"")]
    [InlineData("average", "1")]
    [InlineData("organiser.sarabanEmail", "\"a@b.example, c@d.example\"")]
    [InlineData("letter.opening", "[]")]
    [InlineData("letter.date", "\"15/10/2021\"")]
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
}
