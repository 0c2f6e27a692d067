using AwardFlow.Cycles;
using AwardFlow.Scoring;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Letters;

/// <summary>Renders an external official letter (หนังสือภายนอก) that tells an entrant its result.</summary>
/// <param name="definition">The cycle, with the letter's wording.</param>
/// <param name="pictures">The emblem and the signature.</param>
/// <param name="hasResultTable">Whether the table of the result stands between the opening and the closing paragraphs.</param>
internal sealed class LetterRenderer(CycleDefinition definition, LetterPictures pictures, bool hasResultTable = true)
{
    private const int LinesWithSignature = 2;

    // A page ends better between paragraphs than inside one, by about a line.
    private const int ParagraphPenalty = 10;

    private const double WidestAddress = 7.5 * Centimetre;
    private const double EmblemGap = 0.4 * Centimetre;

    private readonly OfficeWords _words = OfficeWords.Of(definition);
    private readonly ResultTable _table = new(definition);
    private readonly LetterEnding _ending = new(definition, pictures.Signature);

    /// <summary>Draws a letter on pages of a document.</summary>
    /// <param name="document">Gets the pages.</param>
    /// <param name="result">The entry's result.</param>
    /// <param name="mark">What every page is marked with; null for a document that counts.</param>
    /// <param name="references">Earlier letters to this entry that it refers to, before those of the definition; null for none.</param>
    public void Render(PdfDocument document, EntryResult result, DocumentMark? mark, IReadOnlyList<string>? references = null)
    {
        var words = new LetterWords(definition, result.Entry, result);
        var letter = definition.Letter;
        var outcome = result.Passed == true ? letter.Passed : letter.NotPassed;
        var opening = Body(words.Typeset(outcome?.Opening ?? letter.Opening)).ToList();
        // What announces the table stands above it, and the signature with the end of the body.
        KeepLast(opening, hasResultTable ? 1 : 0);
        List<LetterPiece> body =
            [.. opening, .. Table(result), .. Body(words.Typeset(outcome?.Closing ?? letter.Closing))];
        KeepLast(body, LinesWithSignature);
        var pages = new LetterPages(document, mark, pictures.Emblem is null ? Top : EmblemTop + EmblemHeight - Ascent);
        pages.Lay([.. Emblem(), .. Head(words), .. Labels(result, words, references ?? []), .. body, .. _ending.Pieces()], _ending.Contact());
    }

    // As high as the regulation has it, unless it would be too wide.
    private (double Width, double Height) EmblemSize => pictures.Emblem?.Within(Width / 3, EmblemHeight) ?? default;

    // Its place on the page is its own, so it takes no room among the strips.
    private IEnumerable<LetterPiece> Emblem()
    {
        if (pictures.Emblem is { } emblem)
        {
            var ((width, height), tag) = (EmblemSize, PictureTags.Emblem(definition));
            yield return new LetterPiece(0, (page, _) => page.Draw(emblem, Middle - width / 2, EmblemTop + (EmblemHeight - height) / 2, width, height, tag))
            {
                KeepWithNext = true,
            };
        }
    }

    private IEnumerable<LetterPiece> Head(LetterWords words)
    {
        // Beside the emblem, not under it.
        var room = pictures.Emblem is null ? WidestAddress : Math.Min(WidestAddress, Right - Middle - EmblemSize.Width / 2 - EmblemGap);
        var address = $"{definition.Organiser.Name}\n{definition.Organiser.Address}".Split('\n')
            .SelectMany(line =>
            {
                var tag = PdfTag.Paragraph();
                return Paragraph.Break(_words.Set(line), Sarabun.Regular, FontSize, room).Select(part => (Line: part, Tag: tag));
            }).ToList();
        var left = Right - address.Max(part => part.Line.Width);
        // The number goes on in a second line where one has no room before the emblem and the address.
        var numberRoom = Math.Min(left, pictures.Emblem is null ? left : Middle - EmblemSize.Width / 2) - EmblemGap - Left;
        var (number, numberTag) = (Paragraph.Break($"ที่ {words.Number}", Sarabun.Regular, FontSize, numberRoom), PdfTag.Paragraph());
        for (var i = 0; i < Math.Max(number.Count, address.Count); i++)
        {
            var (ownNumber, ownAddress) = (i < number.Count ? number[i] : null, i < address.Count ? address[i] : default);
            yield return new LetterPiece(LineHeight, (page, y) =>
            {
                if (ownNumber is not null)
                {
                    page.Draw(ownNumber, Left, y + Ascent, tag: numberTag);
                }
                if (ownAddress.Line is not null)
                {
                    page.Draw(ownAddress.Line, left, y + Ascent, tag: ownAddress.Tag);
                }
            });
        }
        yield return LetterPiece.Space(PartGap);
        yield return LetterPiece.Of(Line(ThaiDate.InFull(definition.Letter.Date)), Middle, PdfTag.Paragraph());
        yield return LetterPiece.Space(PartGap);
    }

