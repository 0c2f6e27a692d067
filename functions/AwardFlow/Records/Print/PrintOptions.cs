using AwardFlow.Letters;

namespace AwardFlow.Records.Print;

/// <summary>What is printed or packed.</summary>
/// <param name="Filter">Of which letters.</param>
/// <param name="Documents">Which documents of each, in their order; at least one.</param>
/// <param name="AddressSheets">Whether a sheet with the address comes before each letter.</param>
public sealed record PrintOptions(LetterFilter Filter, IReadOnlyList<LetterDocument> Documents, bool AddressSheets);
