using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Engine;
using AwardFlow.Intake;
using AwardFlow.Trail;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AwardFlow.Tests.Approvals;

/// <summary>Two people in the same moment: the second one's commit meets the first one's, and is made on what that left or not at all.</summary>
public sealed class RacesTests : IDisposable
{
    private const string Corrected = "saraban@elsewhere.example";

    private static readonly EntryCode Code = EntryCode.Parse("E0001");
    private static readonly Actor Malee = new("person:1", "มาลี", From: null);
    private static readonly Actor Wichai = new("person:2", "วิชัย", From: null);

    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt);
    private readonly LedgerWorld _world;
    private readonly FaultyStorage _storage;

    public RacesTests()
    {
        _world = new LedgerWorld(_time);
        _storage = new FaultyStorage(_world.Storage);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static CycleId Id => TestCycle.Definition.Id;

    private ManifestStore Manifests => new(_storage);

    private CycleStore Cycles => new(_storage);

    private ChangedBy ChangedBy => new(_storage, Cycles, new AcceptedRows(_storage));

    private DeliveryLedger Ledger => new(_storage, _time, NullLogger<DeliveryLedger>.Instance);

    private static ApprovalSettings Settings => new(Approval.Required, TimeSpan.FromMinutes(1));

    private ApprovalCommands Approvals => new(Cycles, Manifests, ChangedBy, Settings, Mock.Of<ICycleEngine>(), _time);

    private AddressCommands Addresses => new(Cycles, Ledger, _world.Corrections, Manifests, ChangedBy, Mock.Of<ICycleEngine>(), _time);

    private WayBackCommands WaysBack => new(Cycles, Mock.Of<ICycleEngine>(), _time);

    private LetterRelease Release => new(Cycles, Ledger, Manifests, ChangedBy, Settings, _time);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task An_address_that_is_corrected_in_the_moment_of_the_approval_makes_it_one_of_what_is_no_more()
    {
        var seen = (await AwaitingAsync()).ManifestSha256!;
        _storage.BeforeCommit = () => Addresses.CorrectAsync(Id, Code, Corrected, Malee, Cancelled);
        await Assert.ThrowsAsync<ManifestChangedException>(() => ApproveAsync(seen));
        Assert.Empty((await Cycles.GetAsync(Id, Cancelled)).Approvals);
    }

    [Fact]
    public async Task An_approval_in_the_moment_in_which_an_address_is_corrected_is_void()
    {
        var seen = (await AwaitingAsync()).ManifestSha256!;
        _storage.BeforeCommit = () => ApproveAsync(seen);
        await Addresses.CorrectAsync(Id, Code, Corrected, Malee, Cancelled);
        var cycle = await Cycles.GetAsync(Id, Cancelled);
        Assert.Equal((0, null, 1), (cycle.Approvals.Count, cycle.ApprovedAt, cycle.ApprovalsVoided));
        Assert.NotEqual(seen, cycle.ManifestSha256);
        Assert.False((await Release.LookAsync(Id, Cancelled)).Released);
    }

    [Fact]
    public async Task What_is_sent_back_in_the_moment_of_the_release_is_not_released()
    {
        await ApproveAsync((await AwaitingAsync()).ManifestSha256!);
        _time.Advance(TimeSpan.FromMinutes(1));
        _storage.BeforeCommit = () => WaysBack.SendBackAsync(Id, "คะแนนผิด", Wichai, Cancelled);
        Assert.False((await Release.LookAsync(Id, Cancelled)).Released);
        var cycle = await Cycles.GetAsync(Id, Cancelled);
        Assert.Equal((CycleState.Open, 2, 0), (cycle.State, cycle.Round, cycle.Approvals.Count));
    }

    [Fact]
    public async Task What_is_released_in_the_moment_of_the_sending_back_is_not_sent_back()
    {
        await ApproveAsync((await AwaitingAsync()).ManifestSha256!);
        _time.Advance(TimeSpan.FromMinutes(1));
        _storage.BeforeCommit = () => Release.LookAsync(Id, Cancelled);
        await Assert.ThrowsAsync<CycleConflictException>(() => WaysBack.SendBackAsync(Id, "คะแนนผิด", Wichai, Cancelled));
        Assert.Equal((CycleState.Sending, 1), ((await Cycles.GetAsync(Id, Cancelled)).State, (await Cycles.GetAsync(Id, Cancelled)).Round));
    }

    [Fact]
    public async Task An_approval_that_is_taken_back_in_the_moment_of_the_release_releases_nothing()
    {
        await ApproveAsync((await AwaitingAsync()).ManifestSha256!);
        _time.Advance(TimeSpan.FromMinutes(1));
        // The one whose clock is behind.
        _storage.BeforeCommit = () => new ApprovalCommands(
            Cycles, Manifests, ChangedBy, Settings, Mock.Of<ICycleEngine>(), new FakeTimeProvider(_time.GetUtcNow().AddSeconds(-1)))
            .UndoAsync(Id, Wichai, Cancelled);
        Assert.False((await Release.LookAsync(Id, Cancelled)).Released);
        Assert.Equal(CycleState.AwaitingApproval, (await Cycles.GetAsync(Id, Cancelled)).State);
    }

    private Task<Cycle> ApproveAsync(string manifest) => Approvals.ApproveAsync(Id, manifest, new Approver(Wichai, []), Cancelled);

    private async Task<Cycle> AwaitingAsync()
    {
        var cycle = await Cycles.CreateAsync(TestCycle.Definition, Cancelled);
        await _world.EnterAsync(Id, page: 1, Code.Text);
        Assert.True(await Cycles.TryReplaceAsync(
            cycle with
            {
                State = CycleState.Rendered,
                HasManifest = true,
                RuleAtClosing = Approval.Required,
                ClosedAmongPeople = true,
                ResultsSha256 = new string('0', 64),
                Letters = 1,
                Pages = 1,
            },
            Cancelled));
        Assert.False((await Release.LookAsync(Id, Cancelled)).Released);
        return await Cycles.GetAsync(Id, Cancelled);
    }
}
