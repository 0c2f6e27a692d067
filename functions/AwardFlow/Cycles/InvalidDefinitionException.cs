using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>A cycle definition, or another request about a cycle, that breaks its rules.</summary>
/// <param name="errors">What is wrong, by the path of the member in the JSON document.</param>
public sealed class InvalidDefinitionException(IReadOnlyDictionary<string, BilingualText[]> errors) : Exception(Summary(errors).English)
{
    /// <summary>A single fault.</summary>
    /// <param name="member">The path of the member in the JSON document.</param>
    /// <param name="problem">What is wrong with it.</param>
    public InvalidDefinitionException(string member, BilingualText problem)
        : this(new Dictionary<string, BilingualText[]>(StringComparer.Ordinal) { [member] = [problem] })
    {
    }

    /// <summary>What is wrong, by the path of the member in the JSON document.</summary>
    public IReadOnlyDictionary<string, BilingualText[]> Errors { get; } = errors;

    /// <summary>The message in both languages.</summary>
    public BilingualText Text => Summary(Errors);

    private static BilingualText Summary(IReadOnlyDictionary<string, BilingualText[]> errors) => new(In(Language.English, errors), In(Language.Thai, errors));

    private static string In(Language language, IReadOnlyDictionary<string, BilingualText[]> errors) =>
        string.Join(' ', errors.SelectMany(error => error.Value.Select(text => $"{error.Key}: {text.In(language)}")));
}
