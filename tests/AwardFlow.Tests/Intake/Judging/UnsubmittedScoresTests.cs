using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Records.Archive;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Intake.Judging;

/// <summary>What judges typed and did not submit: nobody reads it, and where a person closes with it, all of it is counted.</summary>
public sealed class UnsubmittedScoresTests : IAsyncDisposable
{
    private static readonly JudgeName[] Judges = [JudgeName.Parse("กรรมการ ก"), JudgeName.Parse("กรรมการ ข")];
    private static readonly CycleDefinition Definition = TestCycle.Definition with { Judges = [.. Judges.Select(name => new Judge(name))] };

    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt.AddDays(-7));
    private readonly JudgingWorld _world;

    public UnsubmittedScoresTests() => _world = new JudgingWorld(_time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_closing_that_was_cut_off_counts_what_every_judge_typed_before_scores_are_frozen(int counted)
    {
        var id = await BothTypedAsync();
        await _world.Get<CycleCommands>().RequestCloseAsync(id, countUnsubmitted: true, JudgingWorld.Officer, Cancelled);
        foreach (var judge in Judges.Take(counted))
        {
            await _world.Get<JudgeSubmissions>().SubmitAsync(
                await _world.Desk.OpenAsync(id, judge.Text, Cancelled), UploadSource.Unsubmitted,
                tag: null, confirm: null, overSheets: false, JudgingWorld.Officer, Cancelled);
        }
        // The machine went away here, and the flow takes the closing up.
        Assert.True((await _world.Get<ScoreClosing>().CloseAsync(id, Cancelled)).Closed);
        var cycle = await _world.Cycles.GetAsync(id, Cancelled);
        Assert.Equal((CycleState.Closed, null, 0), (cycle.State, cycle.CountUnsubmittedFor, cycle.Missing));
        Assert.Equal(65, (await _world.Get<ResultsStore>().ReadAsync(cycle, Cancelled)).Entries.Single().Average);
        var late = (await _world.Get<AcceptedRows>().HistoryAsync(cycle, Cancelled)).Where(upload => upload.Source == UploadSource.Unsubmitted).ToList();
        Assert.Equal(Judges, late.Select(upload => upload.Judge!));
        Assert.All(late, upload => Assert.Equal("malee", upload.By));
        var lines = await new TrailReader(_world.Storage.Rows).PageAsync(id.Text, after: 0, 100, Cancelled);
        Assert.All(lines.Where(line => line.Values?.After?.GetValueOrDefault("source") == "unsubmitted"), line => Assert.Equal("key:malee", line.Line.By!.Id));
    }

    [Fact]
    public async Task A_cycle_that_is_extended_after_such_a_request_counts_nothing_that_is_not_submitted()
    {
        var id = await BothTypedAsync();
        await _world.Get<CycleCommands>().RequestCloseAsync(id, countUnsubmitted: true, JudgingWorld.Officer, Cancelled);
        await _world.Get<CycleCommands>().ExtendAsync(id, TestCycle.ClosesAt.AddDays(7), JudgingWorld.Officer, Cancelled);
        await _world.Get<UnsubmittedScores>().CountAsync(id, Cancelled);
        var sitting = await _world.Desk.OpenAsync(id, Judges[0].Text, Cancelled);
        await Assert.ThrowsAsync<CycleConflictException>(() => _world.Get<JudgeSubmissions>()
            .SubmitAsync(sitting, UploadSource.Unsubmitted, tag: null, confirm: null, overSheets: false, JudgingWorld.Officer, Cancelled));
        Assert.Equal(1, (await _world.Cycles.GetAsync(id, Cancelled)).Uploads);
    }

    [Fact]
    public async Task Counting_does_not_take_away_what_a_judge_gave_and_was_changing()
    {
        var id = await _world.OpenAsync(Definition, 2);
        var token = await _world.LinkAsync(id, Judges[0].Text);
        await _world.SaveAsync(token, "E0001", "40", "20", "10");
        await _world.SaveAsync(token, "E0002", "40", "20", "10");
        await _world.SubmitAsync(token);
        await _world.ReturnAsync(id, Judges[0].Text, "E0001");
        await _world.ReturnAsync(id, Judges[0].Text, "E0002");
        await _world.SaveAsync(token, "E0001", null, "21", null);
        await _world.SaveAsync(token, "E0002", "45", "20", "10");
        var closing = _world.Get<JudgingClosing>();
        var asked = await Assert.ThrowsAsync<UnsubmittedSheetsException>(
            () => closing.CloseAsync(id, confirm: null, countUnsubmitted: true, JudgingWorld.Officer, Cancelled));
        await closing.CloseAsync(id, asked.Confirm, countUnsubmitted: true, JudgingWorld.Officer, Cancelled);
        var book = await _world.Get<ScoreBooks>().OfAsync(await _world.Cycles.GetAsync(id, Cancelled), Cancelled);
        Assert.Equal([40m, 20m, 10m], book.Sheet(EntryCode.Parse("E0001"), Judges[0])!.Points);
        Assert.Equal([45m, 20m, 10m], book.Sheet(EntryCode.Parse("E0002"), Judges[0])!.Points);
    }

    [Fact]
    public async Task An_archive_has_no_score_that_a_judge_did_not_submit_and_all_that_was_submitted_or_typed_from_paper()
    {
        var id = await _world.OpenAsync(Definition, 3);
        var token = await _world.LinkAsync(id, Judges[0].Text);
        await _world.SaveAsync(token, "E0001", "41.75", "20", "10");
        await TypeAsync(id, Judges[1], "E0001", "11.75", "20", "10");
        Assert.Equal(["", "11.75"], await ArchivedAsync(id));
        await _world.SaveAsync(token, "E0002", "42.75", "20", "10");
        await _world.SaveAsync(token, "E0003", "43.75", "20", "10");
        await _world.SubmitAsync(token);
        Assert.Equal(["41.75", "42.75", "43.75", "11.75"], await ArchivedAsync(id));
        // What was sent back and is typed anew, and what was taken back.
        await _world.ReturnAsync(id, Judges[0].Text, "E0001");
        await _world.SaveAsync(token, "E0001", "44.75", "20", "10");
        Assert.Equal(["", "42.75", "43.75", "11.75"], await ArchivedAsync(id));
        await _world.TakeBackAsync(token);
        Assert.Equal(["", "", "", "11.75"], await ArchivedAsync(id));
    }

    [Fact]
    public async Task A_draft_of_an_entry_that_the_judge_declined_keeps_nobody_from_typing_the_judge_s_paper()
    {
        var id = await _world.OpenAsync(Definition, 2);
        var token = await _world.LinkAsync(id, Judges[0].Text);
        await _world.SaveAsync(token, "E0002", "1", null, null);
        var sitting = (await _world.Desk.OpenAsync(token, Cancelled))!;
        await _world.Commands.DeclineAsync(sitting, EntryCode.Parse("E0002"), "เป็นญาติ", JudgingCommands.ActorOf(sitting, null), Cancelled);
        await TypeAsync(id, Judges[0], "E0001", "40", "20", "10");
        await KeepAsync(id);
        Assert.Equal(3, (await SubmitPaperAsync(id)).Rows);
        // And where the judge scored it on paper after all, the office puts it back and types it over what was typed before.
        Assert.Contains(
            "นำคะแนนของกรรมการกลับคืน",
            (await Assert.ThrowsAsync<CycleConflictException>(() => TypeAsync(id, Judges[0], "E0002", "30", "20", "10"))).Text.Thai,
            StringComparison.Ordinal);
        await _world.Get<CycleCommands>()
            .WithdrawAsync(id, UploadKind.Restoration, EntryCode.Parse("E0002"), Judges[0], "ให้คะแนนในเอกสาร", JudgingWorld.Officer, Cancelled);
        await TypeAsync(id, Judges[0], "E0002", "30", "20", "10");
        Assert.Equal(6, (await SubmitPaperAsync(id)).Rows);
    }

    [Fact]
    public async Task An_entry_that_is_sent_back_to_a_judge_of_paper_is_typed_again_and_submitted()
    {
        var id = await _world.OpenAsync(Definition, 1);
        await TypeAsync(id, Judges[0], "E0001", "40", "20", "10");
        await KeepAsync(id);
        await SubmitPaperAsync(id);
        await _world.ReturnAsync(id, Judges[0].Text, "E0001");
        await TypeAsync(id, Judges[0], "E0001", "45", "20", "10");
        Assert.Equal(2, (await SubmitPaperAsync(id)).Replaces);
        Assert.False((await _world.ProgressAsync(id, Judges[0].Text)).Owed.Any());
    }

    [Fact]
    public async Task What_a_judge_submitted_on_the_page_does_not_keep_a_later_entry_from_being_typed_from_paper()
    {
        var id = await _world.OpenAsync(Definition, 1);
        var token = await _world.LinkAsync(id, Judges[0].Text);
        await _world.SaveAsync(token, "E0001", "40", "20", "10");
        await _world.SubmitAsync(token);
        await _world.UploadAsync(id, UploadKind.Entries, TestSheets.Entries(TestSheets.Codes(2)));
        await KeepAsync(id);
        await TypeAsync(id, Judges[0], "E0002", "30", "20", "10");
        Assert.Equal(6, (await SubmitPaperAsync(id)).Rows);
    }

    [Fact]
    public async Task What_is_typed_from_paper_after_a_submission_is_asked_about_where_no_scan_came_since()
    {
        var id = await _world.OpenAsync(Definition, 1);
        await KeepAsync(id);
        await TypeAsync(id, Judges[0], "E0001", "40", "20", "10");
        _time.Advance(TimeSpan.FromMinutes(1));
        await SubmitPaperAsync(id);
        await _world.UploadAsync(id, UploadKind.Entries, TestSheets.Entries(TestSheets.Codes(2)));
        await TypeAsync(id, Judges[0], "E0002", "30", "20", "10");
        Assert.Equal(["E0002"], (await Assert.ThrowsAsync<IncompleteSheetException>(() => SubmitPaperAsync(id))).Doubts.Unscanned.Select(code => code.Text));
        await KeepAsync(id, "%PDF-1.7 second"u8.ToArray());
        Assert.Equal(6, (await SubmitPaperAsync(id)).Rows);
    }

    [Fact]
    public async Task A_closing_that_counts_goes_on_where_a_judge_s_link_is_made_anew_at_that_moment()
    {
        var id = await BothTypedAsync();
        await _world.Get<CycleCommands>().RequestCloseAsync(id, countUnsubmitted: true, JudgingWorld.Officer, Cancelled);
        var found = await _world.Get<UnsubmittedScores>().OfAsync(await _world.Cycles.GetAsync(id, Cancelled), Cancelled);
        var seat = found[0].Progress.Sitting.Seat;
        await _world.Storage.Rows.CommitAsync(id.Text, RowChange.Replace(seat with { LinkSecret = "00" }), Cancelled);
        await _world.Get<UnsubmittedScores>().SubmitAsync(found, JudgingWorld.Officer, Cancelled);
        Assert.Equal(2, (await _world.Cycles.GetAsync(id, Cancelled)).Uploads);
        await _world.Get<UnsubmittedScores>().CountAsync(id, Cancelled);
        Assert.Equal(3, (await _world.Cycles.GetAsync(id, Cancelled)).Uploads);
    }

    private async Task<CycleId> BothTypedAsync()
    {
        var id = await _world.OpenAsync(Definition, 1);
        await _world.SaveAsync(await _world.LinkAsync(id, Judges[0].Text), "E0001", "40", "20", "10");
        await _world.SaveAsync(await _world.LinkAsync(id, Judges[1].Text), "E0001", "30", "20", "10");
        return id;
    }

    // The scores for A of all drafts in an archive: the first judge's, then the second's.
    private async Task<IEnumerable<string>> ArchivedAsync(CycleId id)
    {
        using var snapshot = await CycleSnapshot.TakeAsync(_world.Storage, id, Cancelled);
        var drafts = await snapshot.Storage.Rows.ListAsync<ScoreDraft>(id.Text, RowRange.Prefix(ScoreDraft.RowPrefix), Cancelled).ToListAsync(Cancelled);
        return drafts.OrderBy(draft => draft.JudgeTag != JudgeSeat.TagOf(Judges[0]))
            .ThenBy(draft => draft.EntryCode.Text, StringComparer.Ordinal)
            .Select(draft => draft.Scores.GetValueOrDefault("A", ""));
    }

    private async Task TypeAsync(CycleId id, JudgeName judge, string entry, params string[] points)
    {
        var sitting = await _world.Desk.OpenAsync(id, judge.Text, Cancelled);
        var tag = sitting.Find(EntryCode.Parse(entry)) is null ? "" : await _world.TagAsync(sitting, entry);
        await _world.Desk.SaveAsync(sitting, EntryCode.Parse(entry), JudgingWorld.Typed(points), tag, JudgingWorld.Officer, Cancelled);
    }

    private async Task KeepAsync(CycleId id, byte[]? scan = null) =>
        Assert.NotNull(await _world.Commands.KeepAsync(
            await _world.Desk.OpenAsync(id, Judges[0].Text, Cancelled), "application/pdf",
            BinaryData.FromBytes(scan ?? "%PDF-1.7"u8.ToArray()), null, JudgingWorld.Officer, Cancelled));

    private async Task<Upload> SubmitPaperAsync(CycleId id) =>
        await _world.Commands.SubmitAsync(
            await _world.Desk.OpenAsync(id, Judges[0].Text, Cancelled), UploadSource.Paper,
            tag: null, confirm: null, overSheets: false, JudgingWorld.Officer, Cancelled);
}
