using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Tests.Cycles;

/// <summary>Definitions that are being written.</summary>
public class DefinitionDraftTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_empty_draft_says_of_every_member_that_it_is_missing()
    {
        var draft = Read("{}");
        Assert.All(draft.Faults, fault => Assert.Equal("missing", fault.What.Code));
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "id", "title", "award", "year", "closesAt", "passMark", "rubric", "organiser", "letter" },
            draft.Faults.Select(fault => fault.Place).ToHashSet(StringComparer.Ordinal));
        Assert.Equal("", draft.Definition.Title);
    }

    [Fact]
    public void What_is_there_is_kept_beside_what_is_missing_or_of_another_kind()
    {
        var draft = Read(
            """{"title": "รอบใหม่", "passMark": "มาก", "rubric": [{"code": "1", "title": "ก", "criteria": [{"code": "A", "max": 20}]}], "letter": {"number": "1"}}""");
        Assert.Equal("รอบใหม่", draft.Definition.Title);
        Assert.Equal(20, draft.Definition.HighestTotal());
        Assert.Equal("1", draft.Definition.Letter.Number);
        Assert.Contains(draft.Faults, fault => fault is { Place: "passMark", What.Code: "mustBe" });
        Assert.Contains(draft.Faults, fault => fault is { Place: "rubric[0].criteria[0].title", What.Code: "missing" });
        Assert.Contains(draft.Faults, fault => fault is { Place: "letter.subject", What.Code: "missing" });
    }

    [Fact]
    public void A_broken_rule_is_a_code_with_arguments_and_a_place()
    {
        var definition = Json();
        definition["letter"]!["opening"]![0] = "ด้วย {nobody}";
        definition["year"] = 2021;
        var draft = Read(definition.ToJsonString());
        Assert.Collection(
            draft.Faults.OrderBy(fault => fault.Place, StringComparer.Ordinal),
            fault => Assert.Equal(("letter.opening[0]", "unknownPlaceholder", "nobody"), (fault.Place, fault.What.Code, fault.What.Args["name"])),
            fault => Assert.Equal(("year", "year", "2021"), (fault.Place, fault.What.Code, fault.What.Args["year"])));
    }

    [Fact]
    public void A_whole_draft_has_no_fault_and_is_the_definition()
    {
        var draft = Read(Json().ToJsonString());
        Assert.Empty(draft.Faults);
        Assert.Equal(JsonBlobs.Sha256(CycleDefinitionReader.Read(Encoding.UTF8.GetBytes(Json().ToJsonString()))), JsonBlobs.Sha256(draft.Definition));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{")]
    [InlineData("{} {}")]
    public void What_is_no_object_is_no_draft(string json) => Assert.Throws<InvalidDefinitionException>(() => Read(json));

    [Fact]
    public void A_judge_may_have_an_address()
    {
        var definition = Json();
        definition["judges"] = JsonNode.Parse("""[{"name": "ก"}, {"name": "ข", "email": "b@committee.example"}, {"name": "ค", "email": "ไม่ใช่"}]""");
        var draft = Read(definition.ToJsonString());
        Assert.Equal([null, "b@committee.example", "ไม่ใช่"], draft.Definition.Judges!.Select(judge => judge.Email));
        Assert.Equal("judges[2].email", Assert.Single(draft.Faults).Place);
    }

    [Fact]
    public void A_new_cycle_from_the_sample_lacks_only_the_letters_number()
    {
        var draft = NewDefinition.From(NewDefinition.Sample, CycleId.Parse("award-2569"), Now);
        Assert.Equal("letter.number", Assert.Single(draft.Faults).Place);
        Assert.Equal((2569, "award-2569"), (draft.Definition.Year, draft.Definition.Id.Text));
        Assert.DoesNotContain("2564", draft.Document.GetRawText(), StringComparison.Ordinal);
        Assert.True(draft.Definition.ClosesAt > Now.AddDays(28));
        Assert.InRange(draft.Definition.ClosesAt.DayOfWeek, DayOfWeek.Monday, DayOfWeek.Friday);
    }

    [Fact]
    public void A_new_cycle_from_last_time_keeps_judges_and_drops_their_conflicts()
    {
        var last = Json();
        last["judges"] = JsonNode.Parse("""[{"name": "ก", "mayNotScore": ["LG-001"]}]""");
        last["title"] = "ผลงาน ประจำปี ๒๕๖๔";
        var draft = NewDefinition.From(Read(last.ToJsonString()), CycleId.Parse("award-2569"), Now);
        var judge = Assert.Single(draft.Definition.Judges!);
        Assert.Equal("ก", judge.Name.Text);
        Assert.Empty(judge.MayNotScore);
        Assert.Equal("ผลงาน ประจำปี ๒๕๖๙", draft.Definition.Title);
    }

    [Theory]
    [InlineData("ประจำปี พ.ศ. ๒๕๖๔", "ประจำปี พ.ศ. ๒๕๖๙")]
    [InlineData("การประกวด ครั้งที่ 3 พ.ศ. 2564", "การประกวด ครั้งที่ 3 พ.ศ. 2569")]
    [InlineData("ตามประกาศผลการประกวด ประจำปี 2564", "ตามประกาศผลการประกวด ประจำปี 2569")]
    [InlineData("ตามระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2564", "ตามระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2564")]
    [InlineData("ตามพระราชบัญญัติการปฏิบัติราชการ พ.ศ. ๒๕๖๔ ส่งผลงานปี ๒๕๖๔", "ตามพระราชบัญญัติการปฏิบัติราชการ พ.ศ. ๒๕๖๔ ส่งผลงานปี ๒๕๖๙")]
    [InlineData("เมื่อวันที่ 5 ตุลาคม 2564 และ 5 ต.ค. 2564 และ 5/10/2564", "เมื่อวันที่ 5 ตุลาคม 2564 และ 5 ต.ค. 2564 และ 5/10/2564")]
    public void Years_of_laws_and_of_days_stay_what_they_are(string before, string after)
    {
        var last = Json();
        last["year"] = 2564;
        last["letter"]!["opening"]![0] = before;
        last["letter"]!["references"] = new JsonArray("หนังสือ ประจำปี 2564");
        var source = Read(last.ToJsonString());
        var draft = NewDefinition.From(source, CycleId.Parse("award-2569"), Now);
        Assert.Equal((after, "หนังสือ ประจำปี 2564"), (draft.Definition.Letter.Opening[0], Assert.Single(draft.Definition.Letter.References!)));
        Assert.Equal(before != after, NewDefinition.YearsBroughtUp(source, draft).Contains("letter.opening[0]", StringComparer.Ordinal));
    }

    [Fact]
    public void A_blank_cycle_has_dates_and_lacks_words() =>
        Assert.DoesNotContain(
            NewDefinition.From(NewDefinition.Blank, CycleId.Parse("award-2569"), Now).Faults,
            fault => fault.Place is "year" or "closesAt" or "letter.date" or "passMark");

    private static DefinitionDraft Read(string json) => CycleDefinitionReader.ReadDraft(Encoding.UTF8.GetBytes(json));

    private static JsonObject Json() => JsonSerializer.SerializeToNode(TestCycle.Definition, AwardJson.Options)!.AsObject();
}
