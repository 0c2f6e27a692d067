using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Scoring;
using AwardFlow.Thai;

namespace AwardFlow.Letters;

/// <summary>The wording of a cycle for one entry: placeholders filled, numbers in Thai digits.</summary>
/// <param name="definition">The cycle.</param>
/// <param name="entry">The entry.</param>
/// <param name="result">How it did; null where only the entry matters.</param>
public sealed class LetterWords(CycleDefinition definition, Entry entry, EntryResult? result = null)
{
    private const string NotYet = "(ยังไม่มีคะแนน)";

    /// <summary>What the letter is about.</summary>
    public string Subject => Fill(definition.Letter.Subject);

    /// <summary>The cycle's definition with the subject that this entry's letter has: mails and pages say the same.</summary>
    public CycleDefinition Definition => definition with { Letter = definition.Letter with { Subject = Subject } };

    /// <summary>A text of the cycle definition for this entry.</summary>
    /// <exception cref="FormatException">A placeholder is unknown or not closed; definitions are checked when they come in.</exception>
    public string Fill(string text) => ThaiNumerals.InText(Placeholders.Fill(text, Value));

    /// <summary>Texts of the cycle definition for this entry.</summary>
    public IReadOnlyList<string> Fill(IReadOnlyList<string> texts) => [.. texts.Select(Fill)];

    private string Value(string placeholder) => placeholder switch
    {
        "award" => definition.Award,
        "year" => definition.Year.ToString(CultureInfo.InvariantCulture),
        "title" => definition.Title,
        "organiser" => definition.Organiser.Name,
        "date" => ThaiDate.InFull(definition.Letter.Date),
        "entry" => entry.Code,
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
