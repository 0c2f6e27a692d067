using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;

namespace AwardFlow.Tests.Delivery;

/// <summary>A mail goes only with what was approved, whatever somebody writes into the rows that it goes by.</summary>
public sealed class MailGateTests : IDisposable
{
    private static readonly EntryCode Code = EntryCode.Parse("E0001");

    private readonly LedgerWorld _world = new(TimeProvider.System);
    private readonly ManifestStore _manifests;
    private readonly MailGate _gate;

    public MailGateTests()
    {
        _manifests = new ManifestStore(_world.Storage);
        _gate = new MailGate(_world.Cycles, _manifests, _world.Ledger, _world.Corrections);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task It_goes_with_the_documents_that_were_approved()
    {
        var row = await SendingAsync(cycle => cycle);
        Assert.Equal(new string('a', 64), (await _gate.AskAsync(row, Cancelled)).Row!.Documents["letter.pdf"]);
    }

    [Fact]
    public async Task It_is_held_where_the_cycles_row_names_another_manifest_than_its_approvals()
    {
        var forged = await ManifestAsync('f');
        await MustBeHeldAsync(await SendingAsync(cycle => cycle with { ManifestSha256 = forged }));
    }

    [Fact]
    public async Task It_is_held_where_the_approvals_of_a_cycle_that_needs_one_are_gone() =>
        await MustBeHeldAsync(await SendingAsync(cycle => cycle with { Approvals = [] }));

    [Fact]
    public async Task It_goes_where_no_approval_was_needed()
    {
        var row = await SendingAsync(cycle => cycle with { Approvals = [], ManifestSha256 = null, ApprovalRule = Approval.None });
        Assert.Null((await _gate.AskAsync(row, Cancelled)).Hold);
    }

    [Fact]
    public async Task A_correction_is_held_where_its_row_names_another_manifest_than_its_approvals()
    {
        var (seen, forged) = (await ManifestAsync('a'), await ManifestAsync('f'));
        var first = await SendingAsync(cycle => cycle with { State = CycleState.Sent });
        foreach (var (manifest, approved, isHeld) in new[] { (seen, seen, false), (forged, seen, true), (seen, null, true) })
        {
            var now = await _world.Corrections.FindAsync(first.Cycle, 1, Cancelled);
            var correction = new Correction
            {
                Partition = first.Cycle.Text,
                Key = Correction.KeyOf(1),
                Version = now?.Version ?? "",
                State = CorrectionState.Sending,
                Pages = [1],
                NeedsApproval = true,
                ManifestSha256 = manifest,
                Approvals = approved is null ? [] : [YesTo(approved)],
            };
            await _world.Storage.Rows.CommitAsync(first.Cycle.Text, now is null ? RowChange.Add(correction) : RowChange.Replace(correction), Cancelled);
            var row = LetterDelivery.Of(first.Cycle, Code, round: 1, letter: 2) with { Page = 1, Address = first.Address };
            Assert.Equal(isHeld ? DeliveryCause.NotApproved : null, (await _gate.AskAsync(row, Cancelled)).Hold);
        }
    }

    private static CycleApproval YesTo(string manifest) => new(TestCycle.ClosesAt, "person:2", "วิชัย", Position: null, manifest, SecondPerson: true);

    private async Task MustBeHeldAsync(LetterDelivery row) => Assert.Equal(DeliveryCause.NotApproved, (await _gate.AskAsync(row, Cancelled)).Hold);

    private async Task<string> ManifestAsync(char document)
    {
        var id = TestCycle.Definition.Id;
        var page = await _manifests.WritePageAsync(
            id,
            [new ManifestEntry(Code, "saraban@entrant.example", new Dictionary<string, string>(StringComparer.Ordinal) { ["letter.pdf"] = new(document, 64) })],
            Cancelled);
        return await _manifests.WriteAsync(new Manifest(id, 1, "d", "r", Emblem: null, Signature: null, [page]), Cancelled);
    }

    private async Task<LetterDelivery> SendingAsync(Func<Cycle, Cycle> bend)
    {
        var cycle = await _world.Cycles.CreateAsync(TestCycle.Definition, Cancelled);
        var seen = await ManifestAsync('a');
        Assert.True(await _world.Cycles.TryReplaceAsync(
            bend(cycle with
            {
                State = CycleState.Sending,
                HasManifest = true,
                RuleAtClosing = Approval.Required,
                ManifestSha256 = seen,
                Approvals = [YesTo(seen)],
            }),
            Cancelled));
        await _world.EnterAsync(cycle.Id, page: 1, Code.Text);
        return (await _world.Ledger.FindAsync(cycle.Id, Code, Cancelled))!;
    }
}
