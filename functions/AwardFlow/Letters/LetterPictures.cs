using AwardFlow.Typesetting.Pictures;

namespace AwardFlow.Letters;

/// <summary>The pictures of a cycle's documents.</summary>
/// <param name="Emblem">The organiser's emblem; null for none.</param>
/// <param name="Signature">The signatory's signature; null where documents are signed by hand.</param>
public sealed record LetterPictures(Picture? Emblem, Picture? Signature)
{
    /// <summary>No pictures.</summary>
    public static LetterPictures None { get; } = new(null, null);
}
