using System.Globalization;
using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;

namespace AwardFlow.Notices;

/// <summary>Knows who of the office is waited for, and writes down whom to tell, each once an occasion.</summary>
/// <param name="storage">Where notices are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="ledger">Which letters came back.</param>
/// <param name="settings">Addresses beside those of people.</param>
/// <param name="people">People with addresses of their own; null where there are none.</param>
/// <param name="time">The clock.</param>
public sealed class NoticeDesk(IStorage storage, CycleStore cycles, DeliveryLedger ledger, NoticeSettings settings, IKnownPeople? people, TimeProvider time)
{
    /// <summary>How often a cycle's ledger is looked through for letters that came back: what came back meanwhile is one mail.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    /// <summary>Writes down whom to tell of what a cycle waits for, and gives all that is to go out.</summary>
    /// <param name="cycle">The cycle as it stands.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<IReadOnlyList<Notice>> PlanAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var known = await storage.Rows.ListAsync<Notice>(cycle.Id.Text, RowRange.Prefix(Notice.Prefix), cancellationToken).ToDictionaryAsync(notice => notice.Key, StringComparer.Ordinal, cancellationToken);
        foreach (var occasion in OccasionsOf(cycle))
        {
            foreach (var address in AddressesOf(occasion.Kind, await PositionAsync(cycle, cancellationToken)))
            {
                await AddAsync(known, Notice.Of(cycle.Id.Text, occasion, address, time.GetUtcNow()), cancellationToken);
            }
        }
        foreach (var told in await PlanBouncesAsync(cycle, cancellationToken))
        {
            known[told.Key] = told;
        }
        return [.. known.Values.Where(notice => notice.State == NoticeState.Waiting)];
    }

    /// <summary>Whether what a notice is about still waits.</summary>
    public static bool StillHolds(Notice notice, Cycle cycle) =>
        notice.Kind == NoticeKind.Bounces || OccasionsOf(cycle).Any(occasion => occasion.Kind == notice.Kind && occasion.Which == notice.Occasion);

    private static IEnumerable<NoticeOccasion> OccasionsOf(Cycle cycle)
    {
        // Each approver in turn.
        if (cycle is { State: CycleState.AwaitingApproval, ApprovedAt: null })
        {
            yield return new NoticeOccasion(NoticeKind.Approval, string.Create(CultureInfo.InvariantCulture, $"{cycle.Round:D3}-{cycle.Approvals.Count:D3}{(cycle.ApprovalsVoided == 0 ? "" : $"-{cycle.ApprovalsVoided:D3}")}"));
        }
        if (cycle is { IsCollecting: true, SentBack: { } sentBack })
        {
            yield return new NoticeOccasion(NoticeKind.SentBack, Stamp(sentBack.At));
        }
        // Sending some of what lacks is no new occasion; another closing time is.
        if (cycle.State == CycleState.NeedsAttention)
        {
            yield return new NoticeOccasion(NoticeKind.Scores, Stamp(cycle.ClosesAt));
        }
    }

    // What came back since the last look is one occasion: the mark moves in the same commit that writes the notices down.
    private async Task<IReadOnlyList<Notice>> PlanBouncesAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        if (cycle.State != CycleState.Sent || AddressesOf(NoticeKind.Bounces, position: null) is not { Count: > 0 } addresses)
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
        var back = await ledger.ListAsync(cycle.Id, cancellationToken)
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

    // In which position the next approver says yes; null where any approver does.
    private async Task<string?> PositionAsync(Cycle cycle, CancellationToken cancellationToken) =>
        cycle.State == CycleState.AwaitingApproval ? (await cycles.DefinitionAsync(cycle, cancellationToken)).Approvals?.ElementAtOrDefault(cycle.Approvals.Count) : null;

    private List<string> AddressesOf(NoticeKind kind, string? position)
    {
        var contacts = people?.Contacts ?? [];
        var approvers = contacts.Where(contact => contact.Approves).ToList();
        // Where nobody of the position has an address, the others may tell them.
        var holders = approvers.FindAll(contact => position is null || contact.Positions.Contains(position, StringComparer.Ordinal));
        var addresses = kind == NoticeKind.Approval
            ? (holders.Count > 0 ? holders : approvers).Select(contact => contact.Email).Concat(settings.Approvers)
            : contacts.Where(contact => contact.Operates).Select(contact => contact.Email).Concat(settings.Operators);
        return [.. addresses.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static string Stamp(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeSeconds():D12}");
}
