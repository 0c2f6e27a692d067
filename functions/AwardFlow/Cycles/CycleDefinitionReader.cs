using System.Text.Json;
using AwardFlow.Storage;

namespace AwardFlow.Cycles;

/// <summary>Reads cycle definitions that people wrote.</summary>
public static class CycleDefinitionReader
{
    private static readonly CycleDefinitionRules Rules = new();

    /// <summary>Reads and checks a definition.</summary>
    /// <param name="json">A JSON document in UTF-8.</param>
    /// <exception cref="InvalidDefinitionException">It is not JSON, lacks a member, has one that nobody knows, or breaks a rule.</exception>
    public static CycleDefinition Read(ReadOnlySpan<byte> json)
    {
        var document = Parse(json);
        if (JsonShape.Faults(document, typeof(CycleDefinition)) is { Count: > 0 } faults)
        {
            throw new InvalidDefinitionException(faults);
        }
        var definition = DefinitionSpelling.Of(document.Deserialize<CycleDefinition>(AwardJson.Options)!);
        return Check(definition) is { Count: > 0 } broken ? throw new InvalidDefinitionException(broken) : definition;
    }

    /// <summary>Reads a definition that may still lack things or break rules.</summary>
    /// <param name="json">A JSON document in UTF-8.</param>
    /// <exception cref="InvalidDefinitionException">It is not JSON, or no object.</exception>
    public static DefinitionDraft ReadDraft(ReadOnlySpan<byte> json)
    {
        var document = Parse(json);
        var shape = JsonShape.Faults(document, typeof(CycleDefinition));
        if (document.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDefinitionException(shape);
        }
        var definition = DefinitionSpelling.Of(JsonShape.Completed(document, typeof(CycleDefinition)).Deserialize<CycleDefinition>(AwardJson.Options)!);
        // What is missing is blank only because it was made so: said once.
        var places = shape.Select(fault => fault.Place).ToList();
        var broken = Check(definition).Where(fault => !places.Exists(place => IsAtOrUnder(fault.Place, place)));
        return new DefinitionDraft(document, definition, [.. shape, .. broken]);
    }

    /// <summary>The rules that a definition breaks, by the path of the member.</summary>
    internal static IReadOnlyList<DefinitionFault> Check(CycleDefinition definition) =>
        [.. Rules.Validate(definition).Errors.Select(error => new DefinitionFault(Path(error.PropertyName), error.What()))];

    /// <summary>Reads a JSON document that a person wrote.</summary>
    /// <exception cref="InvalidDefinitionException">It is not JSON.</exception>
    internal static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            using var document = JsonDocument.ParseValue(ref reader);
            // What follows the document's end is looked at too.
            reader.Read();
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new InvalidDefinitionException(JsonShape.Root, JsonShape.NotJson(e));
        }
    }

    private static bool IsAtOrUnder(string place, string other) =>
        place.StartsWith(other, StringComparison.Ordinal) && (place.Length == other.Length || place[other.Length] is '.' or '[');

    private static string Path(string property) =>
        string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
