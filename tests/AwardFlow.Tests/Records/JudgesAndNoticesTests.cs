using AwardFlow.Cycles;
using AwardFlow.Intake.Judging;
using AwardFlow.Notices;
using AwardFlow.Records.Retention;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Records;

/// <summary>What a cycle that is over keeps of those who worked on it.</summary>
public sealed class JudgesAndNoticesTests : IAsyncDisposable
{
    private const string Judge = "กรรมการ ก";

    private static readonly CycleDefinition Definition = TestCycle.Definition with { Judges = [new Judge(JudgeName.Parse(Judge))] };

    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt.AddDays(-7));
    private readonly JudgingWorld _world;

    public JudgesAndNoticesTests() => _world = new JudgingWorld(_time, ("Retention:ScoresByJudgeDays", "400"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Addresses_links_notices_and_mails_go_a_year_after_the_cycle_and_scans_and_what_was_missing_with_the_scores()
    {
        await _world.OpenAsync(Definition, 1);
        await _world.LinkAsync(Definition.Id, Judge);
        var seat = (await SeatAsync())!;
        var paper = new PaperScan($"{new string('b', 64)}.pdf", "scan.pdf", "malee", _time.GetUtcNow());
        await _world.Storage.Uploads.WriteAsync(new NewBlob($"{Definition.Id}/{paper.Blob}", BinaryData.FromString("%PDF-")), Cancelled);
        var notice = Notice.Of(Definition.Id.Text, new NoticeOccasion(NoticeKind.Approval, "1"), "ann@moi.go.th", _time.GetUtcNow());
        await _world.Storage.Rows.CommitAsync(
            Definition.Id.Text, [RowChange.Replace(seat with { Email = "a@moi.go.th", Papers = [paper] }), RowChange.Add(notice)], Cancelled);
        await _world.Get<ResultsStore>().WriteMissingAsync(Definition.Id, [], Cancelled);
        Directory.CreateDirectory(_world.Outbox);
        await File.WriteAllTextAsync(Path.Combine(_world.Outbox, $"{Definition.Id}_NOTICE-1.eml"), "To: ann@moi.go.th\r\n\r\nx", Cancelled);
        await _world.Cycles.ChangeAsync(
            Definition.Id, cycle => cycle with { State = CycleState.Cancelled, Cancelled = new PersonsWord(_time.GetUtcNow(), "malee", "เลิก") }, Cancelled);

        await SweepAsync(TimeSpan.FromDays(364));
        Assert.Equal("a@moi.go.th", (await SeatAsync())!.Email);
        await SweepAsync(TimeSpan.FromDays(365));
        seat = (await SeatAsync())!;
        Assert.Equal((null, null, 1), (seat.Email, seat.LinkSecret, seat.Papers.Count));
        Assert.False(await _world.Storage.Rows.ListAsync(Definition.Id.Text, RowRange.Prefix(Notice.Prefix), Cancelled).AnyAsync(Cancelled));
        Assert.Empty(Directory.GetFiles(_world.Outbox));
        Assert.Equal((RetentionKind.JudgesAndNotices, 2), await ErasedAsync(RetentionKind.JudgesAndNotices));
        // What is left of the judge until then is no official letter.
        Assert.Contains(
            (FindingKind.ScoresByJudge, KeptFor.Retention),
            (await _world.Get<PersonDesk>().FindAsync(Judge, Cancelled)).Select(finding => (finding.Kind, finding.KeptFor)));

        await SweepAsync(TimeSpan.FromDays(401));
        Assert.Empty((await SeatAsync())!.Papers);
        Assert.False(await _world.Storage.Uploads.ExistsAsync($"{Definition.Id}/{paper.Blob}", Cancelled));
        Assert.False(await _world.Storage.Results.ExistsAsync($"{Definition.Id}/missing.json", Cancelled));
        Assert.Empty(await _world.Get<ResultsStore>().ReadMissingAsync(Definition.Id, Cancelled));
        await _world.Get<PersonDesk>().EraseAsync(Judge, JudgingWorld.Officer, Cancelled);
        Assert.Null(await SeatAsync());
        Assert.Equal((RetentionKind.JudgesAndNotices, 2), await ErasedAsync(RetentionKind.JudgesAndNotices));
    }

    private async Task<(string, int)> ErasedAsync(string kind) => (await _world.Cycles.GetAsync(Definition.Id, Cancelled)).Erased
        .Where(erased => erased.Kind == kind)
        .Select(erased => (erased.Kind, erased.Count)).Single();

    private Task<JudgeSeat?> SeatAsync() => _world.Storage.Rows.FindAsync<JudgeSeat>(Definition.Id.Text, JudgeSeat.KeyOf(JudgeName.Parse(Judge)), Cancelled);

    // As much later: a gap that long the clock itself would not believe.
    private Task SweepAsync(TimeSpan later) =>
        ActivatorUtilities.CreateInstance<RetentionRun>(_world.Get<IServiceProvider>(), new FakeTimeProvider(_time.GetUtcNow() + later)).RunAsync(Cancelled);
}
