using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Storage;
using AwardFlow.Thai;

namespace AwardFlow.Tests.Cycles;

/// <summary>Each member of a cycle definition made bad in turn, in each way: the answer names it and is in Thai too.</summary>
public class DefinitionRefusalsTests
{
    private static readonly CycleDefinition Whole = TestCycle.Definition with
    {
        Judges =
        [
            new Judge(JudgeName.Parse("กรรมการ ก"))
            {
                MayNotScore = [EntryCode.Parse("E0001")],
                Email = "a@committee.example",
                Formerly = [JudgeName.Parse("กรรมการ ค")],
            },
            new Judge(JudgeName.Parse("กรรมการ ข")),
        ],
        MinimumJudges = 1,
        Approvals = ["หัวหน้าศูนย์", "ผู้อำนวยการ"],
        Rubric =
        [
            new Category("1", "ปัญหา", [new Criterion("A", "ตรงประเด็น", 50) { Weight = 1.5m }]),
            new Category("2", "ผลลัพธ์", [new Criterion("B", "วัดผลได้", 30)]),
        ],
        Certificate = new CertificateWording
        {
            Title = "ใบประกาศ",
            Presentation = "มอบให้",
            Passed = "ผ่าน",
            NotPassed = "เข้าร่วม",
            Number = "{number}",
            FirstNumber = 1,
        },
        Receipts = new ReceiptRules(),
        Judging = new JudgingRules { Step = 0.01m },
        Letter = TestCycle.Definition.Letter with
        {
            Number = "ทดสอบ {number}",
            FirstNumber = 1,
            References = ["หนังสือฉบับก่อน"],
            Words = ["แชตบอต"],
            Passed = new ResultWording { Opening = ["ยินดี"], Closing = ["ขอบคุณ"] },
            NotPassed = new ResultWording { Opening = ["เสียใจ"], Closing = ["ขอบคุณ"] },
        },
        Retention = new RetentionRules { RefusedUploadsDays = 7, ReceiptNamesDays = 30, TelephonesDays = 60, ScoresByJudgeDays = 90 },
    };

    // Of no kind that may stand anywhere.
    private const string WrongKind = "true";

    private static readonly HashSet<string> Optional = new(
        [
            "judges", "judges[0].email", "judges[0].formerly", "minimumJudges", "rubric[0].criteria[0].weight", "certificate", "certificate.title",
            "certificate.presentation", "certificate.passed", "certificate.notPassed", "certificate.firstNumber", "receipts", "judging", "judging.step",
            "approvals", "letter.references", "letter.words", "letter.passed", "letter.passed.opening",
            "letter.passed.closing", "letter.notPassed", "letter.notPassed.opening", "letter.notPassed.closing",
            "retention", "retention.refusedUploadsDays", "retention.receiptNamesDays", "retention.telephonesDays", "retention.scoresByJudgeDays",
        ],
        StringComparer.Ordinal);

    private static readonly string[] Usual =
    [
        "average", "approval", "certificate.design", "judges[0].mayNotScore", "judges[1].mayNotScore", "judging.shuffled",
        "judging.blind", "receipts.remindAfterDays", "receipts.reminders", "receipts.closesReceiptsAfterDays",
    ];

    public static TheoryData<string> Members => [.. Paths(Json(), "")];

    private static readonly string[] BadValues =
    [
        "null", "\" \"", "\"\\u0007\"", "\"{ไม่มี\"", "\"{nobody}\"", "\"}\"", "\"\uE000\"",
        $"\"{new string('x', 10_001)}\"", "\"\"", "-1", "0.5", "1000000", "[]", "{}", "\"2021-10-08T16:30:00\"",
    ];

