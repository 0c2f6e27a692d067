using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Results;
using MimeKit;

namespace AwardFlow.Cycles;

/// <summary>What a cycle definition must keep to beyond its shape.</summary>
internal sealed partial class CycleDefinitionRules : AbstractValidator<CycleDefinition>
{
    private const int LongestName = 300;
    private const int LongestParagraph = 10_000;

    // Names of the other columns of a score sheet, which a criterion's code would clash with.
    private static readonly string[] ReservedCodes =
        ["entry_code", "judge", "criterion", "score", "comment", "รหัสผลงาน", "กรรมการ", "เกณฑ์", "คะแนน", "ข้อเสนอแนะ"];

    public CycleDefinitionRules()
    {
        RuleFor(cycle => cycle.Id).Must(id => CycleId().IsMatch(id)).WithMessage("must be 3 to 40 of a-z, 0-9 and '-'.");
        Name(RuleFor(cycle => cycle.Title));
        Name(RuleFor(cycle => cycle.Award));
        RuleFor(cycle => cycle.Year).InclusiveBetween(2500, 2700).WithMessage("must be a year of the Buddhist Era, 2500 to 2700; it is {PropertyValue}.");
        RuleFor(cycle => cycle.PassMark)
            .Must((cycle, mark) => mark >= 0 && mark <= cycle.HighestTotal())
            .WithMessage("must be from 0 to the sum of the criteria's maxima; it is {PropertyValue}.");
        RuleFor(cycle => cycle.MinimumJudges).InclusiveBetween(1, 100).WithMessage("must be from 1 to 100; it is {PropertyValue}.");
        RuleFor(cycle => cycle.MinimumJudges)
            .Must((cycle, least) => least is null || cycle.Judges is null || least <= cycle.Judges.Count)
            .WithMessage("must be at most the number of judges; it is {PropertyValue}.");
        RuleFor(cycle => cycle.Judges!).NotEmpty().WithMessage("needs at least one judge; leave it out where anybody may score.")
            .Must(judges => judges.Count <= 1000).WithMessage("has more than 1000 judges.")
            .Must(judges => Distinct(judges.Select(judge => Judge.Key(judge.Name))))
            .WithMessage("has two judges with one name.").When(cycle => cycle.Judges is not null);
        RuleForEach(cycle => cycle.Judges).ChildRules(judge =>
        {
            judge.RuleFor(each => each.Name)
                .Must(name => !string.IsNullOrWhiteSpace(name) && name == name.Trim() && name.Length <= 200 && !name.Any(char.IsControl))
                .WithMessage("must be 1 to 200 characters without spaces around them.");
            judge.RuleForEach(each => each.MayNotScore).Must(code => code is { Length: > 0 and <= 60 }).WithMessage("must be the code of an entry.");
        });
        RuleFor(cycle => cycle.Rubric).NotEmpty().WithMessage("needs at least one category.");
        RuleFor(cycle => cycle.Rubric).Must(rubric => Distinct(rubric.Select(category => category.Code))).WithMessage("has two categories with one code.");
        RuleFor(cycle => cycle.Rubric)
            .Must(rubric => Distinct(rubric.SelectMany(category => category.Criteria).Select(criterion => criterion.Code)))
            .WithMessage("has two criteria with one code.");
        RuleForEach(cycle => cycle.Rubric).ChildRules(category =>
        {
            Code(category.RuleFor(each => each.Code));
            Name(category.RuleFor(each => each.Title));
            category.RuleFor(each => each.Criteria).NotEmpty().WithMessage("needs at least one criterion.");
            category.RuleForEach(each => each.Criteria).ChildRules(criterion =>
            {
                Code(criterion.RuleFor(each => each.Code));
                criterion.RuleFor(each => each.Code)
                    .Must(code => !ReservedCodes.Contains(code, StringComparer.OrdinalIgnoreCase))
                    .WithMessage("is the name of another column of a score sheet.");
                Paragraph(criterion.RuleFor(each => each.Title));
                criterion.RuleFor(each => each.Max).InclusiveBetween(0.01m, 10_000m).WithMessage("must be from 0.01 to 10000; it is {PropertyValue}.");
                criterion.RuleFor(each => each.Weight).InclusiveBetween(0.0001m, 1000m).WithMessage("must be from 0.0001 to 1000; it is {PropertyValue}.");
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
            organiser.RuleFor(each => each.SarabanEmail)
                .Must(address => MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address == address && address.Contains('@', StringComparison.Ordinal))
                .WithMessage("must be a single e-mail address.");
        });
        RuleFor(cycle => cycle.Letter).ChildRules(letter =>
        {
            Name(letter.RuleFor(each => each.Number));
            Wording(letter.RuleFor(each => each.Subject), Placeholders.OfEntry);
            Wording(letter.RuleForEach(each => each.References), Placeholders.OfEntry);
            Paragraphs(letter, each => each.Opening);
            Paragraphs(letter, each => each.Closing);
            letter.RuleFor(each => each.Passed!).ChildRules(Paragraphs).When(each => each.Passed is not null);
            letter.RuleFor(each => each.NotPassed!).ChildRules(Paragraphs).When(each => each.NotPassed is not null);
            letter.RuleFor(each => each.Enclosures).ChildRules(enclosures =>
            {
                Wording(enclosures.RuleForEach(each => each.Passed), Placeholders.OfResult);
                Wording(enclosures.RuleForEach(each => each.NotPassed), Placeholders.OfResult);
            });
            letter.RuleFor(each => each.Signatory).ChildRules(signatory =>
            {
                Name(signatory.RuleFor(each => each.Name));
                signatory.RuleFor(each => each.Position).NotEmpty().WithMessage("needs at least one line.");
                Name(signatory.RuleForEach(each => each.Position));
            });
        });
        RuleFor(cycle => cycle.Certificate!).ChildRules(certificate =>
        {
            Wording(certificate.RuleFor(each => each.Title!), Placeholders.OfResult).When(each => each.Title is not null);
            Wording(certificate.RuleFor(each => each.Presentation!), Placeholders.OfResult).When(each => each.Presentation is not null);
            Wording(certificate.RuleFor(each => each.Passed!), Placeholders.OfResult).When(each => each.Passed is not null);
            Wording(certificate.RuleFor(each => each.NotPassed!), Placeholders.OfResult).When(each => each.NotPassed is not null);
        }).When(cycle => cycle.Certificate is not null);
        RuleFor(cycle => cycle.Receipts!).ChildRules(receipts =>
        {
            receipts.RuleFor(each => each.RemindAfterDays).InclusiveBetween(1, 90).WithMessage("must be from 1 to 90 days; it is {PropertyValue}.");
            receipts.RuleFor(each => each.Reminders).InclusiveBetween(0, 10).WithMessage("must be from 0 to 10; it is {PropertyValue}.");
            receipts.RuleFor(each => each.ClosesReceiptsAfterDays).InclusiveBetween(1, 365).WithMessage("must be from 1 to 365 days; it is {PropertyValue}.");
        }).When(cycle => cycle.Receipts is not null);
    }

    [GeneratedRegex(@"^[a-z0-9-]{3,40}\z", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex CycleId();

    // The rules look into the items of these lists, so an item that is null is told before them.
    protected override bool PreValidate(ValidationContext<CycleDefinition> context, ValidationResult result)
    {
        var cycle = context.InstanceToValidate;
        result.Errors.AddRange(
            Nulls("Rubric", cycle.Rubric).Concat(Nulls("Judges", cycle.Judges ?? []))
                .Concat(cycle.Rubric.Index().Where(category => category.Item is not null).SelectMany(category => Nulls($"Rubric[{category.Index}].Criteria", category.Item.Criteria)))
                .Select(path => new ValidationFailure(path, "must not be null.")));
        return result.IsValid;
    }

    private static IEnumerable<string> Nulls<T>(string list, IReadOnlyList<T?> items) where T : class =>
        items.Index().Where(item => item.Item is null).Select(item => $"{list}[{item.Index}]");

    private static void Paragraphs(InlineValidator<LetterWording> letter, System.Linq.Expressions.Expression<Func<LetterWording, IEnumerable<string>>> paragraphs)
    {
        letter.RuleFor(paragraphs).NotEmpty().WithMessage("needs at least one paragraph.");
        Wording(letter.RuleForEach(paragraphs), Placeholders.OfResult);
    }

    private static void Paragraphs(InlineValidator<ResultWording> wording)
    {
        wording.RuleFor(each => each.Opening).Must(paragraphs => paragraphs is not []).WithMessage("needs at least one paragraph.");
        wording.RuleFor(each => each.Closing).Must(paragraphs => paragraphs is not []).WithMessage("needs at least one paragraph.");
        Wording(wording.RuleForEach(each => each.Opening), Placeholders.OfResult);
        Wording(wording.RuleForEach(each => each.Closing), Placeholders.OfResult);
    }

    private static void Code<T>(IRuleBuilder<T, string> rule) => rule
        .Must(code => code.Length is > 0 and <= 40 && code == code.Trim() && !code.Any(char.IsControl))
        .WithMessage("must be 1 to 40 characters without spaces around them.");

    private static void Name<T>(IRuleBuilder<T, string> rule) => Text(rule, LongestName);

    private static void Paragraph<T>(IRuleBuilder<T, string> rule) => Text(rule, LongestParagraph);

    private static IRuleBuilderOptionsConditions<T, string> Wording<T>(IRuleBuilder<T, string> rule, IReadOnlySet<string> known)
    {
        Paragraph(rule);
        return rule.HasPlaceholders(known);
    }

    private static void Text<T>(IRuleBuilder<T, string> rule, int longest) => rule
        .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("must not be blank.")
        .Must(text => text is null || text.Length <= longest).WithMessage($"must have at most {longest} characters.")
        .Must(text => text is null || !text.Any(c => char.IsControl(c) && c != '\n')).WithMessage("must not hold control characters.")
        .CanBeSet();

    private static bool Distinct(IEnumerable<string> codes)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return codes.All(seen.Add);
    }
}
