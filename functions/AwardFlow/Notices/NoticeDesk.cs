using System.Globalization;
using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;

namespace AwardFlow.Notices;

/// <summary>Knows who of the office is waited for, and writes down whom to tell, each once an occasion.</summary>
/// <param name="storage">Where notices are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="corrections">Corrections of their letters.</param>
/// <param name="ledger">Which letters came back.</param>
/// <param name="settings">Addresses beside those of people.</param>
/// <param name="people">People with addresses of their own; null where there are none.</param>
/// <param name="time">The clock.</param>
public sealed class NoticeDesk(
    IStorage storage, CycleStore cycles, CorrectionStore corrections, DeliveryLedger ledger, NoticeSettings settings, IKnownPeople? people, TimeProvider time)
{
    /// <summary>How often a cycle's ledger is looked through for letters that came back: what came back meanwhile is one mail.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    // A sending back that nobody was told of for so long was before there were such notices.
    private static readonly TimeSpan LongestUntold = TimeSpan.FromDays(1);

    /// <summary>Writes down whom to tell of what a cycle waits for, and gives all that is to go out.</summary>
    /// <param name="cycle">The cycle as it stands.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>Each, and whether what it is about still waits.</returns>
    public async Task<IReadOnlyList<(Notice Notice, bool Holds)>> PlanAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var known = await storage.Rows.ListAsync<Notice>(cycle.Id.Text, RowRange.Prefix(Notice.Prefix), cancellationToken)
            .ToDictionaryAsync(notice => notice.Key, StringComparer.Ordinal, cancellationToken);
        var occasions = await OccasionsAsync(cycle, cancellationToken);
        foreach (var (occasion, position) in occasions)
        {
            foreach (var address in AddressesOf(occasion.Kind, position))
            {
                await AddAsync(known, Notice.Of(cycle.Id.Text, occasion, address, time.GetUtcNow()), cancellationToken);
            }
        }
        foreach (var told in await PlanBouncesAsync(cycle, cancellationToken))
        {
            known[told.Key] = told;
        }
        return [.. known.Values.Where(notice => notice.State == NoticeState.Waiting)
            .Select(notice => (notice, notice.Kind == NoticeKind.Bounces || occasions.Exists(each => Is(notice, each.Occasion))))];
    }

    private static bool Is(Notice notice, NoticeOccasion occasion) => occasion.Kind == notice.Kind && occasion.Which == notice.Occasion;

    // What is waited for, and for approvals in which position the next one is given; null where any approver gives it.
    private async Task<List<(NoticeOccasion Occasion, string? Position)>> OccasionsAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var waiting = (await corrections.ListAsync(cycle, cancellationToken)).SelectMany(OccasionsOf).ToList();
        var letters = OccasionsOf(cycle).Select(occasion => (occasion, cycle.Approvals.Count)).ToList();
        var positions = letters.Count + waiting.Count == 0 ? null : (await cycles.DefinitionAsync(cycle, cancellationToken)).Approvals;
        return [.. letters.Concat(waiting).Select(each => (each.Item1, positions?.ElementAtOrDefault(each.Item2)))];
    }

    private static IEnumerable<NoticeOccasion> OccasionsOf(Cycle cycle)
    {
        // Each approver in turn.
        if (cycle is { State: CycleState.AwaitingApproval, ApprovedAt: null })
        {
            yield return new NoticeOccasion(
                NoticeKind.Approval,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{cycle.Round:D3}-{cycle.Approvals.Count:D3}{(cycle.ApprovalsVoided == 0 ? "" : $"-{cycle.ApprovalsVoided:D3}")}"));
        }
        if (cycle is { IsCollecting: true, SentBack: { } sentBack })
        {
            yield return new NoticeOccasion(NoticeKind.SentBack, Stamp(sentBack.At));
        }
        // Sending some of what lacks is no new occasion; another closing time is, and another round, which may have none.
        if (cycle.State == CycleState.NeedsAttention)
        {
            yield return new NoticeOccasion(
                NoticeKind.Scores,
                cycle.Round == 1 ? Stamp(cycle.ClosesAt) : string.Create(CultureInfo.InvariantCulture, $"{cycle.Round:D3}-{Stamp(cycle.ClosesAt)}"));
        }
    }

    // An address that was corrected since makes approvals of a correction void: its manifest is another one then.
    private IEnumerable<(NoticeOccasion Occasion, int Approvals)> OccasionsOf(Correction correction)
    {
        if (correction is { State: CorrectionState.AwaitingApproval, ApprovedAt: null, ManifestSha256: { } manifest })
        {
            var which = string.Create(CultureInfo.InvariantCulture, $"{correction.Number:D4}-{correction.Approvals.Count:D3}-{manifest[..12]}");
            yield return (new NoticeOccasion(NoticeKind.Correction, which, correction.Entries, correction.Number), correction.Approvals.Count);
        }
        if (correction is { State: CorrectionState.SentBack, SentBack: { } sentBack } && time.GetUtcNow() - sentBack.At < LongestUntold)
        {
            yield return (
                new NoticeOccasion(
                    NoticeKind.CorrectionSentBack,
                    string.Create(CultureInfo.InvariantCulture, $"{correction.Number:D4}"),
                    correction.Entries,
                    correction.Number),
                0);
        }
    }

    // What came back since the last look is one occasion: the mark moves in the same commit that writes the notices down.
    private async Task<IReadOnlyList<Notice>> PlanBouncesAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        // Corrections go out, and come back, also when the cycle is completed.
        if (!(cycle.State == CycleState.Sent || (cycle.State == CycleState.Completed && cycle.Corrections > 0))
            || AddressesOf(NoticeKind.Bounces, position: null) is not { Count: > 0 } addresses)
        {
            return [];
        }
        var now = time.GetUtcNow();
        var mark = await storage.Rows.FindAsync<BounceMark>(cycle.Id.Text, BounceMark.Row, cancellationToken);
        // A look that lies ahead is of a clock that was.
        if (mark is not null && now < mark.LookedAt + BetweenLooks && mark.LookedAt <= now + SteadyClock.Tolerance)
        {
            return [];
        }
        var letters = cycle.State == CycleState.Sent ? ledger.ListAsync(cycle.Id, cancellationToken) : AsyncEnumerable.Empty<LetterDelivery>();
        var back = await (cycle.Corrections == 0 ? letters : letters.Concat(ledger.CorrectionsAsync(cycle.Id, cancellationToken)))
            .Where(row => row.State is DeliveryState.Bounced or DeliveryState.Dropped).Select(row => row.StateAt).ToListAsync(cancellationToken);
        mark ??= new BounceMark { Partition = cycle.Id.Text, Key = BounceMark.Row };
        // Mail services report in no order: one more may be of an earlier time.
        var isNew = back.Count > mark.Standing || back.Exists(at => at > mark.ToldUntil);
        var next = mark with { LookedAt = now, Standing = back.Count };
        Notice[] told = [];
        if (isNew)
        {
            next = next with { ToldUntil = back.Max(), Batches = next.Batches + 1 };
            var occasion = new NoticeOccasion(NoticeKind.Bounces, $"{next.Batches:D6}", back.Count);
            told = [.. addresses.Take(RowLimits.MostChanges - 1).Select(address => Notice.Of(cycle.Id.Text, occasion, address, now))];
        }
        var marked = mark.Version.Length == 0 ? RowChange.Add(next) : RowChange.Replace(next);
        var done = await storage.Rows.CommitAsync(cycle.Id.Text, [marked, .. told.Select(RowChange.Add)], cancellationToken);
        return done.IsCommitted ? [.. told.Select((notice, i) => notice with { Version = done.Versions[i + 1] ?? "" })] : [];
    }

    private async Task AddAsync(Dictionary<string, Notice> known, Notice notice, CancellationToken cancellationToken)
    {
        if (!known.ContainsKey(notice.Key) && await storage.Rows.CommitAsync(notice.Partition, RowChange.Add(notice), cancellationToken) is { } version)
        {
            known.Add(notice.Key, notice with { Version = version });
        }
    }

    private List<string> AddressesOf(NoticeKind kind, string? position)
    {
        var contacts = people?.Contacts ?? [];
        var approvers = contacts.Where(contact => contact.Approves).ToList();
        // Where nobody of the position has an address, the others may tell them.
        var holders = approvers.FindAll(contact => position is null || contact.Positions.Contains(position, StringComparer.Ordinal));
        var addresses = kind is NoticeKind.Approval or NoticeKind.Correction
            ? (holders.Count > 0 ? holders : approvers).Select(contact => contact.Email).Concat(settings.Approvers)
            : contacts.Where(contact => contact.Operates).Select(contact => contact.Email).Concat(settings.Operators);
        return [.. addresses.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static string Stamp(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeSeconds():D12}");
}
