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
        CycleDefinition definition;
        try
        {
            definition = JsonSerializer.Deserialize<CycleDefinition>(json, AwardJson.Options)
                ?? throw new InvalidDefinitionException("$", DefinitionTexts.NoDefinition);
        }
        catch (JsonException e)
        {
            throw new InvalidDefinitionException(JsonFaults.Of(e));
        }
        if (JsonFaults.NullItems(json) is { Count: > 0 } nulls)
        {
            throw new InvalidDefinitionException(nulls);
        }
        definition = DefinitionSpelling.Of(definition);
        var check = Rules.Validate(definition);
        if (!check.IsValid)
        {
            throw new InvalidDefinitionException(check.Errors
                .GroupBy(error => Path(error.PropertyName), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Select(error => error.Text()).ToArray(), StringComparer.Ordinal));
        }
        return definition;
    }

    private static string Path(string property) =>
        string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
