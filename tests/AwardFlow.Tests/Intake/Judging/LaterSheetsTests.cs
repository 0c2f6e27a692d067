using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Scoring;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Intake.Judging;

/// <summary>A sheet that came after what a judge typed counts entry by entry, whatever else the judge submits later.</summary>
public sealed class LaterSheetsTests : IAsyncDisposable
{
    private const string Judge = "กรรมการ ก";
    private static readonly CycleDefinition Definition = TestCycle.Definition with { Judges = [new Judge(JudgeName.Parse(Judge))] };

    private readonly JudgingWorld _world = new(new FakeTimeProvider(TestCycle.ClosesAt.AddDays(-7)));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Counting_what_is_typed_leaves_a_sheet_s_complete_scores_where_the_judge_only_began()
    {
        var (id, token) = await OpenedAsync(2);
        await SheetAsync(id, 10, "E0001");
        await _world.SaveAsync(token, "E0001", "40", null, null);
        await _world.SaveAsync(token, "E0002", "30", "20", "10");
        await CloseAndCountAsync(id);
        Assert.Equal([10m, 10m, 10m], await PointsAsync(id, "E0001"));
        Assert.Equal([30m, 20m, 10m], await PointsAsync(id, "E0002"));
    }

    [Fact]
    public async Task Counting_what_is_typed_says_that_there_is_nothing_to_count_where_the_judge_only_began_over_a_sheet()
    {
        var (id, token) = await OpenedAsync(1);
        await SheetAsync(id, 10, "E0001");
        await _world.SaveAsync(token, "E0001", "40", null, null);
        Assert.False((await AskedAsync(id)).Sheets.Single().Typed);
    }

