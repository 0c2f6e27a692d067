using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using AwardFlow.Storage;
using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>What the definition of a new cycle starts from: the sample, nothing, or an earlier definition brought up to date.</summary>
public static class NewDefinition
{
    private const int BuddhistEra = 543;
    private const int DaysOpen = 30;
    private const int DaysToLetter = 7;
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);
    private static readonly TimeSpan EndOfOfficeDay = new(16, 30, 0);

    // What is said of a year stands in these members.
    private static readonly string[] Worded = ["title", "award", "letter", "certificate"];

    private static readonly Lazy<DefinitionDraft> TheSample = new(ReadSample);

    /// <summary>The cycle of the seed letter.</summary>
    public static DefinitionDraft Sample => TheSample.Value;

    /// <summary>Nothing but what all cycles have.</summary>
    public static DefinitionDraft Blank { get; } = CycleDefinitionReader.ReadDraft(
        """
        {
          "passMark": 60, "average": "mean", "approval": "required",
          "rubric": [{ "code": "1", "title": "", "criteria": [{ "code": "C1", "title": "", "max": 100 }] }],
          "organiser": {},
          "letter": { "opening": [], "closing": ["จึงเรียนมาเพื่อโปรดทราบ"], "enclosures": { "passed": [], "notPassed": [] }, "signatory": { "name": "", "position": [] } },
          "receipts": {}
        }
        """u8);

    /// <summary>The year of the Buddhist Era in Bangkok.</summary>
    public static int YearOf(DateTimeOffset now) => now.ToOffset(Bangkok).Year + BuddhistEra;

    /// <summary>
    /// A definition for a new cycle: this year's, closing in a month, without the letter's number and the conflicts of interest,
    /// which are another cycle's. Where its words name the year of before, they name this one.
    /// </summary>
    /// <param name="source">What it starts from.</param>
    /// <param name="id">The new cycle's id.</param>
    /// <param name="now">The time.</param>
    public static DefinitionDraft From(DefinitionDraft source, CycleId id, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(id);
        var year = YearOf(now);
        var document = JsonObject.Create(source.Document.Clone())!;
        foreach (var member in Worded.Where(document.ContainsKey))
        {
            document[member] = Renamed(document[member], source.Definition.Year, year);
        }
        var closesAt = Weekday(now.ToOffset(Bangkok).Date.AddDays(DaysOpen)) + EndOfOfficeDay;
        document["id"] = id.Text;
        document["year"] = year;
        document["closesAt"] = new DateTimeOffset(closesAt, Bangkok).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        if (document["letter"] is JsonObject letter)
        {
            letter["number"] = "";
            letter["date"] = Weekday(closesAt.Date.AddDays(DaysToLetter)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            letter.Remove("firstNumber");
        }
        foreach (var judge in (document["judges"] as JsonArray ?? []).OfType<JsonObject>())
        {
            judge.Remove("mayNotScore");
            judge.Remove("formerly");
        }
        return CycleDefinitionReader.ReadDraft(Encoding.UTF8.GetBytes(document.ToJsonString(AwardJson.Options)));
    }

    private static DateTime Weekday(DateTime day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static JsonNode? Renamed(JsonNode? node, int before, int now) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Renamed(member.Value, before, now)))),
        JsonArray items => new JsonArray([.. items.Select(item => Renamed(item, before, now))]),
        JsonValue value when value.TryGetValue<string>(out var text) && before > 0 => JsonValue.Create(Renamed(text, before, now)),
        _ => node?.DeepClone(),
    };

    private static string Renamed(string text, int before, int now)
    {
        var (old, next) = (before.ToString(CultureInfo.InvariantCulture), now.ToString(CultureInfo.InvariantCulture));
        return text.Replace(old, next, StringComparison.Ordinal).Replace(ThaiNumerals.ToThai(old), ThaiNumerals.ToThai(next), StringComparison.Ordinal);
    }

    private static DefinitionDraft ReadSample()
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("sample/cycle.json")!;
        using var json = new MemoryStream();
        resource.CopyTo(json);
        return CycleDefinitionReader.ReadDraft(json.ToArray());
    }
}
