using AwardFlow.Cycles;
using AwardFlow.Scoring;

namespace AwardFlow.Letters;

/// <summary>The documents of a sample entry, of a definition that may still lack things.</summary>
/// <param name="draft">The definition as it is so far.</param>
/// <param name="pictures">Its pictures.</param>
public sealed class SampleDocuments(CycleDefinition draft, LetterPictures pictures)
{
    private readonly CycleDefinition _definition = PreviewDefinition.Of(draft);

    /// <summary>The definition with every blank filled in.</summary>
    public CycleDefinition Definition => _definition;

    /// <summary>The sample entry's result.</summary>
    /// <param name="passed">Whether it passed.</param>
    public EntryResult Result(bool passed) => SampleResults.Of(_definition, passed);

    /// <summary>Renders a document, marked as a draft (ร่าง).</summary>
    /// <param name="document">Which one.</param>
    /// <param name="passed">Whether the sample entry passed.</param>
    public byte[] Preview(LetterDocument document, bool passed) => Render(document, passed, DocumentMark.Draft);

    /// <summary>Renders a document, marked as a test (ทดสอบ).</summary>
    /// <inheritdoc cref="Preview"/>
    public byte[] Test(LetterDocument document, bool passed) => Render(document, passed, DocumentMark.Test);

    private byte[] Render(LetterDocument document, bool passed, DocumentMark mark) =>
        new DocumentRenderer(_definition, pictures, SampleResults.Overall(_definition)).Render(document, SampleResults.Of(_definition, passed), mark);
}
