using FluentValidation;
using MimeKit;

namespace AwardFlow.Cycles;

/// <summary>What a cycle definition must keep to beyond its shape.</summary>
internal sealed class CycleDefinitionRules : AbstractValidator<CycleDefinition>
{
    private const int LongestName = 300;
    private const int LongestParagraph = 10_000;
    private const int HighestNumber = 10_000_000;
    private const int MostWords = 500;
    private const int LongestWord = 100;
    private const int MostFormerNames = 20;
    private const int MostApprovals = 5;
    private const string RunningNumber = "number";

    // A register number is one line beside the emblem or two, a criterion a row of a page, and lists have an end.
    private const int LongestNumber = 60;
    private const int LongestCriterion = 1_000;
    private const int MostItems = 100;
    private const int MostLinesOfPosition = 10;
    private const int LongestPosition = 600;

    // Names of the other columns of a score sheet, which a criterion's code would clash with.
    private static readonly string[] ReservedCodes =
        ["entry_code", "judge", "criterion", "score", "comment", "รหัสผลงาน", "กรรมการ", "เกณฑ์", "คะแนน", "ข้อเสนอแนะ"];

    /// <summary>The years of letters, B.E. 2500 to 2700 as of the award; a date of the Buddhist Era would be printed 543 years later.</summary>
    internal static readonly DateOnly EarliestDate = new(1957, 1, 1);

    /// <inheritdoc cref="EarliestDate"/>
    internal static readonly DateOnly LatestDate = new(2157, 12, 31);

