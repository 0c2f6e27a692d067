using System.Security.Cryptography;
using System.Text;
using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Retention;

/// <summary>
/// Erasing a person's data takes two where people are told apart: one asks, and an approver who is another looks at what goes
/// and what stays, and says yes to just that. The installation's trail tells of each step, never of whom it is about.
/// </summary>
/// <param name="storage">Where requests are kept.</param>
/// <param name="desk">Finds and erases.</param>
/// <param name="time">The clock.</param>
/// <param name="people">Whether people are told apart; null where the host does not say.</param>
public sealed class ForgetRequests(IStorage storage, PersonDesk desk, TimeProvider time, IKnownPeople? people = null)
{
    /// <summary>The most requests that wait at a time.</summary>
    public const int Most = 100;

    /// <summary>How long one waits. A person who asks is answered within thirty days.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private const int IdBytes = 8;
    private const int SeenLength = 16;

    private readonly TrailWriter _trail = new(storage.Rows);

    /// <summary>Whether it takes two: people are told apart.</summary>
    public bool NeedsSecond => people?.Any == true;

    /// <summary>Names what was found: an approver says yes to that and nothing else.</summary>
    public static string SeenOf(IReadOnlyList<PersonFinding> found) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
            '\n', found.Select(finding => $"{finding.Cycle}|{finding.Kind}|{finding.Count}|{finding.KeptFor}").Order(StringComparer.Ordinal)))))[..SeenLength];

    /// <summary>Those that wait, the oldest first.</summary>
    public async Task<IReadOnlyList<ForgetRequest>> ListAsync(CancellationToken cancellationToken) =>
    [
        .. (await storage.Rows.ListAsync<ForgetRequest>(CycleTrails.Records, RowRange.Prefix(ForgetRequest.RowPrefix), cancellationToken)
            .ToListAsync(cancellationToken))
            .OrderBy(request => request.At),
    ];

    /// <summary>A request, or null.</summary>
    public async Task<ForgetRequest?> FindAsync(string id, CancellationToken cancellationToken) =>
        id is { Length: IdBytes * 2 } && id.All(char.IsAsciiHexDigitLower)
            ? await storage.Rows.FindAsync<ForgetRequest>(CycleTrails.Records, ForgetRequest.RowPrefix + id, cancellationToken)
            : null;

    /// <summary>Asks to have a person's data erased. Where the same is asked for already, that request stands.</summary>
    /// <param name="who">An e-mail address, a name or a telephone number.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleConflictException">Too many wait.</exception>
    public async Task<ForgetRequest> AskAsync(string who, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(by);
        var waiting = await ListAsync(cancellationToken);
        if (waiting.FirstOrDefault(request => string.Equals(request.Who, who.Trim(), StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            return same;
        }
        if (waiting.Count >= Most)
        {
            throw new CycleConflictException(RecordsTexts.TooManyRequests);
        }
        var request = new ForgetRequest
        {
            Partition = CycleTrails.Records,
            Key = ForgetRequest.RowPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
            Who = who.Trim(),
            ById = by.Id,
            By = by.Name,
            At = time.GetUtcNow(),
        };
        await _trail.CommitAsync(
            CycleTrails.Records, [RowChange.Add(request)], new TrailEntry(TrailKind.ForgetAsked, by, request.At) { Subject = request.Id }, cancellationToken);
        return request;
    }

    /// <summary>Erases what a request asks for. Cut off, it waits on, and is approved again.</summary>
    /// <param name="request">The request.</param>
    /// <param name="seen">What the approver saw: <see cref="SeenOf"/>.</param>
    /// <param name="by">The approver.</param>
    /// <param name="cancellationToken">Stops between one commit and the next.</param>
    /// <returns>What was found before.</returns>
    /// <exception cref="CycleConflictException">The approver is who asked, or something else is found by now.</exception>
    public async Task<IReadOnlyList<PersonFinding>> ApproveAsync(ForgetRequest request, string? seen, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(by);
        if (NeedsSecond && request.ById == by.Id)
        {
            throw new CycleConflictException(RecordsTexts.AskedByYou);
        }
        var found = await desk.FindAsync(request.Who, cancellationToken);
        if (SeenOf(found) != seen)
        {
            throw new CycleConflictException(RecordsTexts.FoundElse);
        }
        await desk.EraseAsync(request.Who, found, by, cancellationToken);
        await EndAsync(request, TrailKind.ForgetApproved, by, CancellationToken.None);
        await storage.ForgetDeletedAsync(CancellationToken.None);
        return found;
    }

    /// <summary>Takes a request back, or refuses it.</summary>
    public async Task WithdrawAsync(ForgetRequest request, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await EndAsync(request, TrailKind.ForgetWithdrawn, by, cancellationToken);
        await storage.ForgetDeletedAsync(cancellationToken);
    }

    /// <summary>Ends requests that nobody decided on: they name somebody who asked not to be kept.</summary>
    /// <returns>How many.</returns>
    public async Task<int> LapseAsync(CancellationToken cancellationToken)
    {
        var lapsed = (await ListAsync(cancellationToken)).Where(request => request.At + Longest <= time.GetUtcNow()).ToList();
        foreach (var request in lapsed)
        {
            await EndAsync(request, TrailKind.ForgetWithdrawn, by: null, cancellationToken);
        }
        return lapsed.Count;
    }

    private Task<CommitResult> EndAsync(ForgetRequest request, string kind, Actor? by, CancellationToken cancellationToken) =>
        _trail.CommitAsync(
            CycleTrails.Records, [RowChange.Delete(request)], new TrailEntry(kind, by, time.GetUtcNow()) { Subject = request.Id }, cancellationToken);
}
