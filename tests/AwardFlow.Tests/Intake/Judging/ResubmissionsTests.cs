using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Intake.Judging;

/// <summary>A judge who submits anew takes the place of what was submitted before: an undo gives it back, a take-back takes all.</summary>
public sealed class ResubmissionsTests : IAsyncDisposable
{
    private const string Judge = "กรรมการ ก";
    private static readonly CycleDefinition Definition = TestCycle.Definition with { Judges = [new Judge(JudgeName.Parse(Judge))] };

    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt.AddDays(-7));
    private readonly JudgingWorld _world;

    public ResubmissionsTests() => _world = new JudgingWorld(_time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_undo_by_the_office_brings_the_earlier_submission_back()
    {
        var (id, _, again) = await ResubmittedAsync();
        Assert.Equal(75, await AverageAsync(id));
        await UndoAsync(id, again.Number);
        Assert.Equal(70, await AverageAsync(id));
        Assert.Equal(1, (await _world.Cycles.GetAsync(id, Cancelled)).ScoreSheets);
        // The difference that the history tells is of both.
        var effect = await _world.Get<UploadEffects>().OfAsync(await _world.Cycles.GetAsync(id, Cancelled), 4, Cancelled);
        Assert.Equal((45m, 40m), Assert.Single(effect.Scores) is var change ? (change.Before, change.After) : default);
    }

    [Fact]
    public async Task Undone_to_the_first_nothing_is_left_and_each_is_undone_once()
    {
        var (id, _, again) = await ResubmittedAsync();
        Assert.Contains(
            $"submission {again.Number} ", (await Assert.ThrowsAsync<CycleConflictException>(() => UndoAsync(id, 2))).Text.English, StringComparison.Ordinal);
        await UndoAsync(id, again.Number);
        await Assert.ThrowsAsync<CycleConflictException>(() => UndoAsync(id, again.Number));
        await UndoAsync(id, 2);
        Assert.Null(await AverageAsync(id));
        Assert.Equal(0, (await _world.Cycles.GetAsync(id, Cancelled)).ScoreSheets);
    }

    [Fact]
    public async Task A_take_back_removes_all_that_the_judge_submitted()
    {
        var (id, token, again) = await ResubmittedAsync();
        await _world.TakeBackAsync(token);
        Assert.Null(await AverageAsync(id));
        Assert.Equal(SheetState.Open, (await _world.Desk.OpenAsync(token, Cancelled))!.State);
        await Assert.ThrowsAsync<CycleConflictException>(() => UndoAsync(id, 2));
        await Assert.ThrowsAsync<CycleConflictException>(() => UndoAsync(id, again.Number));
        var next = await _world.SubmitAsync(token);
        Assert.Equal((null, 75m), (next.Replaces, await AverageAsync(id)));
    }

    [Fact]
    public async Task Three_submissions_are_given_back_one_after_the_other()
    {
        var (id, token, second) = await ResubmittedAsync();
        var third = await AgainAsync(id, token, "50");
        Assert.Equal((second.Number, 80m), (third.Replaces, await AverageAsync(id)));
        await UndoAsync(id, third.Number);
        Assert.Equal(75, await AverageAsync(id));
        await UndoAsync(id, second.Number);
        Assert.Equal(70, await AverageAsync(id));
        await _world.TakeBackAsync(token);
        Assert.Null(await AverageAsync(id));
    }

    [Fact]
    public void What_an_earlier_version_stored_takes_the_place_for_good()
    {
        Upload[] stored =
        [
            Row(1, UploadKind.Entries),
            Row(2, UploadKind.Scores) with { Source = UploadSource.Page },
            Row(3, UploadKind.Scores) with { Source = UploadSource.Page, Undoes = 2 },
            Row(4, UploadKind.Undo) with { Undoes = 3 },
        ];
        Assert.Equal([1, 3], AcceptedRows.Counting(stored[..3]).Select(upload => upload.Number));
        Assert.Equal([1], AcceptedRows.Counting(stored).Select(upload => upload.Number));
        Assert.Equal((3, 4), (UploadEnds.Of(stored)[2], UploadEnds.Of(stored)[3]));
        var read = System.Text.Json.JsonSerializer.Deserialize<Upload>("""{"number":3,"kind":"scores","source":"page","undoes":2}""", AwardJson.Own)!;
        Assert.Equal((2, null), (read.TakesPlaceOf, read.Replaces));
    }

    [Fact]
    public async Task What_is_submitted_counts_as_a_whole_over_a_sheet_before_it_and_an_undo_lets_the_sheet_count_again()
    {
        var id = await _world.OpenAsync(Definition, 2);
        await _world.UploadAsync(id, UploadKind.Scores, TestSheets.Scores(["E0001", "E0002"], Judge, 10, 10, 10));
        var token = await _world.LinkAsync(id, Judge);
        await _world.SaveAsync(token, "E0001", "40", null, "10");
        var asked = await Assert.ThrowsAsync<IncompleteSheetException>(() => _world.SubmitAsync(token));
        // The entry that the page leaves blank altogether has the sheet's scores, and lacks nothing.
        Assert.Equal(["E0001"], asked.Doubts.Incomplete.Select(code => code.Text));
        var page = await _world.SubmitAsync(token, asked.Confirm);
        var book = await BookAsync(id);
        Assert.Equal([40m, null, 10m], book.Sheet(EntryCode.Parse("E0001"), JudgeName.Parse(Judge))!.Points);
        Assert.Equal(5, book.Count);
        Assert.Equal((null, 30m), (await AverageAsync(id), await AverageAsync(id, "E0002")));
        var effect = await _world.Get<UploadEffects>().OfAsync(await _world.Cycles.GetAsync(id, Cancelled), page.Number, Cancelled);
        Assert.Equal([("A", 10m, 40m), ("B", 10m, null)], effect.Scores.Select(change => (change.Criterion, change.Before, change.After)));
        await UndoAsync(id, page.Number);
        Assert.Equal(30, await AverageAsync(id));
    }

    [Fact]
    public async Task A_sheet_after_a_page_counts_score_by_score_and_says_which_submission_it_comes_after()
    {
        var (id, _, again) = await ResubmittedAsync();
        using var sheet = new MemoryStream("entry_code,judge,criterion,score\nE0001,กรรมการ ก,A,50"u8.ToArray());
        var answer = await _world.Get<CycleCommands>()
            .UploadAsync(id, UploadKind.Scores, new UploadedFile(sheet, null, JudgingWorld.Officer, new UploadOptions()), Cancelled);
        Assert.Equal((again.Number, 1), answer.Accepted!.Changes.Judges.Single() is var judge ? (judge.Page, judge.Replaced) : default);
        Assert.Equal(80, await AverageAsync(id));
    }

    // Submitted, sent back, and submitted anew with five points more.
    private async Task<(CycleId Id, string Token, Upload Again)> ResubmittedAsync()
    {
        var id = await _world.OpenAsync(Definition, 1);
        var token = await _world.LinkAsync(id, Judge);
        await _world.SaveAsync(token, "E0001", "40", "20", "10");
        await _world.SubmitAsync(token);
        return (id, token, await AgainAsync(id, token, "45"));
    }

    private async Task<Upload> AgainAsync(CycleId id, string token, string points)
    {
        await _world.ReturnAsync(id, Judge, "E0001");
        await _world.SaveAsync(token, "E0001", points, "20", "10");
        return await _world.SubmitAsync(token);
    }

    private Task<Upload> UndoAsync(CycleId id, int number) => _world.Get<CycleCommands>().UndoAsync(id, number, JudgingWorld.Officer, Cancelled);

    private async Task<ScoreBook> BookAsync(CycleId id) => await _world.Get<ScoreBooks>().OfAsync(await _world.Cycles.GetAsync(id, Cancelled), Cancelled);

    private async Task<decimal?> AverageAsync(CycleId id, string entry = "E0001") =>
        (await BookAsync(id)).Results(provisional: true).Entries.Single(result => result.Entry.Code.Text == entry).Average;

    private static Upload Row(int number, UploadKind kind) =>
        new() { Number = number, Kind = kind, Judge = kind == UploadKind.Scores ? JudgeName.Parse(Judge) : null };
}