    [Fact]
    public void No_member_is_left_out_here()
    {
        var there = Names(Json()).ToHashSet(StringComparer.Ordinal);
        var known = new[]
        {
            typeof(CycleDefinition), typeof(Category), typeof(Criterion), typeof(Judge), typeof(Organiser), typeof(LetterWording), typeof(ResultWording),
            typeof(CertificateWording), typeof(Enclosures), typeof(Signatory), typeof(ReceiptRules), typeof(RetentionRules), typeof(JudgingRules),
        }
            .SelectMany(type => type.GetProperties()).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        Assert.Empty(known.Except(there, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_of_another_kind_is_named_and_told_in_Thai(string path)
    {
        var errors = TryErrors(path, path is "judging.shuffled" or "judging.blind" ? "\"true\"" : WrongKind)!.Errors;
        Assert.Equal([path], errors.Keys);
        AllInThai(errors);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Null_is_named_and_told_in_Thai_or_is_as_if_the_member_were_left_out(string path)
    {
        var errors = TryErrors(path, "null")?.Errors;
        Assert.True(errors is not null || Optional.Contains(path), path);
        Assert.All(errors?.Keys ?? [], key => Assert.Equal(path, key));
        AllInThai(errors ?? new Dictionary<string, BilingualText[]>(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_that_is_left_out_is_named_and_told_in_Thai_unless_there_is_a_usual_value(string path)
    {
        if (path.EndsWith(']'))
        {
            return; // A list may be shorter; that it may not be empty is a rule.
        }
        var errors = TryErrors(path, value: null)?.Errors;
        Assert.True(errors is not null || Optional.Contains(path) || Usual.Contains(path), path);
        Assert.All(errors?.Keys ?? [], key => Assert.Equal(path, key));
        AllInThai(errors ?? new Dictionary<string, BilingualText[]>(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_that_breaks_a_rule_is_named_and_told_in_Thai(string path)
    {
        // Not every one of these values is bad everywhere; what is refused must name the member, or what holds it.
        var refused = BadValues.Select(value => TryErrors(path, value)).OfType<InvalidDefinitionException>().ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, refusal =>
        {
            Assert.Contains(
                refusal.Errors.Keys,
                key => key == path || path.StartsWith(key, StringComparison.Ordinal) || key.StartsWith(path, StringComparison.Ordinal) || key == "passMark");
            AllInThai(refusal.Errors);
        });
    }

    [Theory]
    [InlineData("[")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\": \"a\" \"title\": 1}")]
    [InlineData("{\"passmark\": 1}")]
    [InlineData("{}")]
    public void What_is_no_definition_is_told_in_Thai(string json) =>
        AllInThai(Assert.Throws<InvalidDefinitionException>(() => CycleDefinitionReader.Read(Encoding.UTF8.GetBytes(json))).Errors);

    private static void AllInThai(IReadOnlyDictionary<string, BilingualText[]> errors) => Assert.All(errors.SelectMany(error => error.Value), text =>
    {
        Assert.Contains(text.Thai, c => c is >= 'ก' and <= '๛');
        Assert.DoesNotContain("System.", text.Thai + text.English, StringComparison.Ordinal);
        Assert.DoesNotContain("AwardFlow.", text.Thai + text.English, StringComparison.Ordinal);
    });

    // Null where the definition is taken as it is; any other exception is a fault of ours.
    private static InvalidDefinitionException? TryErrors(string path, string? value)
    {
        var json = Json();
        JsonNode holder = json;
        var parts = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        foreach (var part in parts.SkipLast(1))
        {
            holder = int.TryParse(part, CultureInfo.InvariantCulture, out var index) ? holder[index]! : holder[part]!;
        }
        if (value is null)
        {
            holder.AsObject().Remove(parts[^1]);
        }
        else if (holder is JsonArray array)
        {
            array[int.Parse(parts[^1], CultureInfo.InvariantCulture)] = JsonNode.Parse(value);
        }
        else
        {
            holder[parts[^1]] = JsonNode.Parse(value);
        }
        var refusal = Record.Exception(() => CycleDefinitionReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString())));
        return refusal is null ? null : Assert.IsType<InvalidDefinitionException>(refusal);
    }

    private static JsonObject Json() => JsonSerializer.SerializeToNode(Whole, AwardJson.Options)!.AsObject();

    private static IEnumerable<string> Paths(JsonNode? node, string path)
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => ($"{(path.Length == 0 ? "" : $"{path}.")}{member.Key}", member.Value)),
            JsonArray items => items.Select((item, i) => ($"{path}[{i}]", item)),
            _ => [],
        };
        return children.SelectMany(child => Paths(child.Item2, child.Item1).Prepend(child.Item1));
    }

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Names(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(Names),
        _ => [],
    };
}
