using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Web.Answers;

/// <summary>Something that is wrong with a cycle definition, or odd about it, for callers.</summary>
/// <param name="Place">
/// The path of the member in the JSON document, such as <c>letter.opening[0]</c>; <c>emblem</c>, <c>signature</c> or <c>entries</c> for what stands outside it.
/// </param>
/// <param name="Code">What it is, for programs.</param>
/// <param name="Args">The code's arguments.</param>
/// <param name="Text">What it is, in the caller's language.</param>
public sealed record FaultView(string Place, string Code, IReadOnlyDictionary<string, string> Args, string Text)
{
    /// <summary>Views of faults.</summary>
    public static IReadOnlyList<FaultView> Of(IEnumerable<DefinitionFault> faults, Language language) =>
        [.. faults.Select(fault => new FaultView(fault.Place, fault.What.Code, fault.What.Args, fault.What.Text.In(language)))];
}
