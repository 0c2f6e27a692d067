using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Notices;
using AwardFlow.Storage;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Intake.Judging;

/// <summary>What a judge still owes is one thing: the board, reminders, the closing's question and the judge's page say the same.</summary>
public sealed class OwedScoresTests : IAsyncDisposable
{
    private static readonly JudgeName[] Judges = [JudgeName.Parse("กรรมการ ก"), JudgeName.Parse("กรรมการ ข")];
    private static readonly CycleDefinition Definition =
        TestCycle.Definition with { Judges = [.. Judges.Select(name => new Judge(name) { Email = "judge@committee.example" })] };

    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt.AddDays(-7));
    private readonly JudgingWorld _world;

    public OwedScoresTests() => _world = new JudgingWorld(_time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_judge_who_submitted_all_owes_nothing()
    {
        var (id, _) = await SubmittedAsync(2);
        await AllSayAsync(id, owed: 0, CellState.Submitted, CellState.Submitted);
    }

    [Fact]
    public async Task An_entry_that_is_added_after_a_submission_is_owed_and_can_be_scored_while_the_rest_stays_frozen()
    {
        var (id, token) = await SubmittedAsync(1);
        await _world.UploadAsync(id, UploadKind.Entries, TestSheets.Entries(TestSheets.Codes(2)));
        await AllSayAsync(id, owed: 1, CellState.Submitted, CellState.Empty);
        await Assert.ThrowsAsync<CycleConflictException>(() => _world.SaveAsync(token, "E0001", "1", "1", "1"));
        await Assert.ThrowsAsync<CycleConflictException>(() => _world.SubmitAsync(token));
        // In the same moment: what came first is known without the clock.
        await _world.SaveAsync(token, "E0002", "30", "20", "10");
        await AllSayAsync(id, owed: 1, CellState.Submitted, CellState.Complete);
        var again = await _world.SubmitAsync(token);
        Assert.Equal((6, 2), (again.Rows, again.Replaces));
        await AllSayAsync(id, owed: 0, CellState.Submitted, CellState.Submitted);
    }

    [Fact]
    public async Task An_entry_that_was_sent_back_is_owed_and_not_done_until_it_is_answered_even_unchanged()
    {
        var (id, token) = await SubmittedAsync(2);
        await _world.ReturnAsync(id, Judges[0].Text, "E0001");
        await AllSayAsync(id, owed: 1, CellState.Returned, CellState.Submitted);
        Assert.Equal(1, (await RowAsync(id)).Complete);
        Assert.Equal([EntryCode.Parse("E0001")], (await _world.SubmitConfirmedAsync(token)).Unanswered);
        await AllSayAsync(id, owed: 0, CellState.Submitted, CellState.Submitted);
    }

    [Fact]
    public async Task A_question_that_was_answered_does_not_come_back_when_the_judge_takes_the_answer_back()
    {
        var (id, token) = await SubmittedAsync(1);
        await _world.ReturnAsync(id, Judges[0].Text, "E0001");
        Later();
        await _world.SaveAsync(token, "E0001", "45", "20", "10");
        await _world.SubmitAsync(token);
        await _world.TakeBackAsync(token);
        await AllSayAsync(id, owed: 1, CellState.Complete);
        Assert.Equal(DraftState.Complete, (await _world.ProgressAsync(id, Judges[0].Text)).StateOf(EntryCode.Parse("E0001")));
    }

    [Fact]
    public async Task A_judge_who_scored_by_sheet_owes_nothing_and_is_not_reminded()
    {
        var id = await _world.OpenAsync(Definition, 2);
        await _world.LinkAsync(id, Judges[0].Text);
        await _world.UploadAsync(id, UploadKind.Scores, TestSheets.Scores(["E0001", "E0002"], Judges[0].Text));
        await AllSayAsync(id, owed: 0, CellState.Sheet, CellState.Sheet);
        Assert.Equal(JudgesMailed.Why.ScoredBySheet, (await RemindAsync(id)).Skipped.Single().Because);
    }

    [Fact]
    public async Task What_a_judge_types_after_a_sheet_is_owed_until_it_is_submitted()
    {
        var id = await _world.OpenAsync(Definition, 1);
        var token = await _world.LinkAsync(id, Judges[0].Text);
        await _world.UploadAsync(id, UploadKind.Scores, TestSheets.Scores(["E0001"], Judges[0].Text));
        Later();
        await _world.SaveAsync(token, "E0001", "40", null, null);
        await AllSayAsync(id, owed: 1, CellState.Begun);
    }

    [Fact]
    public async Task A_new_criterion_is_owed_by_who_submitted_without_it()
    {
        var (id, token) = await SubmittedAsync(1);
        await PutAsync(Definition with { Rubric = [.. Definition.Rubric, new Category("9", "ความยั่งยืน", [new Criterion("D", "ยั่งยืน", 10)])] });
        await AllSayAsync(id, owed: 1, CellState.Begun);
        Later();
        var sitting = (await _world.Desk.OpenAsync(token, Cancelled))!;
        var typed = JudgingWorld.Typed("40", "20", "10") with
        {
            Scores = new Dictionary<string, string?>(StringComparer.Ordinal) { ["A"] = "40", ["B"] = "20", ["C"] = "10", ["D"] = "5" },
        };
        await _world.Desk.SaveAsync(sitting, EntryCode.Parse("E0001"), typed, await _world.TagAsync(sitting, "E0001"), typedBy: null, Cancelled);
        await _world.SubmitAsync(token);
        await AllSayAsync(id, owed: 0, CellState.Submitted);
    }

    [Fact]
    public async Task What_was_not_scored_when_a_judge_submitted_is_owed_and_is_not_submitted_twice()
    {
        var (id, token) = await ScoredAsync(2, scored: 1);
        var asked = await Assert.ThrowsAsync<IncompleteSheetException>(() => _world.SubmitAsync(token));
        await _world.SubmitAsync(token, asked.Confirm);
        await AllSayAsync(id, owed: 1, CellState.Submitted, CellState.Empty);
        await Assert.ThrowsAsync<CycleConflictException>(() => _world.SubmitAsync(token, asked.Confirm));
    }

    [Fact]
    public async Task A_reminder_that_waits_is_not_sent_to_who_has_submitted_meanwhile_nor_a_question_that_was_answered()
    {
        var (id, token) = await SubmittedAsync(1);
        await _world.ReturnAsync(id, Judges[0].Text, "E0001");
        var mails = _world.Get<JudgeMails>();
        var sitting = await _world.Desk.OpenAsync(id, Judges[0].Text, Cancelled);
        var notices = new[] { NoticeKind.JudgeReminder, NoticeKind.JudgeQuestion }
            .Select(kind => Notice.Of(id.Text, new NoticeOccasion(kind, "which"), "judge@committee.example", _time.GetUtcNow()) with
            {
                Judge = sitting.Judge,
                EntryCode = EntryCode.Parse("E0001"),
            }).ToList();
        foreach (var notice in notices)
        {
            Assert.True((await mails.LinkAsync(notice, Cancelled)).Holds);
        }
        await _world.SubmitConfirmedAsync(token);
        foreach (var notice in notices)
        {
            Assert.False((await mails.LinkAsync(notice, Cancelled)).Holds);
        }
    }

    [Theory]
    [InlineData(NoticeState.Waiting, false)]
    [InlineData(NoticeState.Sent, false)]
    [InlineData(NoticeState.Unknown, false)]
    [InlineData(NoticeState.Refused, true)]
    [InlineData(NoticeState.Overtaken, true)]
    public async Task A_judge_is_reminded_again_within_a_day_only_where_the_reminder_certainly_did_not_go_out(NoticeState became, bool again)
    {
        var (id, _) = await ScoredAsync(1, scored: 1);
        Assert.Equal([Judges[0]], (await RemindAsync(id)).Mailed);
        var notice = await _world.Storage.Rows.ListAsync<Notice>(id.Text, RowRange.Prefix(Notice.Prefix), Cancelled).SingleAsync(Cancelled);
        await _world.Storage.Rows.CommitAsync(id.Text, RowChange.Replace(notice with { State = became }), Cancelled);
        Later();
        Assert.Equal(again, (await RemindAsync(id)).Mailed.Count > 0);
    }

    // The board, the reminder, the closing's question and the judge's own page, of the first judge.
    private async Task AllSayAsync(CycleId id, int owed, params CellState[] cells)
    {
        var row = await RowAsync(id);
        Assert.Equal(cells, row.Cells);
        Assert.Equal(owed, row.Owed);
        Assert.Equal(owed, (await _world.ProgressAsync(id, Judges[0].Text)).Owed.Count());
        var asked = await Assert.ThrowsAsync<UnsubmittedSheetsException>(
            () => _world.Get<JudgingClosing>().CloseAsync(id, confirm: null, countUnsubmitted: false, JudgingWorld.Officer, Cancelled));
        Assert.Equal(owed, asked.Sheets.SingleOrDefault(sheet => sheet.Judge == Judges[0])?.Owed ?? 0);
        Later(TimeSpan.FromHours(25));
        Assert.Equal(owed > 0, (await RemindAsync(id)).Mailed.Contains(Judges[0]));
    }

    private async Task<JudgeBoard.Row> RowAsync(CycleId id) => (await _world.Get<JudgeBoards>().OfAsync(id, Cancelled)).Judges[0];

    private Task<JudgesMailed> RemindAsync(CycleId id) => _world.Get<JudgeMails>().RemindAsync(id, [Judges[0].Text], JudgingWorld.Officer, Cancelled);

    private async Task PutAsync(CycleDefinition definition)
    {
        var commands = _world.Get<DefinitionCommands>();
        var asked = (await commands.PutAsync(definition, new DefinitionPut(JudgingWorld.Officer), Cancelled)).ToConfirm;
        await commands.PutAsync(definition, new DefinitionPut(JudgingWorld.Officer) { Confirm = asked?.Confirm }, Cancelled);
    }

    private async Task<(CycleId Id, string Token)> SubmittedAsync(int entries)
    {
        var (id, token) = await ScoredAsync(entries, entries);
        await _world.SubmitAsync(token);
        return (id, token);
    }

    private async Task<(CycleId Id, string Token)> ScoredAsync(int entries, int scored)
    {
        var id = await _world.OpenAsync(Definition, entries);
        var token = await _world.LinkAsync(id, Judges[0].Text);
        foreach (var code in TestSheets.Codes(scored))
        {
            await _world.SaveAsync(token, code, "40", "20", "10");
        }
        return (id, token);
    }

    private void Later(TimeSpan? by = null) => _time.Advance(by ?? TimeSpan.FromMinutes(1));
}
