using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Scoring;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Layout;

namespace AwardFlow.Letters;

/// <summary>The wording of a cycle for one entry: placeholders filled, numbers in Thai digits.</summary>
/// <param name="definition">The cycle.</param>
/// <param name="entry">The entry.</param>
/// <param name="result">How it did; null where only the entry matters.</param>
public sealed class LetterWords(CycleDefinition definition, Entry entry, EntryResult? result = null)
{
    private const string NotYet = "(ยังไม่มีคะแนน)";

    private readonly OfficeWords _words = OfficeWords.Of(definition);

    /// <summary>What the letter is about.</summary>
    public string Subject => ThaiLineBreaks.Drawn(Fill(definition.Letter.Subject));

    /// <summary>The letter's register number, in Thai digits.</summary>
    public string Number => ThaiLineBreaks.Drawn(Numbered(definition.Letter.Number, definition.Letter.FirstNumber ?? 1));

    /// <summary>The certificate's own number, in Thai digits; null where certificates have none.</summary>
    public string? CertificateNumber =>
        definition.Certificate is { Number: { } number } certificate ? Numbered(number, certificate.FirstNumber ?? 1) : null;

    /// <summary>The cycle's definition with the subject and the number that this entry's letter has: mails and pages say the same.</summary>
    public CycleDefinition Definition => definition with { Letter = definition.Letter with { Subject = Subject, Number = Number } };

    /// <summary>A text of the cycle definition for this entry.</summary>
    /// <exception cref="FormatException">A placeholder is unknown or not closed; definitions are checked when they come in.</exception>
    public string Fill(string text) => ThaiNumerals.InText(Placeholders.Fill(text, Value));

    /// <summary>Texts of the cycle definition for this entry.</summary>
    public IReadOnlyList<string> Fill(IReadOnlyList<string> texts) => [.. texts.Select(Fill)];

    /// <summary>The same for documents: with the office's own words kept whole.</summary>
    internal string Typeset(string text) => _words.Keep(Fill(text));

    /// <summary>Texts of the cycle definition for documents.</summary>
    internal IReadOnlyList<string> Typeset(IReadOnlyList<string> texts) => [.. texts.Select(Typeset)];

    // Before scores are frozen, and for an entry without a letter, there is no number yet.
    private string Numbered(string template, int first) => ThaiNumerals.InText(Placeholders.Fill(template, placeholder => placeholder switch
    {
        "number" => entry.Serial is { } serial ? (first + serial - 1).ToString(CultureInfo.InvariantCulture) : "-",
        _ => Value(placeholder),
    }));

    private string Value(string placeholder) => placeholder switch
    {
        "award" => definition.Award,
        "year" => definition.Year.ToString(CultureInfo.InvariantCulture),
        "title" => definition.Title,
        "organiser" => definition.Organiser.Name,
        "date" => ThaiDate.InFull(definition.Letter.Date),
        "entry" => entry.Code.Text,
        "project" => entry.Project,
        "organisation" => entry.Organisation,
        "addressee" => entry.Addressee,
        "province" => entry.Province,
        "average" => result?.Average is { } average ? ThaiScore.InDigits(average) : NotYet,
        "averageInWords" => result?.Average is { } average ? ThaiScore.InWords(average) : NotYet,
        "rank" => result?.Rank?.ToString(CultureInfo.InvariantCulture) ?? NotYet,
        "judges" => result?.Judges.ToString(CultureInfo.InvariantCulture) ?? NotYet,
        "passMark" => ThaiScore.InDigits(definition.PassMark),
        "maximum" => definition.HighestTotal().ToString("0.##", CultureInfo.InvariantCulture),
        _ => throw new FormatException($"There is no placeholder {{{placeholder}}}."),
    };
}
