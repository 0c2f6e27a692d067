using AwardFlow.Typesetting.Layout;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>
/// Says what something on a page is, for people who hear a document or have it shown in another form. All that is drawn with
/// the same tag is one element of the document's structure, over lines and pages; elements stand in the order in which
/// they are first drawn. A tag holds nothing of a document, so many documents may share it.
/// </summary>
/// <param name="role">What it is.</param>
/// <param name="parent">What it is part of; null for a part of the document itself.</param>
/// <param name="alternative">What a figure shows, in words; null for other roles.</param>
public sealed class PdfTag(PdfRole role, PdfTag? parent = null, string? alternative = null)
{
    /// <summary>No part of what the document says.</summary>
    public static PdfTag Artifact { get; } = new(PdfRole.Artifact);

    /// <summary>What it is.</summary>
    public PdfRole Role { get; } = role;

    /// <summary>What it is part of; null for a part of the document itself.</summary>
    public PdfTag? Parent { get; } = parent;

    /// <summary>What a figure shows, in words.</summary>
    public string? Alternative { get; } = role == PdfRole.Figure && string.IsNullOrWhiteSpace(alternative)
        ? throw new ArgumentException("A figure needs words that say what it shows.", nameof(alternative))
        : alternative is null ? null : ThaiLineBreaks.Drawn(alternative);

    /// <summary>A paragraph of the document itself.</summary>
    public static PdfTag Paragraph() => new(PdfRole.Paragraph);

    /// <summary>A part of what this tag is.</summary>
    public PdfTag Child(PdfRole role) => new(role, this);
}