    public CycleDefinitionRules()
    {
        RuleFor(cycle => cycle.Id).Must(id => CycleId.IsValid(id.Text)).Says(DefinitionTexts.Id);
        Name(RuleFor(cycle => cycle.Title));
        Name(RuleFor(cycle => cycle.Award));
        RuleFor(cycle => cycle.Year).InclusiveBetween(2500, 2700).Says(DefinitionTexts.Year);
        RuleFor(cycle => cycle.PassMark)
            .Must((cycle, mark) => mark >= 0 && mark <= cycle.HighestTotal())
            .Says(DefinitionTexts.PassMark)
            // Averages have two decimals: beyond them nobody could see why 33.33 is below 33.3333.
            .Must(mark => decimal.Round(mark, 2) == mark).Says(DefinitionTexts.PassMarkDecimals);
        RuleFor(cycle => cycle.MinimumJudges).InclusiveBetween(1, 100).Says(least => DefinitionTexts.Between(1, 100, least));
        RuleFor(cycle => cycle.MinimumJudges)
            .Must((cycle, least) => least is null || cycle.Judges is null || least <= cycle.Judges.Count)
            .Says(DefinitionTexts.MoreThanJudges);
        RuleFor(cycle => cycle.Judges!).NotEmpty().Says(DefinitionTexts.JudgeMissing)
            .Must(judges => judges.Count <= 1000).Says(DefinitionTexts.TooManyJudges)
            .Must(judges => judges.Select(judge => judge.Name).ToHashSet().Count == judges.Count)
            .Says(DefinitionTexts.JudgeTwice)
            // Whose scores they are must be plain.
            .Must(judges => judges.SelectMany(judge => judge.Names).GroupBy(name => name).All(same => !same.Skip(1).Any()))
            .Says(DefinitionTexts.FormerNameTwice).When(cycle => cycle.Judges is not null);
        RuleForEach(cycle => cycle.Judges).ChildRules(judge =>
        {
            judge.RuleFor(each => each.Name)
                .Must(name => JudgeName.IsValid(name.Text))
                .Says(DefinitionTexts.Short(JudgeName.Longest));
            judge.RuleFor(each => each.Email).Must(address => address is null || IsAddress(address)).Says(DefinitionTexts.Address);
            judge.RuleFor(each => each.Formerly!).Must(names => names.Count <= MostFormerNames && names.All(name => JudgeName.IsValid(name.Text)))
                .Says(DefinitionTexts.FormerNames(MostFormerNames)).When(each => each.Formerly is not null);
            judge.RuleForEach(each => each.MayNotScore).Must(code => code.Text is { Length: > 0 and <= 60 }).Says(DefinitionTexts.EntryCode);
        });
        RuleFor(cycle => cycle.Judging!)
            .ChildRules(
                judging => judging.RuleFor(each => each.Step).InclusiveBetween(0.0001m, 100m).Says(step => DefinitionTexts.Between(0.0001m, 100m, step)))
            .When(cycle => cycle.Judging is not null);
        // Otherwise no judge could give the full score.
        RuleFor(cycle => cycle.Judging!.Step).Must((cycle, step) => step is not > 0 || cycle.Criteria().All(criterion => criterion.Max % step.Value == 0))
            .Says(DefinitionTexts.StepMissesMaximum).When(cycle => cycle.Judging is not null);
        RuleFor(cycle => cycle.Approvals!).Must(approvals => approvals.Count is >= 1 and <= MostApprovals).Says(DefinitionTexts.Approvals(MostApprovals))
            .Must(Distinct).Says(DefinitionTexts.ApprovalTwice).When(cycle => cycle.Approvals is not null);
        Name(RuleForEach(cycle => cycle.Approvals));
        RuleFor(cycle => cycle.Rubric).NotEmpty().Says(DefinitionTexts.CategoryMissing)
            .Must(rubric => rubric.Count <= MostItems && rubric.Sum(category => category.Criteria.Count) <= MostItems)
            .Says(DefinitionTexts.TooManyItems(MostItems));
        RuleFor(cycle => cycle.Rubric).Must(rubric => Distinct(rubric.Select(category => category.Code))).Says(DefinitionTexts.CategoryTwice);
        RuleFor(cycle => cycle.Rubric)
            .Must(rubric => Distinct(rubric.SelectMany(category => category.Criteria).Select(criterion => criterion.Code)))
            .Says(DefinitionTexts.CriterionTwice);
        RuleForEach(cycle => cycle.Rubric).ChildRules(category =>
        {
            Code(category.RuleFor(each => each.Code));
            Name(category.RuleFor(each => each.Title));
            category.RuleFor(each => each.Criteria).NotEmpty().Says(DefinitionTexts.CriterionMissing);
            category.RuleForEach(each => each.Criteria).ChildRules(criterion =>
            {
                Code(criterion.RuleFor(each => each.Code));
                criterion.RuleFor(each => each.Code)
                    .Must(code => !ReservedCodes.Contains(code, StringComparer.OrdinalIgnoreCase))
                    .Says(DefinitionTexts.ReservedCode);
                Text(criterion.RuleFor(each => each.Title), LongestCriterion);
                criterion.RuleFor(each => each.Max).InclusiveBetween(0.01m, 10_000m).Says(max => DefinitionTexts.Between(0.01m, 10_000m, max));
                criterion.RuleFor(each => each.Weight).InclusiveBetween(0.0001m, 1000m).Says(weight => DefinitionTexts.Between(0.0001m, 1000m, weight));
            });
        });
        RuleFor(cycle => cycle.Organiser).ChildRules(organiser =>
        {
            Name(organiser.RuleFor(each => each.Code));
            Name(organiser.RuleFor(each => each.Name));
            Name(organiser.RuleFor(each => each.Centre));
            Name(organiser.RuleFor(each => each.Team));
            Paragraph(organiser.RuleFor(each => each.Address));
            Name(organiser.RuleFor(each => each.Phone));
            Name(organiser.RuleFor(each => each.Contact));
            organiser.RuleFor(each => each.SarabanEmail).Must(IsAddress).Says(DefinitionTexts.Address);
        });
        RuleFor(cycle => cycle.Letter).ChildRules(letter =>
        {
            Number(letter.RuleFor(each => each.Number));
            letter.RuleFor(each => each.Date).InclusiveBetween(EarliestDate, LatestDate).Says(DefinitionTexts.LetterDate);
            letter.RuleFor(each => each.Number)
                .Must((each, number) => each.FirstNumber is null || Placeholders.Has(number, RunningNumber)).Says(DefinitionTexts.NoRunningNumber);
            letter.RuleFor(each => each.FirstNumber)
                .Must((each, first) => first is not null || !Placeholders.Has(each.Number, RunningNumber)).Says(DefinitionTexts.FirstNumberMissing);
            letter.RuleFor(each => each.FirstNumber).InclusiveBetween(1, HighestNumber).Says(first => DefinitionTexts.Between(1, HighestNumber, first));
            Few(letter.RuleFor(each => each.References));
            Few(letter.RuleFor(each => each.Opening));
            Few(letter.RuleFor(each => each.Closing));
            letter.RuleFor(each => each.Words!).Must(words => words.Count <= MostWords).Says(DefinitionTexts.TooManyWords(MostWords))
                .Must(words => words.All(word => word.Length is >= 2 and <= LongestWord))
                .Says(DefinitionTexts.Word(LongestWord))
                .When(each => each.Words is not null);
            Wording(letter.RuleFor(each => each.Subject), Placeholders.OfEntry);
            Wording(letter.RuleForEach(each => each.References), Placeholders.OfEntry);
            Paragraphs(letter, each => each.Opening);
            Paragraphs(letter, each => each.Closing);
            letter.RuleFor(each => each.Passed!).ChildRules(Paragraphs).When(each => each.Passed is not null);
            letter.RuleFor(each => each.NotPassed!).ChildRules(Paragraphs).When(each => each.NotPassed is not null);
            letter.RuleFor(each => each.Enclosures).ChildRules(enclosures =>
            {
                Few(enclosures.RuleFor(each => each.Passed));
                Few(enclosures.RuleFor(each => each.NotPassed));
                Wording(enclosures.RuleForEach(each => each.Passed), Placeholders.OfResult);
                Wording(enclosures.RuleForEach(each => each.NotPassed), Placeholders.OfResult);
            });
            letter.RuleFor(each => each.Signatory).ChildRules(signatory =>
            {
                Name(signatory.RuleFor(each => each.Name));
                signatory.RuleFor(each => each.Position).NotEmpty().Says(DefinitionTexts.LineMissing)
                    .Must(lines => lines.Count <= MostLinesOfPosition).Says(DefinitionTexts.TooManyItems(MostLinesOfPosition))
                    .Must(lines => lines.Sum(line => line.Length) <= LongestPosition).Says(DefinitionTexts.Longer(LongestPosition));
                Name(signatory.RuleForEach(each => each.Position));
            });
        });
        RuleFor(cycle => cycle.Certificate!).ChildRules(certificate =>
        {
            Number(certificate.RuleFor(each => each.Number!)).When(each => each.Number is not null);
            certificate.RuleFor(each => each.Number)
                .Must((each, number) => number is null ? each.FirstNumber is null : Placeholders.Has(number, RunningNumber))
                .Says(DefinitionTexts.NoRunningNumber);
            certificate.RuleFor(each => each.FirstNumber).InclusiveBetween(1, HighestNumber).Says(first => DefinitionTexts.Between(1, HighestNumber, first));
            Wording(certificate.RuleFor(each => each.Title!), Placeholders.OfResult).When(each => each.Title is not null);
            Wording(certificate.RuleFor(each => each.Presentation!), Placeholders.OfResult).When(each => each.Presentation is not null);
            Wording(certificate.RuleFor(each => each.Passed!), Placeholders.OfResult).When(each => each.Passed is not null);
            Wording(certificate.RuleFor(each => each.NotPassed!), Placeholders.OfResult).When(each => each.NotPassed is not null);
        }).When(cycle => cycle.Certificate is not null);
        OnCertificate(RuleFor(cycle => cycle.Certificate!.Title), 200, 3);
        OnCertificate(RuleFor(cycle => cycle.Certificate!.Presentation), 300, 3);
        OnCertificate(RuleFor(cycle => cycle.Certificate!.Passed), 1_000, 6);
        OnCertificate(RuleFor(cycle => cycle.Certificate!.NotPassed), 1_000, 6);
        RuleFor(cycle => cycle.Receipts!).ChildRules(receipts =>
        {
            receipts.RuleFor(each => each.RemindAfterDays).InclusiveBetween(1, 90).Says(days => DefinitionTexts.Days(1, 90, days));
            receipts.RuleFor(each => each.Reminders).InclusiveBetween(0, 10).Says(reminders => DefinitionTexts.Between(0, 10, reminders));
            receipts.RuleFor(each => each.ClosesReceiptsAfterDays).InclusiveBetween(1, 365).Says(days => DefinitionTexts.Days(1, 365, days));
        }).When(cycle => cycle.Receipts is not null);
        RuleFor(cycle => cycle.Retention!).ChildRules(retention =>
        {
            retention.RuleFor(each => each.RefusedUploadsDays).InclusiveBetween(0, 36_500).Says(days => DefinitionTexts.Days(0, 36_500, days ?? 0));
            retention.RuleFor(each => each.ReceiptNamesDays).InclusiveBetween(0, 36_500).Says(days => DefinitionTexts.Days(0, 36_500, days ?? 0));
            retention.RuleFor(each => each.TelephonesDays).InclusiveBetween(0, 36_500).Says(days => DefinitionTexts.Days(0, 36_500, days ?? 0));
            retention.RuleFor(each => each.ScoresByJudgeDays).InclusiveBetween(0, 36_500).Says(days => DefinitionTexts.Days(0, 36_500, days ?? 0));
        }).When(cycle => cycle.Retention is not null);
    }

