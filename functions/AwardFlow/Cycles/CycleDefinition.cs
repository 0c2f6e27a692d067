namespace AwardFlow.Cycles;

/// <summary>What an organiser lays down about a cycle: its rubric, pass mark, closing time and the wording of its letter.</summary>
public sealed record CycleDefinition
{
    /// <summary>The cycle's name in addresses and scripts: 3 to 40 of <c>a-z</c>, <c>0-9</c> and <c>-</c>.</summary>
    public required CycleId Id { get; init; }

    /// <summary>The cycle's title, for people.</summary>
    public required string Title { get; init; }

    /// <summary>The award, as the letter names it.</summary>
    public required string Award { get; init; }

    /// <summary>The year of the Buddhist Era, such as 2564.</summary>
    public required int Year { get; init; }

    /// <summary>When scores are frozen, unless a person closes earlier or extends.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>The least rounded average that passes: 0 to the sum of the rubric's weighted maxima.</summary>
    public required decimal PassMark { get; init; }

    /// <summary>How judges' totals become an average.</summary>
    public AverageMethod Average { get; init; } = AverageMethod.Mean;

    /// <summary>Who scores; null where anybody may whom a score sheet names. Where they are named, scores are missing until each has given them.</summary>
    public IReadOnlyList<Judge>? Judges { get; init; }

    /// <summary>How many judges an entry needs that scored all its criteria, from 1; with fewer it has no average.</summary>
    public int? MinimumJudges { get; init; }

    /// <summary>How judges score on their pages; without it the defaults of <see cref="JudgingRules"/> hold.</summary>
    public JudgingRules? Judging { get; init; }

    /// <summary>Whether a person releases the letters before they are sent.</summary>
    public Approval Approval { get; init; } = Approval.Required;

    /// <summary>In whose positions approvers release the letters, in this order, each another person; null where one approver does.</summary>
    public IReadOnlyList<string>? Approvals { get; init; }

    /// <summary>What is judged: categories, each with its criteria.</summary>
    public required IReadOnlyList<Category> Rubric { get; init; }

    /// <summary>The body that writes the letters.</summary>
    public required Organiser Organiser { get; init; }

    /// <summary>The letter's wording.</summary>
    public required LetterWording Letter { get; init; }

    /// <summary>The certificate's wording; null for the usual one.</summary>
    public CertificateWording? Certificate { get; init; }

    /// <summary>How receipts are followed up; without it the defaults of <see cref="ReceiptRules"/> hold.</summary>
    public ReceiptRules? Receipts { get; init; }

    /// <summary>How much sooner than the installation says personal data is erased; null where the installation's rules hold.</summary>
    public RetentionRules? Retention { get; init; }

    /// <summary>How receipts are followed up, by the definition or as usual.</summary>
    public ReceiptRules ReceiptsOrUsual() => Receipts ?? new ReceiptRules();

    /// <summary>How judges score on their pages, by the definition or as usual.</summary>
    public JudgingRules JudgingOrUsual() => Judging ?? new JudgingRules();

    /// <summary>All criteria of all categories, in the rubric's order.</summary>
    public IEnumerable<Criterion> Criteria() => Rubric.SelectMany(category => category.Criteria);

    /// <summary>The highest total that a judge can give.</summary>
    public decimal HighestTotal() => Criteria().Sum(criterion => criterion.Weighted(criterion.Max));
}
