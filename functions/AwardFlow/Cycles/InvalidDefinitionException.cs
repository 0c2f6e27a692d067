using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>A cycle definition, or another request about a cycle, that breaks its rules.</summary>
/// <param name="faults">What is wrong, and where.</param>
public sealed class InvalidDefinitionException(IReadOnlyList<DefinitionFault> faults) : Exception(Summary(faults).English)
{
    /// <summary>The code of a fault that has no code of its own.</summary>
    public const string Invalid = "invalid";

    /// <summary>A single fault.</summary>
    /// <param name="member">The path of the member in the JSON document.</param>
    /// <param name="problem">What is wrong with it.</param>
    public InvalidDefinitionException(string member, BilingualText problem)
        : this(member, new CodedText(Invalid, problem))
    {
    }

    /// <summary>A single fault.</summary>
    /// <param name="member">The path of the member in the JSON document.</param>
    /// <param name="problem">What is wrong with it.</param>
    public InvalidDefinitionException(string member, CodedText problem)
        : this([new DefinitionFault(member, problem)])
    {
    }

    /// <summary>What is wrong, and where.</summary>
    public IReadOnlyList<DefinitionFault> Faults { get; } = faults;

    /// <summary>What is wrong, by the path of the member in the JSON document.</summary>
    public IReadOnlyDictionary<string, BilingualText[]> Errors { get; } = faults
        .GroupBy(fault => fault.Place, StringComparer.Ordinal)
        .ToDictionary(place => place.Key, place => place.Select(fault => fault.What.Text).ToArray(), StringComparer.Ordinal);

    /// <summary>The message in both languages.</summary>
    public BilingualText Text => Summary(Faults);

    private static BilingualText Summary(IReadOnlyList<DefinitionFault> faults) => new(In(Language.English, faults), In(Language.Thai, faults));

    private static string In(Language language, IReadOnlyList<DefinitionFault> faults) =>
        string.Join(' ', faults.Select(fault => $"{fault.Place}: {fault.What.Text.In(language)}"));
}
