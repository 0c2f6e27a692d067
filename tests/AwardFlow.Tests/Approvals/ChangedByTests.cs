using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Intake.Judging;
using AwardFlow.Trail;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Approvals;

/// <summary>Whoever had a hand in scores that others submit had a hand in the letters.</summary>
public sealed class ChangedByTests : IAsyncDisposable
{
    private const string Judge = "ก";

    private static readonly Actor Nuan = new("person:7", "นวล", From: null);

    // What changes nothing that letters come of: decisions, what becomes of letters, and what the flow does.
    private static readonly string[] NotCounting =
    [
        TrailKind.TestLetter, TrailKind.JudgesReminded, TrailKind.EntryReturned,
        TrailKind.ScoresMissing, TrailKind.Closed, TrailKind.Rendered, TrailKind.RenderedAgain,
        TrailKind.ApprovalAwaited, TrailKind.Approved, TrailKind.ApprovalUndone, TrailKind.ApprovalRuleSet,
        TrailKind.SentBack, TrailKind.Paused, TrailKind.Resumed, TrailKind.Cancelled,
        TrailKind.Released, TrailKind.PageMailed, TrailKind.Sent, TrailKind.JournalsKept,
        TrailKind.Completed, TrailKind.AddressReleased, TrailKind.SentAgain, TrailKind.Settled,
        TrailKind.CameBack, TrailKind.ReceivedByTelephone, TrailKind.ReceiptCorrectedByTelephone,
        TrailKind.CorrectionAwaited, TrailKind.CorrectionApproved, TrailKind.CorrectionUndone,
        TrailKind.CorrectionSentBack, TrailKind.CorrectionCancelled, TrailKind.CorrectionReleased, TrailKind.CorrectionSent, TrailKind.CorrectionCompleted,
        TrailKind.PersonAdded, TrailKind.PersonChanged, TrailKind.KeyRenewed,
        TrailKind.PersonRevoked, TrailKind.ClockConfirmed, TrailKind.Erased, TrailKind.RecordsErased,
        TrailKind.PersonForgotten, TrailKind.ForgetAsked, TrailKind.ForgetApproved,
        TrailKind.ForgetWithdrawn, TrailKind.Archived, TrailKind.RestoredFrom, TrailKind.Unreadable,
    ];

    private readonly JudgingWorld _world = new(new FakeTimeProvider(TestCycle.ClosesAt.AddDays(-3)));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public void Every_kind_of_line_counts_as_a_hand_in_the_letters_or_is_known_not_to()
    {
        var all = typeof(TrailKind).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(all.Order(StringComparer.Ordinal), ChangedBy.Kinds.Concat(NotCounting).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_typed_from_paper_what_another_submits()
    {
        var id = await OpenAsync();
        Assert.False(await IsNuanAsync(id));
        await TypeAsync(id, "E0001", Nuan);
        await TypeAsync(id, "E0002", Nuan with { Name = "นวลจันทร์" });
        await TypeAsync(id, "E0001", JudgingWorld.Officer);
        Assert.True(await IsNuanAsync(id));
        var typed = (await new TrailReader(_world.Storage.Rows).PageAsync(id.Text, after: 0, 100, Cancelled))
            .Where(each => each.Line.Kind == TrailKind.ScoresTyped)
            .Select(each => (each.Line.Subject, each.Line.By?.Id));
        Assert.Equal([(Judge, Nuan.Id), (Judge, JudgingWorld.Officer.Id)], typed);
    }

    [Fact]
    public async Task Who_was_shown_a_judges_link()
    {
        var id = await OpenAsync();
        await _world.Get<JudgeLinkDesk>().MakeAsync(id, [Judge], Nuan, Cancelled);
        Assert.True(await IsNuanAsync(id));
    }

    [Fact]
    public async Task Who_said_where_a_judges_link_goes()
    {
        var id = await OpenAsync();
        await _world.Get<JudgeLinkDesk>().AddressAsync(await _world.Desk.OpenAsync(id, Judge, Cancelled), "nuan@organiser.example", Nuan, Cancelled);
        Assert.True(await IsNuanAsync(id));
    }

    [Fact]
    public async Task Who_kept_the_scan_of_a_score_sheet()
    {
        var id = await OpenAsync();
        Assert.NotNull(await _world.Commands.KeepAsync(
            await _world.Desk.OpenAsync(id, Judge, Cancelled), "application/pdf", BinaryData.FromString("%PDF-1.7"), null, Nuan, Cancelled));
        Assert.True(await IsNuanAsync(id));
    }

    private Task<CycleId> OpenAsync() => _world.OpenAsync(TestCycle.Definition with { Judges = [new Judge(JudgeName.Parse(Judge))] }, 2);

    private async Task TypeAsync(CycleId id, string entry, Actor by)
    {
        var sitting = await _world.Desk.OpenAsync(id, Judge, Cancelled);
        await _world.Desk.SaveAsync(
            sitting, EntryCode.Parse(entry), JudgingWorld.Typed("40", "20", by == JudgingWorld.Officer ? "9" : "10"),
            await _world.TagAsync(sitting, entry), by, Cancelled);
    }

    private async Task<bool> IsNuanAsync(CycleId id) => await _world.Get<ChangedBy>().IsAsync(await _world.Cycles.GetAsync(id, Cancelled), Nuan, Cancelled);
}
