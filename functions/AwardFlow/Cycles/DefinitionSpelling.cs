using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>Brings the texts of a cycle definition to the one spelling of <see cref="WrittenText"/>.</summary>
internal static class DefinitionSpelling
{
    /// <summary>The definition with its texts so written: address, paragraphs and certificate may have lines, all else has one.</summary>
    public static CycleDefinition Of(CycleDefinition cycle) => cycle with
    {
        Title = WrittenText.Line(cycle.Title),
        Award = WrittenText.Line(cycle.Award),
        Approvals = Each(cycle.Approvals, WrittenText.Line),
        Judges = cycle.Judges is { } judges ? [.. judges.Select(Of)] : null,
        Rubric = [.. cycle.Rubric.Select(category => category with
        {
            Code = WrittenText.Line(category.Code),
            Title = WrittenText.Line(category.Title),
            Criteria =
            [
                .. category.Criteria.Select(criterion => criterion with { Code = WrittenText.Line(criterion.Code), Title = WrittenText.Line(criterion.Title) }),
            ],
        })],
        Organiser = cycle.Organiser with
        {
            Code = WrittenText.Line(cycle.Organiser.Code),
            Name = WrittenText.Line(cycle.Organiser.Name),
            Centre = WrittenText.Line(cycle.Organiser.Centre),
            Team = WrittenText.Line(cycle.Organiser.Team),
            Address = WrittenText.Lines(cycle.Organiser.Address),
            Phone = WrittenText.Line(cycle.Organiser.Phone),
            Contact = WrittenText.Line(cycle.Organiser.Contact),
            SarabanEmail = WrittenText.Line(cycle.Organiser.SarabanEmail),
        },
        Letter = Of(cycle.Letter),
        Certificate = cycle.Certificate is { } certificate ? certificate with
        {
            Title = Lines(certificate.Title),
            Presentation = Lines(certificate.Presentation),
            Passed = Lines(certificate.Passed),
            NotPassed = Lines(certificate.NotPassed),
            Number = certificate.Number is { } number ? WrittenText.Line(number) : null,
        } : null,
    };

    private static Judge Of(Judge judge) => judge with
    {
        Name = JudgeName.Unchecked(WrittenText.Line(judge.Name.Text)),
        Email = judge.Email is { } email ? WrittenText.Line(email) : null,
        MayNotScore = [.. judge.MayNotScore.Select(code => EntryCode.Unchecked(WrittenText.Line(code.Text)))],
    };

    private static LetterWording Of(LetterWording letter) => letter with
    {
        Number = WrittenText.Line(letter.Number),
        Subject = WrittenText.Line(letter.Subject),
        References = Each(letter.References, WrittenText.Line),
        Opening = Each(letter.Opening, WrittenText.Lines)!,
        Closing = Each(letter.Closing, WrittenText.Lines)!,
        Passed = Of(letter.Passed),
        NotPassed = Of(letter.NotPassed),
        Enclosures = new Enclosures(Each(letter.Enclosures.Passed, WrittenText.Line)!, Each(letter.Enclosures.NotPassed, WrittenText.Line)!),
        Signatory = new Signatory(WrittenText.Line(letter.Signatory.Name), Each(letter.Signatory.Position, WrittenText.Line)!),
        Words = Each(letter.Words, WrittenText.Line),
    };

    private static ResultWording? Of(ResultWording? wording) => wording is null ? null : wording with
    {
        Opening = Each(wording.Opening, WrittenText.Lines),
        Closing = Each(wording.Closing, WrittenText.Lines),
    };

    private static string? Lines(string? text) => text is null ? null : WrittenText.Lines(text);

    private static IReadOnlyList<string>? Each(IReadOnlyList<string>? texts, Func<string, string> write) => texts is null ? null : [.. texts.Select(write)];
}
