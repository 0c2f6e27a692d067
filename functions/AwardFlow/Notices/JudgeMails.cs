using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Intake.Judging;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Notices;

/// <summary>Writes down which mails go to judges: their links, reminders, questions. They go out with the other notices.</summary>
/// <param name="storage">Where notices are kept.</param>
/// <param name="desk">Opens judges' sheets.</param>
/// <param name="links">Makes links.</param>
/// <param name="boards">How far judges are.</param>
/// <param name="trail">Writes down what people do.</param>
/// <param name="time">The clock.</param>
public sealed class JudgeMails(IStorage storage, JudgeDesk desk, JudgeLinks links, JudgeBoards boards, TrailWriter trail, TimeProvider time)
{
    /// <summary>How long after a reminder a judge is not reminded again.</summary>
    public static readonly TimeSpan BetweenReminders = TimeSpan.FromHours(24);

    // A reminder changes a judge's seat, and adds a notice.
    private const int MostTogether = 40;

    /// <summary>Mails judges their links.</summary>
    /// <param name="sittings">The judges' sheets, each with a link.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>Who is mailed, and who is not and why.</returns>
    public async Task<JudgesMailed> LinksAsync(IReadOnlyList<JudgeSitting> sittings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sittings);
        var mailed = new List<JudgeName>();
        var skipped = new List<JudgesMailed.NotMailed>();
        foreach (var sitting in sittings)
        {
            if (NoticeOf(sitting, NoticeKind.JudgeLink) is { } notice)
            {
                await storage.Rows.CommitAsync(notice.Partition, RowChange.Put(notice), cancellationToken);
                mailed.Add(sitting.Judge);
            }
            else
            {
                skipped.Add(new(sitting.Judge, JudgesMailed.Why.NoAddress));
            }
        }
        return new JudgesMailed(mailed, skipped);
    }

    /// <summary>
    /// Reminds judges who still owe something, with their links, each at most once in <see cref="BetweenReminders"/>. A link that was withdrawn stays so.
    /// </summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="names">Whom; null for all.</param>
    /// <param name="by">Who reminds.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>Who is reminded, and who is not and why.</returns>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">The cycle takes no scores any more.</exception>
    /// <exception cref="Intake.NotInCycleException">A judge is not the cycle's.</exception>
    /// <exception cref="InvalidDefinitionException">The names are none, or too many.</exception>
    public async Task<JudgesMailed> RemindAsync(CycleId cycleId, IReadOnlyList<string>? names, Actor by, CancellationToken cancellationToken)
    {
        var reminded = new List<JudgeName>();
        var skipped = new List<JudgesMailed.NotMailed>();
        var failed = await FailedRemindersAsync(cycleId, cancellationToken);
        foreach (var chunk in (await boards.ProgressAsync(cycleId, names, cancellationToken)).Chunk(MostTogether))
        {
            IReadOnlyList<JudgeProgress> judges = chunk;
            while (true)
            {
                var now = time.GetUtcNow();
                var ways = judges.Select(each => (each.Sitting, WhyNot: WhyNot(each, now, failed))).ToList();
                var due = ways.FindAll(each => each.WhyNot is null).ConvertAll(each => each.Sitting.WithLink(links, now));
                if (due.Count > 0)
                {
                    var line = new TrailEntry(TrailKind.JudgesReminded, by, now)
                    {
                        After = TrailValues.Of(("judges", string.Join('\n', due.Select(sitting => sitting.Judge.Text)))),
                    };
                    RowChange[] changes =
                    [
                        .. due.Select(sitting => RowChangeOf(sitting.Seat with { RemindedAt = now })),
                        .. due.Select(sitting => RowChange.Put(NoticeOf(sitting, NoticeKind.JudgeReminder)!)),
                    ];
                    if (!(await trail.CommitAsync(cycleId.Text, changes, line, cancellationToken)).IsCommitted)
                    {
                        judges = await boards.ProgressAsync(cycleId, [.. chunk.Select(each => each.Sitting.Judge.Text)], cancellationToken);
                        continue;
                    }
                }
                reminded.AddRange(due.Select(sitting => sitting.Judge));
                skipped.AddRange(
                    ways.Where(each => each.WhyNot is not null).Select(each => new JudgesMailed.NotMailed(each.Sitting.Judge, each.WhyNot!.Value)));
                break;
            }
        }
        return new JudgesMailed(reminded, skipped);
    }

    /// <summary>Tells a judge that an entry was sent back; nothing where there is no address or link.</summary>
    /// <param name="sitting">The judge's sheet.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>Whether the judge is mailed; otherwise somebody has to tell the judge.</returns>
    public async Task<bool> QuestionAsync(JudgeSitting sitting, EntryCode entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        if (sitting.Seat.LinkSecret is null || NoticeOf(sitting, NoticeKind.JudgeQuestion) is not { } notice)
        {
            return false;
        }
        await storage.Rows.CommitAsync(notice.Partition, RowChange.Put(notice with { EntryCode = entry }), cancellationToken);
        return true;
    }

    /// <summary>What became of the last mail to each judge of a cycle.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<IReadOnlyDictionary<JudgeName, NoticeState>> StatesAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycleId);
        return LastStates(await ToJudgesAsync(cycleId, cancellationToken));
    }

    // Those whose last reminder certainly did not go out: they are reminded again at once.
    private async Task<IReadOnlySet<JudgeName>> FailedRemindersAsync(CycleId cycleId, CancellationToken cancellationToken) =>
        LastStates((await ToJudgesAsync(cycleId, cancellationToken)).Where(notice => notice.Kind == NoticeKind.JudgeReminder))
            .Where(each => each.Value is NoticeState.Refused or NoticeState.Overtaken).Select(each => each.Key).ToHashSet();

    private async Task<IReadOnlyList<Notice>> ToJudgesAsync(CycleId cycleId, CancellationToken cancellationToken) =>
        await storage.Rows.ListAsync<Notice>(cycleId.Text, RowRange.Prefix(Notice.Prefix), cancellationToken)
            .Where(notice => notice.Judge is not null)
            .ToListAsync(cancellationToken);

    private static Dictionary<JudgeName, NoticeState> LastStates(IEnumerable<Notice> notices) =>
        notices.GroupBy(notice => notice.Judge!).ToDictionary(each => each.Key, each => each.MaxBy(notice => notice.At)!.State);

    /// <summary>The link of a notice that is to go out, and whether what it is about still holds.</summary>
    internal async Task<(bool Holds, Uri? Link)> LinkAsync(Notice notice, CancellationToken cancellationToken)
    {
        var sitting = await desk.SeatAsync(CycleId.Parse(notice.Partition), notice.Judge!, cancellationToken);
        var holds = sitting is { IsTaking: true, Seat.LinkSecret: not null } && sitting.Context.Known(sitting.Judge) is not null
            && string.Equals(JudgeLinkDesk.AddressOf(sitting), notice.Address, StringComparison.OrdinalIgnoreCase);
        return holds && await IsWantedAsync(sitting, notice, cancellationToken) ? (true, links.For(sitting.Seat)) : (false, null);
    }

    // Who has done meanwhile what a mail asks for is not asked again.
    private async Task<bool> IsWantedAsync(JudgeSitting sitting, Notice notice, CancellationToken cancellationToken) => notice.Kind switch
    {
        NoticeKind.JudgeReminder => (await desk.ProgressAsync(sitting, cancellationToken)).Owed.Any(),
        NoticeKind.JudgeQuestion =>
            notice.EntryCode is { } code && sitting.Find(code) is { } entry && (await desk.ProgressAsync(sitting, entry, cancellationToken)).IsReturned(code),
        _ => true,
    };

    private static JudgesMailed.Why? WhyNot(JudgeProgress progress, DateTimeOffset now, IReadOnlySet<JudgeName> failed) =>
        progress.Sitting is var sitting && !progress.ToScore.Any() ? JudgesMailed.Why.NothingToScore
            : !progress.Owed.Any() ? sitting.Submission is null ? JudgesMailed.Why.ScoredBySheet : JudgesMailed.Why.Submitted
            : sitting.Seat is { LinkSecret: null, LinkChangedAt: not null } ? JudgesMailed.Why.Withdrawn
            : !failed.Contains(sitting.Judge) && sitting.Seat.RemindedAt is { } at && now - at < BetweenReminders && at <= now ? JudgesMailed.Why.RemindedLately
            : JudgeLinkDesk.AddressOf(sitting) is null ? JudgesMailed.Why.NoAddress
            : null;

    private Notice? NoticeOf(JudgeSitting sitting, NoticeKind kind)
    {
        var which = string.Create(CultureInfo.InvariantCulture, $"{sitting.Seat.Key.Replace('!', '-')}-{time.GetUtcNow().ToUnixTimeMilliseconds():D15}");
        return JudgeLinkDesk.AddressOf(sitting) is { } address
            ? Notice.Of(sitting.Cycle.Id.Text, new NoticeOccasion(kind, which), address, time.GetUtcNow()) with { Judge = sitting.Judge }
            : null;
    }

    private static RowChange RowChangeOf(JudgeSeat seat) => seat.Version.Length == 0 ? RowChange.Add(seat) : RowChange.Replace(seat);
}
