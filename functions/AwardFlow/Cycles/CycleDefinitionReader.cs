using System.Text.Json;
using System.Text.RegularExpressions;
using AwardFlow.Storage;

namespace AwardFlow.Cycles;

/// <summary>Reads cycle definitions that people wrote.</summary>
public static partial class CycleDefinitionReader
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
                ?? throw new InvalidDefinitionException("$", "is null; a cycle definition is needed.");
        }
        catch (JsonException e)
        {
            throw new InvalidDefinitionException(e.Path is null or "$" ? "$" : e.Path["$.".Length..], Explain(e));
        }
        var check = Rules.Validate(definition);
        if (!check.IsValid)
        {
            throw new InvalidDefinitionException(check.Errors
                .GroupBy(error => Path(error.PropertyName), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Select(error => error.ErrorMessage).ToArray(), StringComparer.Ordinal));
        }
        return definition;
    }

    // The reader's own words, without the internal type names that they carry.
    private static string Explain(JsonException e)
    {
        var message = e.Message;
        var path = message.IndexOf(" Path: ", StringComparison.Ordinal);
        message = path > 0 ? message[..path] : message;
        if (Unconverted().Match(message) is { Success: true } unconverted)
        {
            return $"must be {Kind(unconverted.Groups["type"].Value)}.";
        }
        var type = message.IndexOf("for type '", StringComparison.Ordinal);
        if (type >= 0)
        {
            var end = message.IndexOf("' ", type, StringComparison.Ordinal);
            message = end > 0 ? message.Remove(type, end + 2 - type) : message;
        }
        return e.LineNumber is { } line && e.Path is null or "$" ? $"{message} (line {e.LineNumber + 1})" : message;
    }

    private static string Kind(string type) => type switch
    {
        "System.String" => "a text",
        "System.Int32" => "a whole number",
        "System.Decimal" => "a number",
        "System.DateOnly" => "a date such as 2021-10-15",
        _ when type.Contains("List", StringComparison.Ordinal) => "a list",
        _ when typeof(CycleDefinition).Assembly.GetType(type) is { IsEnum: true } known =>
            $"one of {string.Join(", ", Enum.GetNames(known).Select(JsonNamingPolicy.CamelCase.ConvertName))}",
        _ => "an object",
    };

    [GeneratedRegex(@"could not be converted to (?<type>[^.\s]+(\.[^.\s]+)*)\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unconverted();

    private static string Path(string property) =>
        string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
