using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Thai;

namespace AwardFlow.Delivery;

/// <summary>Renders the documents of a correction. The same correction and result give the same bytes.</summary>
public sealed class CorrectionRenderer
{
    private readonly DocumentRenderer _documents;
    private readonly IReadOnlyList<(int Number, CorrectionWords Words)> _earlier;

    /// <summary>What renders one correction.</summary>
    /// <param name="words">What it says.</param>
    /// <param name="earlier">The corrections that went out before it.</param>
    /// <param name="pictures">The cycle's pictures.</param>
    /// <param name="overall">How all entries did, for the result sheet.</param>
    internal CorrectionRenderer(
        CorrectionWords words, IReadOnlyList<(int Number, CorrectionWords Words)> earlier, LetterPictures pictures, OverallAverages overall)
    {
        Words = words;
        _earlier = earlier;
        _documents = new DocumentRenderer(words.Definition, pictures, overall, words.Order.Request.ResultTable);
    }

    /// <summary>What it says.</summary>
    public CorrectionWords Words { get; }

    /// <summary>Renders the documents of an entry.</summary>
    /// <param name="result">Its frozen result.</param>
    /// <exception cref="LetterFaultException">One cannot be rendered.</exception>
    public IReadOnlyList<(EntryCode Entry, LetterDocument Document, byte[] Pdf)> Render(EntryResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. Words.Order.Request.Attached().Select(document => (result.Entry.Code, document, Render(result, document, draft: false)))];
    }

    /// <summary>Renders one document of an entry.</summary>
    /// <param name="result">Its frozen result.</param>
    /// <param name="document">Which.</param>
    /// <param name="draft">Whether to mark every page as a draft (ร่าง).</param>
    /// <exception cref="LetterFaultException">It cannot be rendered.</exception>
    public byte[] Render(EntryResult result, LetterDocument document, bool draft)
    {
        ArgumentNullException.ThrowIfNull(result);
        try
        {
            return document switch
            {
                LetterDocument.Letter => _documents.RenderLetter(result with { Entry = Words.EntryOf(result.Entry) }, References(result.Entry), draft),
                LetterDocument.Certificate => _documents.Render(document, result with { Entry = Words.Named(result.Entry) }, draft),
                _ => _documents.Render(document, result with { Entry = Words.EntryOf(result.Entry) }, draft),
            };
        }
        catch (Exception e) when (e is not (OutOfMemoryException or Storage.StorageException))
        {
            throw new LetterFaultException(DeliveryCause.NotRendered(LetterStore.FileName(document), e.Message), e);
        }
    }

    // The letter that is corrected, and what was sent about it since; each by its own number and date, as the regulation on
    // correspondence has it (Regulation of the Office of the Prime Minister B.E. 2526, annex 1, item 1.7).
    private List<string> References(Entry entry) =>
    [
        Reference(Words.First, entry),
        .. _earlier.Where(each => Words.RefersTo(entry.Code, each.Words, each.Number))
            .Select(each => Reference(each.Words.Definition, each.Words.EntryOf(entry))),
    ];

    private static string Reference(CycleDefinition definition, Entry entry) =>
        $"หนังสือ{definition.Organiser.Name} ที่ {new LetterWords(definition, entry).Number} ลงวันที่ {ThaiDate.InFull(definition.Letter.Date)}";
}
