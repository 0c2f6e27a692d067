namespace AwardFlow.Cycles;

/// <summary>A part of the rubric (หมวด).</summary>
/// <param name="Code">Unique in the rubric.</param>
/// <param name="Title">For people.</param>
/// <param name="Criteria">What is scored in this category.</param>
public sealed record Category(string Code, string Title, IReadOnlyList<Criterion> Criteria);
