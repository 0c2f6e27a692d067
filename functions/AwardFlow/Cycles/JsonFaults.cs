using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AwardFlow.Storage;
using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>
/// What the JSON reader found wrong, in words for people. It tells the kind of fault only in its message, in English; what
/// is not recognised there is told by its place.
/// </summary>
internal static partial class JsonFaults
{
    private const string Root = "$";

    /// <summary>The faults, by the path of the member.</summary>
    public static IReadOnlyDictionary<string, BilingualText[]> Of(JsonException e)
    {
        var path = e.Path is null or Root ? Root : e.Path[Root.Length..].TrimStart('.');
        if (Missing().Match(e.Message) is { Success: true } missing)
        {
            return Each(Quoted().Matches(missing.Groups["names"].Value).Select(name => Under(path, name.Groups["name"].Value)), DefinitionTexts.Missing);
        }
        if (Unmapped().Match(e.Message) is { Success: true } unmapped)
        {
            return Each([Under(path, unmapped.Groups["name"].Value)], DefinitionTexts.Unknown);
        }
        if (Null().Match(e.Message) is { Success: true } nothing)
        {
            return Each([Under(path, JsonNamingPolicy.CamelCase.ConvertName(nothing.Groups["name"].Value))], DefinitionTexts.Null);
        }
        var text = e switch
        {
            NoSuchTimeException time => time.Text,
            _ when Unconverted().Match(e.Message) is { Success: true } unconverted => MustBe(unconverted.Groups["type"].Value),
            _ => NotRead(e),
        };
        return Each([path], text);
    }

    /// <summary>
    /// Nulls in lists, by their paths. The reader minds them in members only
    /// (https://learn.microsoft.com/dotnet/standard/serialization/system-text-json/nullable-annotations#limitations).
    /// </summary>
    /// <param name="json">A document that the reader took.</param>
    public static IReadOnlyDictionary<string, BilingualText[]> NullItems(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        using var document = JsonDocument.ParseValue(ref reader);
        return Each(NullItems(document.RootElement, "").ToList(), DefinitionTexts.Null);
    }

    private static IEnumerable<string> NullItems(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => NullItems(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]") is var at && item.ValueKind == JsonValueKind.Null
            ? [at]
            : NullItems(item, at)),
        _ => [],
    };

    private static Dictionary<string, BilingualText[]> Each(IEnumerable<string> paths, BilingualText text) =>
        paths.Distinct(StringComparer.Ordinal).ToDictionary(path => path, _ => new[] { text }, StringComparer.Ordinal);

    // The reader's path is now that of the member, now that of what holds it.
    private static string Under(string path, string name) =>
        path == Root ? name : path == name || path.EndsWith($".{name}", StringComparison.Ordinal) ? path : $"{path}.{name}";

    private static BilingualText MustBe(string type)
    {
        var kind = Kind(type);
        return new($"must be {kind.English}.", $"ต้องเป็น{kind.Thai}");
    }

    private static BilingualText Kind(string type) => type switch
    {
        "System.String" => new("a text", "ข้อความ"),
        "System.Int32" => new("a whole number", "จำนวนเต็ม"),
        "System.Decimal" => new("a number", "ตัวเลข"),
        "System.DateOnly" => new("a date such as 2021-10-15", "วันที่ เช่น 2021-10-15"),
        _ when type.Contains("List", StringComparison.Ordinal) => new("a list", "รายการ ([…])"),
        _ when typeof(CycleDefinition).Assembly.GetType(type) is { IsEnum: true } known => OneOf(string.Join(", ", Enum.GetNames(known).Select(JsonNamingPolicy.CamelCase.ConvertName))),
        _ => new("an object", "กลุ่มข้อมูล ({…})"),
    };

    private static BilingualText OneOf(string names) => new($"one of {names}", $"ค่าใดค่าหนึ่งใน {names}");

    private static BilingualText NotRead(JsonException e)
    {
        var message = e.Message;
        var place = message.IndexOf(" Path: ", StringComparison.Ordinal) is >= 0 and var at ? at : message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        var (line, column) = (e.LineNumber + 1, e.BytePositionInLine + 1);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{(place > 0 ? message[..place] : message)} (line {line}, byte {column})"),
            string.Create(CultureInfo.InvariantCulture, $"ไม่ใช่ JSON ที่ถูกต้อง โปรดตรวจบรรทัดที่ {line} ไบต์ที่ {column} เช่น เครื่องหมายคำพูด วงเล็บ หรือจุลภาคที่ขาดหรือเกิน"));
    }

    [GeneratedRegex("missing required properties including: (?<names>.+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("^The JSON property '(?<name>.+?)' could not be mapped to any", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unmapped();

    [GeneratedRegex("^The (property or field|constructor parameter) '(?<name>[^']+)' .*doesn't allow", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Null();

    [GeneratedRegex(@"could not be converted to (?<type>[^.\s]+(\.[^.\s]+)*)\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unconverted();
}
