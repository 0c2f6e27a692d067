using System.Collections.Concurrent;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Scoring;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Letters;

/// <summary>Renders the documents of a cycle. The same cycle, pictures and result give the same bytes. Safe for use by many threads.</summary>
/// <param name="definition">The cycle, with its wording.</param>
/// <param name="pictures">The cycle's pictures.</param>
/// <param name="overall">How all entries did, for the result sheet.</param>
/// <param name="hasResultTable">Whether the letter shows the table of the result.</param>
public sealed class DocumentRenderer(CycleDefinition definition, LetterPictures pictures, OverallAverages overall, bool hasResultTable = true)
{
    private const string Digits = "0123456789";

    private readonly LetterRenderer _letter = new(definition, pictures, hasResultTable);
    private readonly CertificateRenderer _certificate = new(definition, pictures);
    private readonly ResultSheetRenderer _sheet = new(definition, overall);
    private readonly ConcurrentDictionary<LetterDocument, SharedFonts> _fonts = new();

    /// <summary>Renders a document.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="result">The entry's result.</param>
    /// <param name="draft">Whether to mark every page as a draft (ร่าง), since scores may still change.</param>
    /// <returns>A PDF file.</returns>
    public byte[] Render(LetterDocument kind, EntryResult result, bool draft) => Draw(kind, result, draft).ToFile();

    /// <summary>Renders a letter that refers to earlier letters to its entry.</summary>
    /// <param name="result">The entry's result.</param>
    /// <param name="references">The earlier letters, each as it is named under อ้างถึง.</param>
    /// <param name="draft">Whether to mark every page as a draft.</param>
    /// <returns>A PDF file.</returns>
    public byte[] RenderLetter(EntryResult result, IReadOnlyList<string> references, bool draft)
    {
        ArgumentNullException.ThrowIfNull(result);
        var document = NewDocument(Title(LetterDocument.Letter, result), _fonts.GetOrAdd(LetterDocument.Letter, Example));
        _letter.Render(document, result, draft ? DocumentMark.Draft : null, references);
        return document.ToFile();
    }

    /// <summary>Renders a document that is not one of many: nothing is made ready for others.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="result">The entry's result.</param>
    /// <param name="mark">What every page is marked with.</param>
    /// <returns>A PDF file.</returns>
    internal byte[] Render(LetterDocument kind, EntryResult result, DocumentMark mark)
    {
        var document = NewDocument(Title(kind, result), null);
        Draw(document, kind, result, mark);
        return document.ToFile();
    }

    internal PdfDocument Draw(LetterDocument kind, EntryResult result, bool draft)
    {
        ArgumentNullException.ThrowIfNull(result);
        // Made by two threads at once they are the same.
        var document = NewDocument(Title(kind, result), _fonts.GetOrAdd(kind, Example));
        Draw(document, kind, result, draft ? DocumentMark.Draft : null);
        return document;
    }

    private PdfDocument NewDocument(string title, SharedFonts? fonts) =>
        new(title, definition.Organiser.Name, new DateTimeOffset(definition.Letter.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7)), fonts);

    private void Draw(PdfDocument document, LetterDocument kind, EntryResult result, DocumentMark? mark)
    {
        switch (kind)
        {
            case LetterDocument.Letter:
                _letter.Render(document, result, mark);
                break;
            case LetterDocument.Certificate:
                _certificate.Render(document, result, mark);
                break;
            case LetterDocument.ResultSheet:
                _sheet.Render(document, result, mark);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such document.");
        }
    }

    // What all documents of a kind have: the cycle's own wording, whatever the outcome.
    private SharedFonts Example(LetterDocument kind)
    {
        var example = NewDocument("", null);
        Draw(example, kind, Example(passed: true), mark: null);
        Draw(example, kind, Example(passed: false), mark: null);
        return SharedFonts.Of(example);
    }

    // An entry of which nothing is in the documents but the cycle's own wording and the digits.
    private static EntryResult Example(bool passed) => new()
    {
        Entry = new Entry { Code = EntryCode.Parse("0"), Project = Digits, Organisation = Digits, Addressee = Digits, SarabanEmail = "", Province = "" },
        Judges = 0,
        Average = 0,
        Rank = 0,
        Passed = passed,
        Criteria = [],
        Comments = [],
    };

    private string Title(LetterDocument kind, EntryResult result) => kind switch
    {
        LetterDocument.Letter => $"ที่ {new LetterWords(definition, result.Entry).Number} {new LetterWords(definition, result.Entry).Subject}",
        LetterDocument.Certificate => $"{_certificate.Title(result)} {result.Entry.Organisation}",
        _ => $"{ResultSheetRenderer.Title} {result.Entry.Organisation}",
    };
}
