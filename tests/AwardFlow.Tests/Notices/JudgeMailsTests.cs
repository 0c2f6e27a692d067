using AwardFlow.Cycles;
using AwardFlow.Notices;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Notices;

/// <summary>What judges are mailed, and what of it is overtaken before it goes out.</summary>
public sealed class JudgeMailsTests : IAsyncDisposable
{
    private static readonly CycleDefinition Definition =
        TestCycle.Definition with { Judges = [new Judge(JudgeName.Parse("กรรมการ ก")) { Email = "a@committee.example" }] };

    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt.AddDays(-7));
    private readonly JudgingWorld _world;

    public JudgeMailsTests() => _world = new JudgingWorld(_time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_reminder_goes_out_with_the_judge_s_link()
    {
        var id = await _world.OpenAsync(Definition, 1);
        await RemindAsync(id);
        await SendAsync();
        Assert.Single(Directory.GetFiles(_world.Outbox));
    }

    [Fact]
    public async Task A_reminder_that_waits_is_not_sent_when_the_judge_has_submitted_meanwhile()
    {
        var id = await _world.OpenAsync(Definition, 1);
        await RemindAsync(id);
        var token = await _world.LinkAsync(id, "กรรมการ ก");
        await _world.SaveAsync(token, "E0001", "40", "20", "10");
        await _world.SubmitAsync(token);
        await SendAsync();
        Assert.False(Directory.Exists(_world.Outbox) && Directory.GetFiles(_world.Outbox).Length > 0);
    }

    [Fact]
    public async Task A_mail_that_waits_is_not_sent_to_an_address_that_was_replaced_meanwhile()
    {
        var id = await _world.OpenAsync(Definition, 1);
        await RemindAsync(id);
        await _world.Get<AwardFlow.Intake.Judging.JudgeLinkDesk>()
            .AddressAsync(await _world.Desk.OpenAsync(id, "กรรมการ ก", Cancelled), "b@committee.example", JudgingWorld.Officer, Cancelled);
        await SendAsync();
        Assert.False(Directory.Exists(_world.Outbox) && Directory.GetFiles(_world.Outbox).Length > 0);
    }

    [Fact]
    public async Task A_judge_whose_link_was_withdrawn_is_not_reminded_and_gets_no_new_link()
    {
        var id = await _world.OpenAsync(Definition, 1);
        await _world.LinkAsync(id, "กรรมการ ก");
        await _world.Get<AwardFlow.Intake.Judging.JudgeLinkDesk>()
            .WithdrawAsync(await _world.Desk.OpenAsync(id, "กรรมการ ก", Cancelled), JudgingWorld.Officer, Cancelled);
        var reminded = await RemindAsync(id);
        Assert.Equal((0, JudgesMailed.Why.Withdrawn), (reminded.Mailed.Count, Assert.Single(reminded.Skipped).Because));
        Assert.Null((await _world.Desk.OpenAsync(id, "กรรมการ ก", Cancelled)).Seat.LinkSecret);
    }

    [Fact]
    public async Task Two_who_remind_at_once_remind_once()
    {
        var id = await _world.OpenAsync(Definition, 1);
        var reminded = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => RemindAsync(id), Cancelled)));
        Assert.Equal(1, reminded.Sum(each => each.Mailed.Count));
    }

    private Task<JudgesMailed> RemindAsync(CycleId id) => _world.Get<JudgeMails>().RemindAsync(id, null, JudgingWorld.Officer, Cancelled);

    private Task SendAsync() => _world.Get<NoticeRun>().RunAsync(Cancelled);
}
