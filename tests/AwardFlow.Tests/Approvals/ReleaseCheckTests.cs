using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Tests.Approvals;

/// <summary>The rows that letters are released by are as the trail has it, or verify says which is not.</summary>
public sealed class ReleaseCheckTests : IDisposable
{
    private static readonly string Seen = new('a', 64);
    private static readonly string Forged = new('f', 64);
    private static readonly Actor Wichai = new("person:2", "วิชัย", From: null);
    private static readonly PersonsWord Word = new(TestCycle.ClosesAt, Wichai.Name, "รอ");

    private readonly LedgerWorld _world = new(TimeProvider.System);
    private readonly CycleTrails _trails;

    public ReleaseCheckTests() => _trails = new CycleTrails(_world.Storage, _world.Cycles, TimeProvider.System);

    public static TheoryData<string> Bends => [.. Forgeries.Keys];

    private static Dictionary<string, Func<Cycle, Cycle>> Forgeries { get; } = new(StringComparer.Ordinal)
    {
        ["another manifest"] = cycle => cycle with { ManifestSha256 = Forged },
        ["another manifest, with an approval of it"] = cycle => cycle with
        {
            ManifestSha256 = Forged,
            Approvals = [cycle.Approvals[0] with { ManifestSha256 = Forged }],
        },
        ["no approval"] = cycle => cycle with { Approvals = [] },
        ["an approval more"] = cycle => cycle with { Approvals = [cycle.Approvals[0], cycle.Approvals[0]] },
        ["somebody else's approval"] = cycle => cycle with { Approvals = [cycle.Approvals[0] with { ById = "person:1" }] },
        ["a rule that none is needed"] = cycle => cycle with { ApprovalRule = Approval.None },
        ["another rule at closing"] = cycle => cycle with { RuleAtClosing = Approval.None },
        ["not paused"] = cycle => cycle with { Paused = null },
        ["sending"] = cycle => cycle with { State = CycleState.Sending },
        ["called off"] = cycle => cycle with { Cancelled = Word },
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Theory]
    [MemberData(nameof(Bends))]
    public async Task A_cycles_row_that_was_bent_is_found_at_the_first_look_and_at_later_ones(string bend)
    {
        var cycle = await ApprovedAsync();
        cycle = await DoAsync(cycle with { Paused = Word }, new TrailEntry(TrailKind.Paused, Wichai, TestCycle.ClosesAt));
        Assert.Empty((await _trails.CheckAsync(cycle.Id, Cancelled)).Faults);
        Assert.True(await _world.Cycles.TryReplaceAsync(Forgeries[bend](cycle), Cancelled));
        var fault = Assert.Single((await _trails.GlanceAsync(cycle.Id, 1, 100, Cancelled)).Faults);
        Assert.Equal((TrailFaultKind.RowAltered, "cycle"), (fault.Kind, fault.Row));
        Assert.Equal([fault], (await _trails.CheckAsync(cycle.Id, Cancelled)).Faults);
        // It is not put right by looking.
        Assert.Equal([fault], (await _trails.GlanceAsync(cycle.Id, 1, 100, Cancelled)).Faults);
    }

    [Fact]
    public async Task Whatever_people_do_the_row_is_as_the_trail_has_it()
    {
        var cycle = await ApprovedAsync();
        var steps = new (Func<Cycle, Cycle> Change, TrailEntry Entry)[]
        {
            (row => row with { Approvals = [], ApprovedAt = null }, Line(TrailKind.ApprovalUndone)),
            (row => row with { Approvals = [Yes()] }, Line(TrailKind.Approved, ("manifest", Seen))),
            (row => row with { Approvals = [], ManifestSha256 = Forged }, Line(TrailKind.AddressCorrected)),
            (row => row with { Approvals = [Yes() with { ManifestSha256 = Forged }] }, Line(TrailKind.Approved, ("manifest", Forged))),
            (row => row with { Paused = Word }, Line(TrailKind.Paused)),
            (row => row with { Paused = null }, Line(TrailKind.Resumed)),
            (row => row with { State = CycleState.Sending }, Line(TrailKind.Released, ("manifest", Forged))),
            (row => row with { Paused = Word }, Line(TrailKind.Paused)),
            (row => row with { Cancelled = Word }, Line(TrailKind.Cancelled, ("state", CycleState.Sending), ("stillPaused", true))),
            (row => row with { State = CycleState.Sent, Paused = null }, Line(TrailKind.Resumed)),
        };
        foreach (var (change, entry) in steps)
        {
            cycle = await DoAsync(change(cycle), entry);
            Assert.Empty((await _trails.CheckAsync(cycle.Id, Cancelled)).Faults);
        }
    }

