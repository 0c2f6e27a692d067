using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Engine;
using AwardFlow.Intake;
using AwardFlow.Trail;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AwardFlow.Tests.Approvals;

/// <summary>What one person stops, another lets go on only where he or she may.</summary>
public sealed class WayBackCommandsTests : IDisposable
{
    private static readonly Actor Malee = new("person:1", "มาลี", From: null);
    private static readonly Actor Wichai = new("person:2", "วิชัย", From: null);

    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt);
    private readonly LedgerWorld _world;

    public WayBackCommandsTests() => _world = new LedgerWorld(_time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static CycleId Id => TestCycle.Definition.Id;

    private WayBackCommands WaysBack => new(_world.Cycles, Mock.Of<ICycleEngine>(), _time);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task An_operators_cancelling_leaves_an_approvers_pause_and_the_approver_lets_it_go_on()
    {
        await MakeAsync(cycle => cycle with { State = CycleState.Sending });
        await WaysBack.PauseAsync(Id, "รอ", Wichai, isApprover: true, Cancelled);
        var cancelled = await WaysBack.CancelAsync(Id, "ผิด", Malee, isApprover: false, Cancelled);
        Assert.Equal(("รอ", true, "ผิด"), (cancelled.Paused?.Reason, cancelled.PausedByApprover, cancelled.Cancelled?.Reason));
        await Assert.ThrowsAsync<CycleConflictException>(() => WaysBack.ResumeAsync(Id, Malee, isApprover: false, Cancelled));
        Assert.Null((await WaysBack.ResumeAsync(Id, Wichai, isApprover: true, Cancelled)).Paused);
    }

    [Theory]
    [InlineData(false, true)] // The operator's own pause is over with the cancelling.
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Whoever_may_let_it_go_on_ends_the_pause_by_cancelling(bool byApprover, bool isApproversPause)
    {
        await MakeAsync(cycle => cycle with { State = CycleState.Sending });
        var isApprover = byApprover || isApproversPause;
        await WaysBack.PauseAsync(Id, "รอ", byApprover ? Wichai : Malee, isApprover: byApprover && isApproversPause, Cancelled);
        Assert.Null((await WaysBack.CancelAsync(Id, "ผิด", Wichai, isApprover, Cancelled)).Paused);
    }

    [Fact]
    public async Task What_still_goes_out_of_a_completed_cycle_can_be_paused()
    {
        var cycle = await MakeAsync(row => row with { State = CycleState.Completed, Corrections = 1 });
        Assert.NotNull((await WaysBack.PauseAsync(Id, "ผิด", Wichai, isApprover: true, Cancelled)).Paused);
        var gate = new MailGate(_world.Cycles, new ManifestStore(_world.Storage), _world.Ledger, _world.Corrections);
        Assert.Equal(GateAnswer.Wait, await gate.AskAsync(LetterDelivery.Of(cycle.Id, EntryCode.Parse("E0001"), round: 1, letter: 2), Cancelled));
        Assert.Null((await WaysBack.ResumeAsync(Id, Wichai, isApprover: true, Cancelled)).Paused);
    }

    [Theory]
    [InlineData(CycleState.Completed, 0)]
    [InlineData(CycleState.Cancelled, 0)]
    public async Task Nothing_is_left_to_pause_where_nothing_goes_out(CycleState state, int corrections)
    {
        await MakeAsync(row => row with { State = state, Corrections = corrections });
        await Assert.ThrowsAsync<CycleConflictException>(() => WaysBack.PauseAsync(Id, "ผิด", Wichai, isApprover: true, Cancelled));
    }

    [Fact]
    public async Task Who_had_a_hand_in_the_letters_lets_no_corrected_address_go_whoever_typed_it()
    {
        var code = EntryCode.Parse("E0001");
        var cycle = await MakeAsync(row => row);
        cycle = (await _world.Cycles.TryCommitAsync(
            cycle with
            {
                State = CycleState.Sending,
                HasManifest = true,
                ClosedAmongPeople = true,
                Approvals = [new CycleApproval(TestCycle.ClosesAt, Wichai.Id, Wichai.Name, null, "m", SecondPerson: true)],
            },
            [], new TrailEntry(TrailKind.EntriesUploaded, Malee, TestCycle.ClosesAt), Cancelled))!;
        await _world.EnterAsync(Id, page: 1, code.Text);
        var addresses = new AddressCommands(
            _world.Cycles, _world.Ledger, _world.Corrections, new ManifestStore(_world.Storage),
            new ChangedBy(_world.Storage, _world.Cycles, new AcceptedRows(_world.Storage)), Mock.Of<ICycleEngine>(), _time);
        await addresses.CorrectAsync(Id, code, "saraban@elsewhere.example", new Actor("person:3", "สมชาย", From: null), Cancelled);
        var refused = await Assert.ThrowsAsync<CycleConflictException>(
            () => addresses.ReleaseAsync(Id, [(code, "saraban@elsewhere.example")], Malee, Cancelled));
        Assert.Contains("second person", refused.Text.English, StringComparison.Ordinal);
        // Nor does the same person by another key.
        await Assert.ThrowsAsync<CycleConflictException>(
            () => addresses.ReleaseAsync(Id, [(code, "saraban@elsewhere.example")], new Actor("key:สมชาย", "สมชาย ", From: null), Cancelled));
        Assert.Equal(
            "saraban@elsewhere.example",
            Assert.Single(await addresses.ReleaseAsync(Id, [(code, "saraban@elsewhere.example")], Wichai, Cancelled)).Release?.Address);
    }

    [Theory]
    [InlineData("key:malee", "malee", "person:0a", "Ma lee", true)]
    [InlineData("key:malee", "malee", "KEY:MALEE", "x", true)]
    [InlineData("person:1", "มาลี", "judge:ab", "มาลี", true)]
    [InlineData("person:1", "มาลี", "person:2", "มาลี", false)] // Of two on one list the ids say it.
    [InlineData("key:malee", "malee", "aad:1", "malee@office.example", false)]
    [InlineData("local", "local", "key:local ", "local", false)]
    public void Two_are_one_person_by_id_or_where_they_are_known_in_different_ways_by_name(
        string id, string name, string otherId, string otherName, bool expected) =>
        Assert.Equal(expected, ChangedBy.IsSame(new Actor(id, name, From: null), new Actor(otherId, otherName, From: null)));

    private async Task<Cycle> MakeAsync(Func<Cycle, Cycle> change)
    {
        var cycle = await _world.Cycles.CreateAsync(TestCycle.Definition, Cancelled);
        Assert.True(await _world.Cycles.TryReplaceAsync(change(cycle) with { Problem = "made" }, Cancelled));
        return await _world.Cycles.GetAsync(Id, Cancelled);
    }
}
