using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Letters;
using AwardFlow.Scoring;

namespace AwardFlow.Tests.Cycles;

/// <summary>
/// Every member of a definition in turn is left out or is something else: what is taken can be rendered to its last letter,
/// and what is refused is refused by the member's name.
/// </summary>
public class EveryMemberTests
{
    private static readonly string[] OtherValues =
        ["null", "{}", "[]", "5", "-1.5", "1e60", "true", "\"\"", "\"x\"", "[null]", "[{}]", "[[]]", "[\"x\", \"x\"]"];

    public static TheoryData<string> Members { get; } = [.. Paths(Whole())];

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_that_is_left_out_is_named_or_is_not_needed(string path)
    {
        var json = Whole();
        Remove(At(json, path));
        RefusesByNameOrRenders(json, path);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_of_another_kind_is_named_or_does_no_harm(string path)
    {
        foreach (var value in OtherValues)
        {
            var json = Whole();
            At(json, path).ReplaceWith(JsonNode.Parse(value));
            RefusesByNameOrRenders(json, path);
        }
    }

    [Theory]
    [InlineData("letter.enclosures", "{}", "notPassed")]
    [InlineData("letter.enclosures", """{"passed": []}""", "notPassed")]
    [InlineData("letter.signatory", """{"name": "ก"}""", "position")]
    [InlineData("rubric", "[null]", "rubric[0]")]
    [InlineData("rubric", """[{"title": "ก", "criteria": []}]""", "code")]
    [InlineData("rubric", """[{"code": "1", "title": "ก"}]""", "criteria")]
    [InlineData("rubric", """[{"code": "1", "title": "ก", "criteria": [null]}]""", "rubric[0].criteria[0]")]
    [InlineData("rubric", """[{"code": "1", "title": "ก", "criteria": [{"title": "ก", "max": 100}]}]""", "code")]
    [InlineData("judges", "[null]", "judges[0]")]
    [InlineData("judges", "[{}]", "name")]
    public void What_a_letter_needs_is_asked_for_by_name(string path, string value, string named)
    {
        var json = Whole();
        At(json, path).ReplaceWith(JsonNode.Parse(value));
        Assert.Contains(named, Assert.Throws<InvalidDefinitionException>(() => Read(json)).Message, StringComparison.Ordinal);
    }

    // The sample's definition, with the members that may be left out.
    private static JsonObject Whole()
    {
        var json = JsonNode.Parse(
            File.ReadAllText(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "samples", "dga-2564", "cycle.json"))))!
            .AsObject();
        json["judges"] = JsonNode.Parse("""[{"name": "ก", "mayNotScore": ["LG-001"]}, {"name": "ข"}]""");
        json["minimumJudges"] = 1;
        json["certificate"] = JsonNode.Parse("""{"title": "ก", "presentation": "ข", "passed": "ค {average}", "notPassed": "ง"}""");
        json["rubric"]![0]!["criteria"]![0]!["weight"] = 1.5;
        json["letter"]!["references"] = JsonNode.Parse("""["หนังสือเดิม"]""");
        json["letter"]!["notPassed"] = JsonNode.Parse("""{"opening": ["ก"], "closing": ["ข"]}""");
        return json;
    }

    private static void RefusesByNameOrRenders(JsonObject json, string path)
    {
        CycleDefinition definition;
        try
        {
            definition = Read(json);
        }
        catch (InvalidDefinitionException e)
        {
            Assert.True(Names(e, path), $"{path} in {json.ToJsonString()} is refused by other names: {e.Message}");
            return;
        }
        Render(definition);
    }

    // By its own path or one inside it, or from a place that holds it by its last name.
    private static bool Names(InvalidDefinitionException e, string path)
    {
        var last = path[(path.LastIndexOfAny(['.', ']']) + 1)..];
        return e.Errors.Keys.Any(key => key.StartsWith(path, StringComparison.Ordinal)
            || ((key == "$" || path.StartsWith(key, StringComparison.Ordinal)) && (last.Length == 0 || e.Message.Contains(last, StringComparison.Ordinal))));
    }

    private static void Render(CycleDefinition definition)
    {
        var entry = TestCycle.Entry("E1");
        var scores = definition.Criteria().Select(criterion => new Score(EntryCode.Parse("E1"), JudgeName.Parse("ข"), criterion.Code, criterion.Max, "ดี"));
        var results = new ScoreBook(definition, [entry], scores).Results(provisional: false);
        var renderer = new DocumentRenderer(definition, LetterPictures.None, OverallAverages.Of(results));
        foreach (var passed in new[] { true, false })
        {
            foreach (var document in LetterStore.Documents)
            {
                Assert.NotEmpty(renderer.Draw(document, results.Entries[0] with { Passed = passed }, draft: false).Pages);
            }
        }
    }

    private static CycleDefinition Read(JsonObject json) => CycleDefinitionReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static IEnumerable<string> Paths(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Paths(member.Value!).Prepend(PathOf(member.Value!))),
        JsonArray items => items.SelectMany(item => Paths(item!).Prepend(PathOf(item!))),
        _ => [],
    };

    private static string PathOf(JsonNode node) => node.GetPath()["$.".Length..];

    private static JsonNode At(JsonNode json, string path) => path.Replace("[", ".", StringComparison.Ordinal)
        .Replace("]", "", StringComparison.Ordinal)
        .Split('.')
        .Aggregate(json, (node, part) => node is JsonArray items ? items[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part]!);

    private static void Remove(JsonNode node)
    {
        if (node.Parent is JsonArray items)
        {
            items.Remove(node);
        }
        else
        {
            node.Parent!.AsObject().Remove(node.GetPropertyName());
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
