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
        var definition = DefinitionSpelling.Of(Parse(json));
        var check = Rules.Validate(definition);
        if (!check.IsValid)
        {
            throw new InvalidDefinitionException(check.Errors
                .GroupBy(error => Path(error.PropertyName), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Select(error => error.Text()).ToArray(), StringComparer.Ordinal));
        }
        return definition;
    }

    private static CycleDefinition Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            using var document = JsonDocument.ParseValue(ref reader);
            // What follows the document's end is looked at too.
            reader.Read();
            return JsonShape.Faults(document.RootElement, typeof(CycleDefinition)) is { Count: > 0 } faults
                ? throw new InvalidDefinitionException(faults)
                : document.RootElement.Deserialize<CycleDefinition>(AwardJson.Options)!;
        }
        catch (JsonException e)
        {
            throw new InvalidDefinitionException(JsonShape.Root, JsonShape.NotJson(e));
        }
    }

    private static string Path(string property) =>
        string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