    [Fact]
    public async Task Counting_what_is_typed_leaves_an_entry_that_a_sheet_corrected_after_it_was_typed()
    {
        var (id, token) = await OpenedAsync(3);
        await _world.SaveAsync(token, "E0002", "40", "20", "10");
        await SheetAsync(id, 15, "E0001", "E0002");
        await _world.SaveAsync(token, "E0003", "30", "20", "10");
        Assert.Equal(1, (await AskedAsync(id)).Sheets.Single().Owed);
        await CloseAndCountAsync(id);
        Assert.Equal([15m, 15m, 15m], await PointsAsync(id, "E0002"));
        Assert.Equal([30m, 20m, 10m], await PointsAsync(id, "E0003"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_submission_for_one_entry_leaves_what_a_sheet_corrected_since_of_the_others(bool sentBack)
    {
        var (id, token) = await SubmittedAsync("E0001", "E0002");
        await CorrectAsync(id, "E0001", "30");
        if (sentBack)
        {
            await _world.ReturnAsync(id, Judge, "E0002");
            await _world.SaveAsync(token, "E0002", "45", "20", "10");
        }
        else
        {
            await _world.UploadAsync(id, UploadKind.Entries, TestSheets.Entries(TestSheets.Codes(3)));
            await _world.SaveAsync(token, "E0003", "45", "20", "10");
        }
        var again = await _world.SubmitAsync(token);
        Assert.Equal([30m, 20m, 10m], await PointsAsync(id, "E0001"));
        // The sheet's correction and the submission's other scores stand in the new submission, which takes the place of that one.
        Assert.Equal((2, sentBack ? 6 : 9), (again.Replaces, again.Rows));
        Assert.False((await _world.ProgressAsync(id, Judge)).Owed.Any());
    }

    [Fact]
    public async Task An_entry_that_is_sent_back_and_left_as_it_is_keeps_the_sheet_s_correction()
    {
        var (id, token) = await SubmittedAsync("E0001");
        await CorrectAsync(id, "E0001", "30");
        await _world.ReturnAsync(id, Judge, "E0001");
        await _world.SubmitConfirmedAsync(token);
        Assert.Equal([30m, 20m, 10m], await PointsAsync(id, "E0001"));
    }

    [Fact]
    public async Task An_entry_that_is_sent_back_to_who_scored_by_sheet_is_answered_on_the_page_as_it_is()
    {
        var (id, token) = await OpenedAsync(2);
        await SheetAsync(id, 10, "E0001", "E0002");
        await _world.ReturnAsync(id, Judge, "E0001");
        await _world.SubmitConfirmedAsync(token);
        Assert.Equal([10m, 10m, 10m], await PointsAsync(id, "E0001"));
        Assert.Empty((await _world.ProgressAsync(id, Judge)).Owed);
    }

    [Fact]
    public async Task A_sheet_with_the_judge_s_scores_of_an_entry_answers_the_question_about_it_and_no_other()
    {
        var (id, token) = await SubmittedAsync("E0001", "E0002");
        await _world.ReturnAsync(id, Judge, "E0001");
        await _world.ReturnAsync(id, Judge, "E0002");
        await CorrectAsync(id, "E0001", "30");
        var progress = await _world.ProgressAsync(id, Judge);
        Assert.Equal((CellState.Submitted, CellState.Returned), (progress.CellOf(EntryCode.Parse("E0001")), progress.CellOf(EntryCode.Parse("E0002"))));
        Assert.Equal([EntryCode.Parse("E0002")], (await _world.SubmitConfirmedAsync(token)).Unanswered);
        Assert.Equal([30m, 20m, 10m], await PointsAsync(id, "E0001"));
    }

    [Fact]
    public async Task What_a_judge_typed_after_a_sheet_stays_owed_when_a_sheet_about_another_entry_comes()
    {
        var (id, token) = await OpenedAsync(2);
        await SheetAsync(id, 10, "E0001");
        await _world.SaveAsync(token, "E0001", "40", "20", "10");
        await SheetAsync(id, 10, "E0002");
        Assert.Equal("E0001", (await _world.ProgressAsync(id, Judge)).Owed.Single().Code.Text);
    }

    [Fact]
    public async Task A_page_s_scores_count_over_a_later_sheet_when_the_judge_says_so()
    {
        var (id, token) = await SubmittedAsync("E0001", "E0002");
        await CorrectAsync(id, "E0001", "30");
        Assert.True((await _world.ProgressAsync(id, Judge)).IsOvertaken(EntryCode.Parse("E0001")));
        Assert.Equal(JudgingTexts.SheetsCount.English, (await Assert.ThrowsAsync<CycleConflictException>(() => _world.SubmitAsync(token))).Text.English);
        await _world.SubmitAsync(token, overSheets: true);
        Assert.Equal([40m, 20m, 10m], await PointsAsync(id, "E0001"));
        Assert.False((await _world.ProgressAsync(id, Judge)).IsOvertaken(EntryCode.Parse("E0001")));
    }

    [Fact]
    public async Task A_page_s_scores_that_were_never_submitted_count_over_a_later_sheet_when_the_judge_says_so()
    {
        var (id, token) = await OpenedAsync(1);
        await _world.SaveAsync(token, "E0001", "40", "20", "10");
        await SheetAsync(id, 10, "E0001");
        Assert.Equal(JudgingTexts.SheetsCount.English, (await Assert.ThrowsAsync<CycleConflictException>(() => _world.SubmitAsync(token))).Text.English);
        await _world.SubmitAsync(token, overSheets: true);
        Assert.Equal([40m, 20m, 10m], await PointsAsync(id, "E0001"));
    }

    [Fact]
    public async Task What_a_judge_cleared_of_an_entry_that_was_sent_back_is_asked_about_and_counts_no_more()
    {
        var (id, token) = await SubmittedAsync("E0001", "E0002");
        await _world.ReturnAsync(id, Judge, "E0001");
        await _world.SaveAsync(token, "E0001", null, null, null);
        var asked = await Assert.ThrowsAsync<IncompleteSheetException>(() => _world.SubmitAsync(token));
        await _world.SubmitAsync(token, asked.Confirm);
        Assert.Null(await PointsAsync(id, "E0001"));
    }

    private async Task<(CycleId Id, string Token)> OpenedAsync(int entries)
    {
        var id = await _world.OpenAsync(Definition, entries);
        return (id, await _world.LinkAsync(id, Judge));
    }

    private async Task<(CycleId Id, string Token)> SubmittedAsync(params string[] entries)
    {
        var (id, token) = await OpenedAsync(entries.Length);
        foreach (var entry in entries)
        {
            await _world.SaveAsync(token, entry, "40", "20", "10");
        }
        await _world.SubmitAsync(token);
        return (id, token);
    }

    private Task SheetAsync(CycleId id, int points, params string[] entries) =>
        _world.UploadAsync(id, UploadKind.Scores, TestSheets.Scores(entries, Judge, points, points, points));

    private Task CorrectAsync(CycleId id, string entry, string points) =>
        _world.UploadAsync(id, UploadKind.Scores, System.Text.Encoding.UTF8.GetBytes($"entry_code,judge,criterion,score\n{entry},{Judge},A,{points}"));

    private Task<UnsubmittedSheetsException> AskedAsync(CycleId id) =>
        Assert.ThrowsAsync<UnsubmittedSheetsException>(
            () => _world.Get<JudgingClosing>().CloseAsync(id, confirm: null, countUnsubmitted: true, JudgingWorld.Officer, Cancelled));

    private async Task CloseAndCountAsync(CycleId id) =>
        await _world.Get<JudgingClosing>().CloseAsync(id, (await AskedAsync(id)).Confirm, countUnsubmitted: true, JudgingWorld.Officer, Cancelled);

    private async Task<IReadOnlyList<decimal?>?> PointsAsync(CycleId id, string entry) =>
        (await _world.Get<ScoreBooks>().OfAsync(await _world.Cycles.GetAsync(id, Cancelled), Cancelled))
            .Sheet(EntryCode.Parse(entry), JudgeName.Parse(Judge))?.Points;
}
