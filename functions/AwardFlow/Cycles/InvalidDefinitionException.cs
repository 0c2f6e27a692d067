namespace AwardFlow.Cycles;

/// <summary>A cycle definition, or another request about a cycle, that breaks its rules.</summary>
/// <param name="errors">What is wrong, by the path of the member in the JSON document.</param>
public sealed class InvalidDefinitionException(IReadOnlyDictionary<string, string[]> errors)
    : Exception(string.Join(" ", errors.SelectMany(error => error.Value.Select(text => $"{error.Key}: {text}"))))
{
    /// <summary>A single fault.</summary>
    /// <param name="member">The path of the member in the JSON document.</param>
    /// <param name="problem">What is wrong with it.</param>
    public InvalidDefinitionException(string member, string problem)
        : this(new Dictionary<string, string[]>(StringComparer.Ordinal) { [member] = [problem] })
    {
    }

    /// <summary>What is wrong, by the path of the member in the JSON document.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors;
}