    private IEnumerable<LetterPiece> Table(EntryResult result) => hasResultTable ? [.. _table.Pieces(result), LetterPiece.Space(PartGap)] : [];

    private IEnumerable<LetterPiece> Labels(EntryResult result, LetterWords words, IReadOnlyList<string> references)
    {
        var letter = definition.Letter;
        var parts = new (string Label, IReadOnlyList<string> Texts, PdfRole Role)[]
        {
            ("เรื่อง", [words.Typeset(letter.Subject)], PdfRole.Heading),
            ("เรียน", [_words.Set(result.Entry.Addressee)], PdfRole.Paragraph),
            ("อ้างถึง", [.. references.Select(_words.Set), .. words.Typeset(letter.References ?? [])], PdfRole.Paragraph),
            ("สิ่งที่ส่งมาด้วย", words.Typeset(result.Passed == true ? letter.Enclosures.Passed : letter.Enclosures.NotPassed), PdfRole.Paragraph),
        };
        return parts.Where(part => part.Texts.Count > 0).SelectMany(part => Labelled(part.Label, part.Texts, part.Role).Append(LetterPiece.Space(PartGap)));
    }

    // Wrapped lines hang under the text, not under the label, nor under the number of a list.
    private static IEnumerable<LetterPiece> Labelled(string label, IReadOnlyList<string> texts, PdfRole role)
    {
        var tag = new PdfTag(role);
        var list = new PdfTag(PdfRole.NumberedList);
        TextLine? beside = Line($"{label}  ");
        var left = Left + Line($"{label}  |").Width - Line("|").Width;
        var numbers = texts.Select((_, i) => texts.Count == 1 ? null : Line(ThaiNumerals.InText($"{i + 1}. "))).ToList();
        var hang = left + (texts.Count == 1 ? 0 : numbers.Max(number => number!.Width) + 0.3 * FontSize);
        for (var i = 0; i < texts.Count; i++)
        {
            var lines = Paragraph.Break(texts[i], Sarabun.Regular, FontSize, Right - hang);
            var item = list.Child(PdfRole.ListItem);
            var (itemLabel, text) = texts.Count == 1 ? (tag, tag) : (item.Child(PdfRole.ListLabel), item.Child(PdfRole.ListBody));
            for (var j = 0; j < lines.Count; j++)
            {
                var (line, before, number) = (lines[j], beside, j == 0 ? numbers[i] : null);
                beside = null;
                yield return new LetterPiece(LineHeight, (page, y) =>
                {
                    if (before is not null)
                    {
                        page.Draw(before, Left, y + Ascent, tag: tag);
                    }
                    if (number is not null)
                    {
                        page.Draw(number, left, y + Ascent, tag: itemLabel);
                    }
                    page.Draw(line, hang, y + Ascent, tag: text);
                })
                { Label = number?.Text ?? "", Line = line, Penalty = 200, KeepWithNext = j < lines.Count - 1 };
            }
        }
    }

    private static IEnumerable<LetterPiece> Body(IEnumerable<string> paragraphs) =>
        paragraphs.SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).SelectMany(BodyParagraph);

    private static IEnumerable<LetterPiece> BodyParagraph(string text)
    {
        var lines = Paragraph.Break(text, Sarabun.Regular, FontSize, Width, Indent, Alignment.Justified);
        var tag = PdfTag.Paragraph();
        for (var i = 0; i < lines.Count; i++)
        {
            yield return LetterPiece.Of(lines[i], i == 0 ? Left + Indent : Left, tag) with
            {
                IsBody = true,
                // No first or last line of a paragraph alone on a page.
                KeepWithNext = lines.Count > 1 && (i == 0 || i == lines.Count - 2),
                Penalty = i < lines.Count - 1 ? ParagraphPenalty : 0,
            };
        }
        yield return LetterPiece.Space(PartGap);
    }

    // Keeps the last lines of the body on the page of what follows.
    private static void KeepLast(List<LetterPiece> pieces, int lines)
    {
        for (var i = pieces.Count - 1; i >= 0 && lines > 0; i--)
        {
            pieces[i] = pieces[i] with { KeepWithNext = true };
            lines -= pieces[i].IsBody ? 1 : 0;
        }
    }
}
