using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using AwardFlow.Storage;
using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>
/// Holds a JSON document against the type that it is to be read as, and says of every member that does not fit what is wrong
/// with it: the reader itself stops at the first, and says it in an English sentence only.
/// </summary>
internal static class JsonShape
{
    /// <summary>The path of the document itself.</summary>
    public const string Root = "$";

    /// <summary>What does not fit, by the path of the member.</summary>
    /// <param name="document">The document.</param>
    /// <param name="type">What it is to be read as, with <see cref="AwardJson.Options"/>.</param>
    public static IReadOnlyList<DefinitionFault> Faults(JsonElement document, Type type) =>
    [
        .. Look(document, AwardJson.Options.GetTypeInfo(type), "", nullable: false)
            .Select(fault => new DefinitionFault(fault.Path.Length == 0 ? Root : fault.Path, fault.Text))
            .DistinctBy(fault => fault.Place, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The document as far as it fits, so that it can be read: what is not known or of another kind is left out, and what then
    /// is missing is blank (an empty text or list, 0, the first of several choices, a date long past).
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="type">What it is to be read as, with <see cref="AwardJson.Options"/>.</param>
    public static JsonNode Completed(JsonElement document, Type type) => Fit(document, AwardJson.Options.GetTypeInfo(type)) ?? Blank(type);

    /// <summary>Where a document that is no JSON went wrong.</summary>
    public static CodedText NotJson(JsonException e)
    {
        var (line, column) = (e.LineNumber + 1, e.BytePositionInLine + 1);
        return Coded("notJson", new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"is not JSON: look at line {line}, byte {column}, for a quotation mark, a bracket or a comma that is missing or too many."),
            string.Create(
                CultureInfo.InvariantCulture,
                $"ไม่ใช่ JSON ที่ถูกต้อง โปรดตรวจบรรทัดที่ {line} ไบต์ที่ {column} เช่น เครื่องหมายคำพูด วงเล็บ หรือจุลภาคที่ขาดหรือเกิน")),
            ("line", line), ("column", column));
    }

    private static IEnumerable<(string Path, CodedText Text)> Look(JsonElement element, JsonTypeInfo type, string path, bool nullable)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return nullable ? [] : [(path, path.Length == 0 ? DefinitionTexts.NoDefinition : DefinitionTexts.Null)];
        }
        return type.Kind switch
        {
            JsonTypeInfoKind.Object =>
                element.ValueKind == JsonValueKind.Object ? Members(element, type, path) : [(path, MustBe(new("an object", "กลุ่มข้อมูล ({…})")))],
            JsonTypeInfoKind.Enumerable =>
                element.ValueKind == JsonValueKind.Array ? Items(element, type, path) : [(path, MustBe(new("a list", "รายการ ([…])")))],
            _ => Value(element, type) is { } fault ? [(path, fault)] : [],
        };
    }

    private static IEnumerable<(string Path, CodedText Text)> Members(JsonElement element, JsonTypeInfo type, string path)
    {
        var known = type.Properties.ToDictionary(member => member.Name, StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!known.TryGetValue(member.Name, out var property))
            {
                yield return (Under(path, member.Name), DefinitionTexts.Unknown);
                continue;
            }
            foreach (var fault in Look(member.Value, AwardJson.Options.GetTypeInfo(property.PropertyType), Under(path, member.Name), MayBeNull(property)))
            {
                yield return fault;
            }
        }
        foreach (var missing in type.Properties.Where(property => IsNeeded(property) && !element.TryGetProperty(property.Name, out _)))
        {
            yield return (Under(path, missing.Name), DefinitionTexts.Missing);
        }
    }

    private static IEnumerable<(string Path, CodedText Text)> Items(JsonElement element, JsonTypeInfo type, string path)
    {
        var item = AwardJson.Options.GetTypeInfo(type.ElementType!);
        return element.EnumerateArray().SelectMany((each, i) => Look(each, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), nullable: false));
    }

    private static CodedText? Value(JsonElement element, JsonTypeInfo type)
    {
        try
        {
            element.Deserialize(type);
            return null;
        }
        catch (NoSuchTimeException e)
        {
            return new CodedText("noSuchTime", e.Text);
        }
        catch (JsonException)
        {
            return MustBe(Kind(type.Type));
        }
    }

    private static bool IsNeeded(JsonPropertyInfo property) => property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false };

    private static bool MayBeNull(JsonPropertyInfo property) => property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;

    private static string Under(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static CodedText MustBe(BilingualText kind) => Coded("mustBe", new($"must be {kind.English}.", $"ต้องเป็น{kind.Thai}"), ("kind", kind.English));

    private static CodedText Coded(string code, BilingualText text, params (string Name, object? Value)[] args) =>
        new(code, text, args.ToDictionary(arg => arg.Name, arg => Convert.ToString(arg.Value, CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal));

    // Null where nothing of it fits.
    private static JsonNode? Fit(JsonElement element, JsonTypeInfo type)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var property in type.Properties)
                {
                    var given = element.TryGetProperty(property.Name, out var value) ? Fit(value, AwardJson.Options.GetTypeInfo(property.PropertyType)) : null;
                    if (given is not null || IsNeeded(property))
                    {
                        members[property.Name] = given ?? Blank(property.PropertyType);
                    }
                }
                return members;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                var item = AwardJson.Options.GetTypeInfo(type.ElementType!);
                return new JsonArray([.. element.EnumerateArray().Select(each => Fit(each, item) ?? Blank(item.Type))]);
            case JsonTypeInfoKind.Object or JsonTypeInfoKind.Enumerable:
                return null;
            default:
                return element.ValueKind == JsonValueKind.Null || Value(element, type) is not null ? null : JsonNode.Parse(element.GetRawText());
        }
    }

    private static JsonNode Blank(Type type)
    {
        var known = Nullable.GetUnderlyingType(type) ?? type;
        var info = AwardJson.Options.GetTypeInfo(known);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object =>
                new JsonObject(info.Properties.Where(IsNeeded).Select(property => KeyValuePair.Create(property.Name, (JsonNode?)Blank(property.PropertyType)))),
            JsonTypeInfoKind.Enumerable => new JsonArray(),
            _ when known == typeof(int) || known == typeof(decimal) => JsonValue.Create(0),
            _ when known == typeof(bool) => JsonValue.Create(false),
            _ when known == typeof(DateOnly) => JsonValue.Create("1970-01-01"),
            _ when known == typeof(DateTimeOffset) => JsonValue.Create("1970-01-01T00:00:00+07:00"),
            _ when known.IsEnum => JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(known)[0])),
            _ => JsonValue.Create(""),
        };
    }

    private static BilingualText Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(int) => new("a whole number", "จำนวนเต็ม"),
        var number when number == typeof(decimal) => new("a number", "ตัวเลข"),
        var flag when flag == typeof(bool) => new("true or false", "true หรือ false"),
        var date when date == typeof(DateOnly) => new("a date such as 2021-10-15", "วันที่ เช่น 2021-10-15"),
        { IsEnum: true } known => OneOf(string.Join(", ", Enum.GetNames(known).Select(JsonNamingPolicy.CamelCase.ConvertName))),
        _ => new("a text", "ข้อความ"),
    };

    private static BilingualText OneOf(string names) => new($"one of {names}", $"ค่าใดค่าหนึ่งใน {names}");
}
