using AwardFlow.Cycles;
using AwardFlow.Scoring;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Letters;

/// <summary>Renders the documents of a cycle. The same cycle, pictures and result give the same bytes. Safe for use by many threads.</summary>
/// <param name="definition">The cycle, with its wording.</param>
/// <param name="pictures">The cycle's pictures.</param>
/// <param name="overall">How all entries did, for the result sheet.</param>
public sealed class DocumentRenderer(CycleDefinition definition, LetterPictures pictures, OverallAverages overall)
{
    private readonly LetterRenderer _letter = new(definition, pictures);
    private readonly CertificateRenderer _certificate = new(definition, pictures);
    private readonly ResultSheetRenderer _sheet = new(definition, overall);

    /// <summary>Renders a document.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="result">The entry's result.</param>
    /// <param name="draft">Whether to mark every page as a draft (ร่าง), since scores may still change.</param>
    /// <returns>A PDF file.</returns>
    public byte[] Render(LetterDocument kind, EntryResult result, bool draft) => Draw(kind, result, draft).ToFile();

    internal PdfDocument Draw(LetterDocument kind, EntryResult result, bool draft)
    {
        ArgumentNullException.ThrowIfNull(result);
        var written = new DateTimeOffset(definition.Letter.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7));
        var document = new PdfDocument(Title(kind, result), definition.Organiser.Name, written);
        switch (kind)
        {
            case LetterDocument.Letter:
                _letter.Render(document, result, draft);
                break;
            case LetterDocument.Certificate:
                _certificate.Render(document, result, draft);
                break;
            case LetterDocument.ResultSheet:
                _sheet.Render(document, result, draft);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such document.");
        }
        return document;
    }

    private string Title(LetterDocument kind, EntryResult result) => kind switch
    {
        LetterDocument.Letter => $"ที่ {new LetterWords(definition, result.Entry).Number} {new LetterWords(definition, result.Entry).Subject}",
        LetterDocument.Certificate => $"{_certificate.Title(result)} {result.Entry.Organisation}",
        _ => $"{ResultSheetRenderer.Title} {result.Entry.Organisation}",
    };
}
