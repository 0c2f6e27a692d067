namespace AwardFlow.Cycles;

/// <summary>Something that is wrong with a cycle definition, or odd about it.</summary>
/// <param name="Place">The path of the member in the JSON document, such as <c>letter.opening[0]</c>.</param>
/// <param name="What">What it is.</param>
public sealed record DefinitionFault(string Place, CodedText What);
