using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;

namespace AwardFlow.Intake.Judging;

/// <summary>A judge's sheet as it was opened: the cycle, the seat, and what there is to score.</summary>
public sealed class JudgeSitting
{
    internal JudgeSitting(Cycle cycle, JudgeSeat seat, JudgingContext context, TimeProvider time)
    {
        (Cycle, Seat, Context) = (cycle, seat, context);
        Submission = context.Submission(seat.Judge);
        IsTaking = cycle is { IsCollecting: true, CloseRequestedAt: null } && !(cycle.State == CycleState.Open && cycle.IsDue(time.GetUtcNow()));
    }

    private JudgeSitting(JudgeSitting other, JudgeSeat seat) =>
        (Cycle, Seat, Context, Submission, IsTaking) = (other.Cycle, seat, other.Context, other.Submission, other.IsTaking);

    /// <summary>The cycle.</summary>
    public Cycle Cycle { get; }

    /// <summary>The seat.</summary>
    public JudgeSeat Seat { get; }

    /// <summary>The judge.</summary>
    public JudgeName Judge => Seat.Judge;

    /// <summary>The submission that counts; null where there is none.</summary>
    public Upload? Submission { get; }

    /// <summary>Whether the cycle takes scores.</summary>
    public bool IsTaking { get; }

    /// <summary>Names the sheet as it stands: another one after each save, and after each change of what is scored.</summary>
    public string Tag => string.Create(CultureInfo.InvariantCulture, $"{Cycle.Round}.{Seat.Saves}.{Context.Terms}");

    /// <summary>The rubric and all else that the definition says.</summary>
    public CycleDefinition Definition => Context.Definition;

    /// <summary>How the sheet stands.</summary>
    public SheetState State => !IsTaking ? SheetState.Closed : Submission is null ? SheetState.Open : SheetState.Submitted;

    internal JudgingContext Context { get; }

    /// <summary>The entries that are the judge's to score or were declined, in the judge's order.</summary>
    public IEnumerable<Entry> Entries()
    {
        var entries = Context.Entries.Where(entry => !Context.IsKeptFrom(Judge, entry.Code));
        return Definition.JudgingOrUsual().Shuffled ? entries.OrderBy(entry => Place(entry.Code), StringComparer.Ordinal) : entries;
    }

    /// <summary>An entry that is the judge's; null where there is none.</summary>
    public Entry? Find(EntryCode code) => Context.Find(code) is { } entry && !Context.IsKeptFrom(Judge, entry.Code) ? entry : null;

    /// <summary>Why the judge declined an entry; null where the judge did not.</summary>
    public Withdrawal? Declined(EntryCode code) => Context.Declined(Judge, code);

    /// <summary>
    /// Names what is stored of an entry: another one was saved by another page, belongs to another round of the cycle, or was
    /// typed under other words. What a page from before a cycle was sent back, or from before its criteria were changed, holds
    /// is never taken for the newest.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="draft">What is stored of it.</param>
    public string TagOf(Entry entry, ScoreDraft draft)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(draft);
        return string.Create(CultureInfo.InvariantCulture, $"{Cycle.Round}.{draft.Revision}.{Context.TermsOf(entry)}");
    }

    /// <summary>Whether what is typed of an entry was typed under other words than stand now.</summary>
    public bool IsOfOtherWords(Entry entry, ScoreDraft draft)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(draft);
        return draft is { IsTyped: true, Terms: { } terms } && terms != Context.TermsOf(entry);
    }

    /// <summary>Whether a page showed an entry under the words that stand now.</summary>
    internal bool IsOfNow(Entry entry, string tag) => tag.EndsWith($".{Context.TermsOf(entry)}", StringComparison.Ordinal);

    /// <summary>The scores of a draft that the definition, as it now stands, takes; by criterion.</summary>
    public IReadOnlyDictionary<string, decimal> Points(ScoreDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var step = Definition.JudgingOrUsual().Step;
        var points = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var criterion in Context.Criteria)
        {
            if (draft.Scores.TryGetValue(criterion.Code, out var written) && TypedScores.Problem(written, criterion, step, out var given) is null)
            {
                points.Add(criterion.Code, given);
            }
        }
        return points;
    }

    /// <summary>The weighted sum of a draft's scores; null where it has none.</summary>
    public decimal? Total(ScoreDraft draft) => Points(draft) is { Count: > 0 } points
        ? Context.Criteria.Where(criterion => points.ContainsKey(criterion.Code)).Sum(criterion => criterion.Weighted(points[criterion.Code]))
        : null;

    /// <summary>The sheet with a link, which is made where there never was one.</summary>
    internal JudgeSitting WithLink(JudgeLinks links, DateTimeOffset now) =>
        Seat.LinkSecret is not null ? this : new JudgeSitting(this, Seat with { LinkSecret = links.NewSecret(Cycle.Id, Seat), LinkChangedAt = now });

    /// <summary>The sheet with its seat as it was stored since.</summary>
    internal JudgeSitting With(JudgeSeat seat) => new(this, seat);

    private string Place(EntryCode code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Cycle.Id}|{Seat.Tag}|{code.Key}")));
}
