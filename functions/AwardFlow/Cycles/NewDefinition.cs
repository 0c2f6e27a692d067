using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AwardFlow.Storage;
using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>What the definition of a new cycle starts from: the sample, nothing, or an earlier definition brought up to date.</summary>
public static partial class NewDefinition
{
    private const int BuddhistEra = 543;
    private const int DaysOpen = 30;
    private const int DaysToLetter = 7;
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);
    private static readonly TimeSpan EndOfOfficeDay = new(16, 30, 0);

    // What is said of a year stands in these members.
    private static readonly string[] Worded = ["title", "award", "letter", "certificate"];

    // What an earlier letter is called does not change with the year.
    private const string References = "letter.references";

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
    /// which are another cycle's. Where its words name the year of before, they name this one; the years of laws, of dates and of
    /// references stay.
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
            document[member] = Renamed(document[member], member, source.Definition.Year, year);
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

    /// <summary>Where a new definition names this year in place of the year of before, such as <c>letter.opening[0]</c>.</summary>
    /// <param name="source">What it was started from.</param>
    /// <param name="started">The new definition.</param>
    public static IReadOnlyList<string> YearsBroughtUp(DefinitionDraft source, DefinitionDraft started)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(started);
        var texts = TextsOf(started.Document);
        return [.. TextsOf(source.Document).Where(each => Renamed(each.Value, each.Key, source.Definition.Year, started.Definition.Year) is var now
            && now != each.Value && texts.GetValueOrDefault(each.Key) == now).Select(each => each.Key)];
    }

    /// <summary>The texts of a definition in which a year may be named, by their places.</summary>
    internal static IReadOnlyDictionary<string, string> TextsOf(JsonElement document)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in Worded)
        {
            if (document.TryGetProperty(member, out var value))
            {
                Gather(JsonSerializer.SerializeToNode(value), member, texts);
            }
        }
        return texts;
    }

    private static void Gather(JsonNode? node, string place, Dictionary<string, string> texts)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Gather(value, $"{place}.{name}", texts);
                }
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Gather(items[i], Item(place, i), texts);
                }
                break;
            case JsonValue value when value.TryGetValue<string>(out var text):
                texts[place] = text;
                break;
        }
    }

    private static string Item(string place, int i) => string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]");

    private static JsonNode? Renamed(JsonNode? node, string place, int before, int now) => node switch
    {
        JsonObject members =>
            new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Renamed(member.Value, $"{place}.{member.Key}", before, now)))),
        JsonArray items => new JsonArray([.. items.Select((item, i) => Renamed(item, Item(place, i), before, now))]),
        JsonValue value when value.TryGetValue<string>(out var text) && before > 0 => JsonValue.Create(Renamed(text, place, before, now)),
        _ => node?.DeepClone(),
    };

    private static string Renamed(string text, string place, int before, int now)
    {
        var (old, next) = (before.ToString(CultureInfo.InvariantCulture), now.ToString(CultureInfo.InvariantCulture));
        return place.StartsWith(References, StringComparison.Ordinal) ? text : AnyYear().Replace(text, year => !IsOfTheCycle(text[..year.Index]) ? year.Value
            : year.Value == old ? next
            : year.Value == ThaiNumerals.ToThai(old) ? ThaiNumerals.ToThai(next) : year.Value);
    }

    // A day's year is the day's; the year of a law is a part of its name.
    private static bool IsOfTheCycle(string before) => !EndsInMonth().IsMatch(before) && !(EndsInEra().IsMatch(before) && NamesLaw().IsMatch(before));

    [GeneratedRegex(@"(?<![0-9๐-๙])([0-9]{4}|[๐-๙]{4})(?![0-9๐-๙])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyYear();

    [GeneratedRegex(
        @"([0-9๐-๙]\s*(?!พ\.ศ\.)\p{L}\p{M}*[\p{L}\p{M}.]*(คม|ยน|พันธ์|\.)|[0-9๐-๙]/[0-9๐-๙]{1,2}/)\s*(พ\.ศ\.\s*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex EndsInMonth();

    [GeneratedRegex(@"(?<!ปี\s*)พ\.ศ\.\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsInEra();

    [GeneratedRegex(
        @"ระเบียบ|พระราช(บัญญัติ|กฤษฎีกา|กำหนด)|ประกาศ(?!เกียรติ)|กฎ|ข้อบังคับ|ข้อบัญญัติ|คำสั่ง|มติ|ประมวล|รัฐธรรมนูญ",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex NamesLaw();

    private static DefinitionDraft ReadSample()
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("sample/cycle.json")!;
        using var json = new MemoryStream();
        resource.CopyTo(json);
        return CycleDefinitionReader.ReadDraft(json.ToArray());
    }
}
