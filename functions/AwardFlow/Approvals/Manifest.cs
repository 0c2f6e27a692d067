using AwardFlow.Cycles;

namespace AwardFlow.Approvals;

/// <summary>
/// What is approved: names, by their hashes, the results, the definition, the pictures, and every document and address of
/// every entry, the latter by pages. Its own SHA-256 is what an approval says yes to.
/// </summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Round">The round of its letters, from 1.</param>
/// <param name="DefinitionSha256">The definition.</param>
/// <param name="ResultsSha256">The frozen results.</param>
/// <param name="Emblem">The emblem, which is named by its hash; null for none.</param>
/// <param name="Signature">The picture of the signature; null for none.</param>
/// <param name="Pages">The pages in their order: the SHA-256 of each list of <see cref="ManifestEntry"/>.</param>
/// <param name="CorrectionSha256">Of a correction: the SHA-256 of what was asked for, its wording with all; null for the round's own letters.</param>
/// <param name="ResultPartsSha256">The pages of the results, from which documents and mails are written; null where an earlier version closed.</param>
public sealed record Manifest(
    CycleId Cycle, int Round, string DefinitionSha256, string ResultsSha256, string? Emblem, string? Signature, IReadOnlyList<string> Pages,
    string? CorrectionSha256 = null, string? ResultPartsSha256 = null);