    private static void Paragraphs(
        InlineValidator<LetterWording> letter, System.Linq.Expressions.Expression<Func<LetterWording, IEnumerable<string>>> paragraphs)
    {
        letter.RuleFor(paragraphs).NotEmpty().Says(DefinitionTexts.ParagraphMissing);
        Wording(letter.RuleForEach(paragraphs), Placeholders.OfResult);
    }

    private static void Paragraphs(InlineValidator<ResultWording> wording)
    {
        wording.RuleFor(each => each.Opening).Must(paragraphs => paragraphs is not []).Says(DefinitionTexts.ParagraphMissing);
        wording.RuleFor(each => each.Closing).Must(paragraphs => paragraphs is not []).Says(DefinitionTexts.ParagraphMissing);
        Few(wording.RuleFor(each => each.Opening));
        Few(wording.RuleFor(each => each.Closing));
        Wording(wording.RuleForEach(each => each.Opening), Placeholders.OfResult);
        Wording(wording.RuleForEach(each => each.Closing), Placeholders.OfResult);
    }

    // A certificate is one page, and nothing on it may become too small to read, whatever names the entries have.
    private static void OnCertificate(IRuleBuilderInitial<CycleDefinition, string?> rule, int characters, int lines) => rule
        .Must((cycle, text) => text is null || Placeholders.Problem(text, Placeholders.OfResult) is not null
            || Fits(Placeholders.Fill(text, name => Longest(cycle, name)), characters, lines))
        .Says(DefinitionTexts.LongOnCertificate(characters, lines)).When(cycle => cycle.Certificate is not null);