    [Fact]
    public async Task Where_the_values_of_lines_were_erased_what_they_said_is_not_missed()
    {
        var cycle = await ApprovedAsync();
        cycle = await DoAsync(cycle with { ApprovalRule = Approval.Required }, Line(TrailKind.ApprovalRuleSet, ("approval", Approval.Required)));
        await new TrailErasure(_world.Storage.Rows).EraseAsync(cycle.Id.Text, cycle.Trail!.Lines, by: null, TestCycle.ClosesAt, reason: null, Cancelled);
        Assert.Empty((await _trails.CheckAsync(cycle.Id, Cancelled)).Faults);
    }

    [Fact]
    public async Task A_corrections_row_that_was_bent_or_taken_away_is_found()
    {
        var cycle = await ApprovedAsync();
        var correction = new Correction { Partition = cycle.Id.Text, Key = Correction.KeyOf(1), State = CorrectionState.Rendering, OrderSha256 = Seen };
        await CommitAsync(correction, TrailKind.CorrectionMade, ("order", Seen));
        await CommitAsync(
            await NowAsync() with { State = CorrectionState.AwaitingApproval, NeedsApproval = true, ManifestSha256 = Seen },
            TrailKind.CorrectionAwaited,
            ("manifest", Seen));
        await CommitAsync(await NowAsync() with { Approvals = [Yes()] }, TrailKind.CorrectionApproved, ("manifest", Seen));
        Assert.Empty((await _trails.CheckAsync(cycle.Id, Cancelled)).Faults);
        foreach (var bend in new Func<Correction, Correction>[]
        {
            row => row with { ManifestSha256 = Forged },
            row => row with { OrderSha256 = Forged },
            row => row with { State = CorrectionState.Sending },
            row => row with { Approvals = [] },
        })
        {
            var before = await NowAsync();
            await _world.Storage.Rows.CommitAsync(cycle.Id.Text, RowChange.Replace(bend(before)), Cancelled);
            Assert.Equal("correction!0001", Assert.Single((await _trails.CheckAsync(cycle.Id, Cancelled)).Faults).Row);
            await _world.Storage.Rows.CommitAsync(cycle.Id.Text, RowChange.Replace(before with { Version = (await NowAsync()).Version }), Cancelled);
        }
        await _world.Storage.Rows.CommitAsync(cycle.Id.Text, RowChange.Delete(await NowAsync()), Cancelled);
        Assert.Equal(TrailFaultKind.RowMissing, Assert.Single((await _trails.CheckAsync(cycle.Id, Cancelled)).Faults).Kind);

        Task<Correction> NowAsync() => _world.Corrections.GetAsync(cycle.Id, 1, Cancelled);
        async Task CommitAsync(Correction row, string kind, (string, object?) value) => Assert.True(
            await _world.Corrections.TryCommitAsync(
                await _world.Cycles.GetAsync(cycle.Id, Cancelled), row, Line(kind, value) with { Subject = "1" }, Cancelled));
    }

    private static CycleApproval Yes() => new(TestCycle.ClosesAt, Wichai.Id, Wichai.Name, Position: null, Seen, SecondPerson: true);

    private static TrailEntry Line(string kind, params (string, object?)[] values) =>
        new(kind, Wichai, TestCycle.ClosesAt) { After = values is [] ? null : TrailValues.Of(values) };

    private async Task<Cycle> ApprovedAsync()
    {
        var cycle = await _world.Cycles.CreateAsync(TestCycle.Definition, Cancelled);
        cycle = await DoAsync(
            cycle with { State = CycleState.Closed, HasManifest = true, RuleAtClosing = Approval.Required, ClosedAmongPeople = true },
            Line(TrailKind.Closed, ("rule", Approval.Required), ("amongPeople", true)));
        cycle = await DoAsync(cycle with { State = CycleState.AwaitingApproval, ManifestSha256 = Seen }, Line(TrailKind.ApprovalAwaited, ("manifest", Seen)));
        return await DoAsync(cycle with { Approvals = [Yes()], ApprovedAt = TestCycle.ClosesAt }, Line(TrailKind.Approved, ("manifest", Seen)));
    }

    private async Task<Cycle> DoAsync(Cycle after, TrailEntry entry) => (await _world.Cycles.TryCommitAsync(after, [], entry, Cancelled))!;
}
