using System.Collections.Frozen;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Letters;

/// <summary>
/// Makes a definition that is being written fit to be set: what is blank becomes a word in brackets that says what belongs
/// there, and what cannot be set is left out. Nothing of it is kept.
/// </summary>
internal static class PreviewDefinition
{
    // As the rules of a definition have it; what is longer is cut, so that no draft takes long to set.
    private const int LongestName = 300;
    private const int LongestParagraph = 10_000;
    private const int LongestNumber = 60;
    private const int MostItems = 40;

    // A certificate is one page and a criterion's row no more than one.
    private const int LongestOnAPage = 1_000;
    private static readonly FrozenSet<string> NoPlaceholders = FrozenSet<string>.Empty;

    /// <summary>A definition that can be set.</summary>
    public static CycleDefinition Of(CycleDefinition draft)
    {
        var (organiser, letter) = (draft.Organiser, draft.Letter);
        return draft with
        {
            Title = Name(draft.Title, "(ชื่อรอบ)"),
            Award = Name(draft.Award, "(ชื่อรางวัล)"),
            PassMark = Math.Clamp(draft.PassMark, 0, 10_000_000),
            Rubric = Rubric(draft.Rubric),
            Judges = null,
            MinimumJudges = null,
            Organiser = new Organiser
            {
                Code = Name(organiser.Code, "(อักษรย่อ)"),
                Name = Name(organiser.Name, "(ชื่อหน่วยงาน)"),
                Centre = Name(organiser.Centre, "(ส่วนราชการเจ้าของเรื่อง)"),
                Team = Name(organiser.Team, "(กลุ่มงาน)"),
                Address = Text(organiser.Address, "(ที่อยู่)", LongestParagraph, NoPlaceholders, lines: true),
                Phone = Name(organiser.Phone, "(หมายเลขโทรศัพท์)"),
                Contact = Name(organiser.Contact, "(ผู้ประสานงาน)"),
                SarabanEmail = Name(organiser.SarabanEmail, "(ไปรษณีย์อิเล็กทรอนิกส์กลาง)"),
            },
            Letter = letter with
            {
                Number = Text(letter.Number, "(เลขที่หนังสือ)", LongestNumber, Placeholders.OfNumber),
                FirstNumber = letter.FirstNumber is >= 1 and <= 10_000_000 ? letter.FirstNumber : null,
                Words = letter.Words is null ? null : [.. letter.Words.Take(500).Where(word => word.Length is >= 2 and <= 100)],
                Date = letter.Date < CycleDefinitionRules.EarliestDate || letter.Date > CycleDefinitionRules.LatestDate
                    ? new DateOnly(1970, 1, 1)
                    : letter.Date,
                Subject = Text(letter.Subject, "(เรื่อง)", LongestParagraph, Placeholders.OfEntry),
                References = letter.References is null ? null : Each(letter.References, Placeholders.OfEntry),
                Opening = Paragraphs(letter.Opening, "(ย่อหน้าก่อนผลการพิจารณา)"),
                Closing = Paragraphs(letter.Closing, "(ย่อหน้าหลังผลการพิจารณา)"),
                Passed = Wording(letter.Passed),
                NotPassed = Wording(letter.NotPassed),
                Enclosures = new Enclosures(Each(letter.Enclosures.Passed, Placeholders.OfResult), Each(letter.Enclosures.NotPassed, Placeholders.OfResult)),
                Signatory = new Signatory(
                    Name(letter.Signatory.Name, "ชื่อผู้ลงนาม"),
                    letter.Signatory.Position.Count == 0
                        ? ["(ตำแหน่งผู้ลงนาม)"]
                        : [.. letter.Signatory.Position.Take(MostItems).Select(line => Name(line, "(ตำแหน่งผู้ลงนาม)"))]),
            },
            Certificate = draft.Certificate is { } certificate ? certificate with
            {
                Number = certificate.Number is { } number ? Text(number, "{number}", LongestNumber, Placeholders.OfNumber) : null,
                FirstNumber = certificate.FirstNumber is >= 1 and <= 10_000_000 ? certificate.FirstNumber : null,
                Title = Optional(certificate.Title),
                Presentation = Optional(certificate.Presentation),
                Passed = Optional(certificate.Passed),
                NotPassed = Optional(certificate.NotPassed),
            } : null,
        };
    }

    // Codes are made anew where two are the same: averages go by them.
    private static IReadOnlyList<Category> Rubric(IReadOnlyList<Category> rubric)
    {
        var categories = rubric.Where(category => category.Criteria.Count > 0).Take(MostItems).Select(category => category with
        {
            Title = Name(category.Title, "(หมวด)"),
            Criteria =
            [
                .. category.Criteria.Take(MostItems).Select(criterion => criterion with
                {
                    Title = Text(criterion.Title, "(เกณฑ์)", LongestOnAPage, NoPlaceholders),
                    Max = Math.Clamp(criterion.Max, 0.01m, 10_000m),
                    Weight = criterion.Weight is { } weight ? Math.Clamp(weight, 0.0001m, 1000m) : null,
                }),
            ],
        }).ToList();
        if (categories.Count == 0)
        {
            return [new Category("1", "(หมวด)", [new Criterion("C1", "(เกณฑ์)", 100)])];
        }
        var place = 0;
        return [.. categories.Select((category, i) => category with
        {
            Code = $"{i + 1}",
            Criteria = [.. category.Criteria.Select(criterion => criterion with { Code = $"C{++place}" })],
        })];
    }

    private static ResultWording? Wording(ResultWording? wording) => wording is null ? null : new ResultWording
    {
        Opening = wording.Opening is { Count: > 0 } opening ? Paragraphs(opening, "(ย่อหน้าก่อนผลการพิจารณา)") : null,
        Closing = wording.Closing is { Count: > 0 } closing ? Paragraphs(closing, "(ย่อหน้าหลังผลการพิจารณา)") : null,
    };

    private static IReadOnlyList<string> Paragraphs(IReadOnlyList<string> paragraphs, string hint) =>
        paragraphs.All(string.IsNullOrWhiteSpace) ? [hint] : Each(paragraphs, Placeholders.OfResult, lines: true);

    private static IReadOnlyList<string> Each(IReadOnlyList<string> texts, IReadOnlySet<string> known, bool lines = false) =>
        [.. texts.Where(text => !string.IsNullOrWhiteSpace(text)).Take(MostItems).Select(text => Text(text, "", LongestParagraph, known, lines))];

    private static string? Optional(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Text(text, "", LongestOnAPage, Placeholders.OfResult, lines: true);

    private static string Name(string text, string hint) => Text(text, hint, LongestName, NoPlaceholders);

    private static string Text(string text, string hint, int longest, IReadOnlySet<string> known, bool lines = false)
    {
        var kept = new StringBuilder();
        foreach (var rune in (text.Length > longest ? text[..longest] : text).EnumerateRunes()
            .Where(rune => lines && rune.Value == '\n' || !Rune.IsControl(rune)))
        {
            kept.Append(rune);
        }
        var set = kept.ToString();
        if (LetterCharacters.Missing(set) is not null)
        {
            set = string.Concat(set.EnumerateRunes().Where(rune => rune.Value == '\n' || LetterCharacters.Missing(rune.ToString()) is null));
        }
        // Names have no placeholders, so their braces are only braces.
        if (known.Count > 0 && Placeholders.Problem(set, known) is not null)
        {
            set = set.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        }
        return string.IsNullOrWhiteSpace(set) ? hint : set;
    }
}