    private static bool Fits(string text, int characters, int lines) =>
        text.Length <= characters && text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length <= lines;

    private static string Longest(CycleDefinition cycle, string placeholder) => placeholder switch
    {
        "award" => cycle.Award,
        "title" => cycle.Title,
        "organiser" => cycle.Organiser.Name,
        "project" or "organisation" or "addressee" => new string('ก', LongestName),
        "averageInWords" => new string('ก', 100),
        _ => new string('ก', 20),
    };

    private static void Few<T>(IRuleBuilder<T, IReadOnlyList<string>?> rule) =>
        rule.Must(items => items is null || items.Count <= MostItems).Says(DefinitionTexts.TooManyItems(MostItems));

    private static void Code<T>(IRuleBuilder<T, string> rule) => rule
        .Must(code => code.Length is > 0 and <= 40 && code == code.Trim() && !code.Any(char.IsControl))
        .Says(DefinitionTexts.Short(40));

    private static void Name<T>(IRuleBuilder<T, string> rule) => Text(rule, LongestName);

    private static void Paragraph<T>(IRuleBuilder<T, string> rule) => Text(rule, LongestParagraph);

    private static IRuleBuilderOptionsConditions<T, string> Wording<T>(IRuleBuilder<T, string> rule, IReadOnlySet<string> known)
    {
        Paragraph(rule);
        return rule.HasPlaceholders(known);
    }

    private static IRuleBuilderOptionsConditions<T, string> Number<T>(IRuleBuilder<T, string> rule)
    {
        Text(rule, LongestNumber);
        return rule.HasPlaceholders(Placeholders.OfNumber);
    }

    private static void Text<T>(IRuleBuilder<T, string> rule, int longest) => rule
        .Must(text => !string.IsNullOrWhiteSpace(text)).Says(DefinitionTexts.Blank)
        .Must(text => text is null || text.Length <= longest).Says(DefinitionTexts.Longer(longest))
        .Must(text => text is null || !text.Any(c => char.IsControl(c) && c != '\n')).Says(DefinitionTexts.ControlCharacters)
        .CanBeSet();

    private static bool IsAddress(string address) =>
        MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address == address && address.Contains('@', StringComparison.Ordinal);

    private static bool Distinct(IEnumerable<string> codes)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return codes.All(seen.Add);
    }
}
