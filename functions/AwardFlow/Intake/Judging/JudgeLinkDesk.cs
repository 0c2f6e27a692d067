using AwardFlow.Cycles;
using AwardFlow.Intake.Texts;
using AwardFlow.Trail;

namespace AwardFlow.Intake.Judging;

/// <summary>Makes and withdraws judges' links, and knows where they go.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="contexts">What there is to score.</param>
/// <param name="desk">Opens sheets.</param>
/// <param name="links">Makes links.</param>
/// <param name="trail">Writes down what people do.</param>
/// <param name="time">The clock.</param>
public sealed class JudgeLinkDesk(CycleStore cycles, JudgingContexts contexts, JudgeDesk desk, JudgeLinks links, TrailWriter trail, TimeProvider time)
{
    /// <summary>The most judges that are named at once.</summary>
    public const int MostJudges = 1000;

    // Each is a change of the commit.
    private const int MostTogether = 50;

    /// <summary>Makes links anew: earlier ones are worthless from then on.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="names">Whose; null for all judges of the definition.</param>
    /// <param name="by">Who makes them.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The sheets, each with its seat that has the link.</returns>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">The cycle takes no scores any more.</exception>
    /// <exception cref="NotInCycleException">A judge is not the cycle's.</exception>
    /// <exception cref="InvalidDefinitionException">The names are none, or too many.</exception>
    public async Task<IReadOnlyList<JudgeSitting>> MakeAsync(CycleId cycleId, IReadOnlyList<string>? names, Actor by, CancellationToken cancellationToken)
    {
        var cycle = MustCollect(await cycles.GetAsync(cycleId, cancellationToken));
        var context = await contexts.OfAsync(cycle, cancellationToken);
        var made = new List<JudgeSitting>();
        foreach (var chunk in Judges(context, cycleId, names).Chunk(MostTogether))
        {
            made.AddRange(await MakeAsync(cycleId, chunk, by, cancellationToken));
        }
        return made;
    }

    /// <summary>Withdraws a judge's link.</summary>
    /// <param name="sitting">The judge's sheet.</param>
    /// <param name="by">Who withdraws it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleConflictException">There is none.</exception>
    public Task WithdrawAsync(JudgeSitting sitting, Actor by, CancellationToken cancellationToken) => ChangeAsync(
        sitting,
        seat => seat.LinkSecret is null
            ? throw new CycleConflictException(JudgingTexts.NoLinkToWithdraw(seat.Judge))
            : seat with { LinkSecret = null, LinkChangedAt = time.GetUtcNow() },
        TrailKind.JudgeLinkWithdrawn,
        by,
        cancellationToken);

    /// <summary>Says where a judge's link goes.</summary>
    /// <param name="sitting">The judge's sheet.</param>
    /// <param name="email">The address; null for the definition's.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public Task AddressAsync(JudgeSitting sitting, string? email, Actor by, CancellationToken cancellationToken) =>
        ChangeAsync(sitting, seat => seat with { Email = email }, TrailKind.JudgeAddressSet, by, cancellationToken);

    /// <summary>Where a judge's link goes; null where nobody knows.</summary>
    public static string? AddressOf(JudgeSitting sitting)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        return sitting.Seat.Email ?? sitting.Context.EmailOf(sitting.Judge);
    }

    /// <summary>The judges of some names, or all that the definition names.</summary>
    /// <inheritdoc cref="MakeAsync(CycleId, IReadOnlyList{string}?, Actor, CancellationToken)" path="/exception"/>
    internal static IReadOnlyList<JudgeName> Judges(JudgingContext context, CycleId cycleId, IReadOnlyList<string>? names)
    {
        if (names is null)
        {
            return [.. (context.Definition.Judges ?? throw new InvalidDefinitionException("judges", JudgingTexts.NobodyNamed)).Select(judge => judge.Name)];
        }
        if (names.Count is 0 or > MostJudges)
        {
            throw new InvalidDefinitionException("judges", JudgingTexts.BadJudges);
        }
        return
        [
            .. names.Select(name => JudgeName.TryParse(name.Trim(), out var parsed) && context.Known(parsed) is { } known
                ? known
                : throw new NotInCycleException(UploadTexts.NoSuchJudge(cycleId, name)))
                .Distinct(),
        ];
    }

    internal static Cycle MustCollect(Cycle cycle) => cycle switch
    {
        { IsDraft: true } => throw new CycleConflictException(CycleTexts.NotOpenedYet(cycle.Id)),
        { IsCollecting: false } => throw new CycleConflictException(JudgingTexts.Closed(cycle.Id)),
        _ => cycle,
    };

    private async Task<IReadOnlyList<JudgeSitting>> MakeAsync(CycleId cycleId, JudgeName[] judges, Actor by, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var sittings = new List<JudgeSitting>();
            foreach (var judge in judges)
            {
                var sitting = await desk.SeatAsync(cycleId, judge, cancellationToken);
                sittings.Add(sitting.With(sitting.Seat with { LinkSecret = links.NewSecret(cycleId, sitting.Seat), LinkChangedAt = now }));
            }
            var line = new TrailEntry(TrailKind.JudgeLinksMade, by, now)
            {
                After = TrailValues.Of(("judges", string.Join('\n', judges.Select(judge => judge.Text)))),
            };
            var result = await trail.CommitAsync(cycleId.Text, [.. sittings.Select(sitting => JudgeDesk.AddOrReplace(sitting.Seat))], line, cancellationToken);
            if (result.IsCommitted)
            {
                return [.. sittings.Select((sitting, i) => sitting.With(sitting.Seat with { Version = result.Versions[i]! }))];
            }
        }
    }

    private async Task ChangeAsync(JudgeSitting sitting, Func<JudgeSeat, JudgeSeat> change, string kind, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        while (true)
        {
            var after = change(sitting.Seat);
            if (after == sitting.Seat)
            {
                return;
            }
            var line = new TrailEntry(kind, by, time.GetUtcNow())
            {
                Before = TrailValues.Of(("email", sitting.Seat.Email)),
                After = TrailValues.Of(("judge", sitting.Judge), ("email", after.Email)),
            };
            if ((await trail.CommitAsync(sitting.Cycle.Id.Text, [JudgeDesk.AddOrReplace(after)], line, cancellationToken)).IsCommitted)
            {
                return;
            }
            sitting = await desk.SeatAsync(sitting.Cycle.Id, sitting.Judge, cancellationToken);
        }
    }
}
