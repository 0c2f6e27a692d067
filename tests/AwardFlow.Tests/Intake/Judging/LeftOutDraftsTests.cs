using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Records.Archive;
using AwardFlow.Storage;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Intake.Judging;

/// <summary>What was typed and is not in a submission that came after it is not submitted: it can be, and until then nobody reads it.</summary>
public sealed class LeftOutDraftsTests : IAsyncDisposable
{
    private static readonly JudgeName Judge = JudgeName.Parse("กรรมการ ก");
    private static readonly EntryCode Second = EntryCode.Parse("E0002");
    private static readonly CycleDefinition Definition = TestCycle.Definition with { Judges = [new Judge(Judge)] };

    private readonly JudgingWorld _world = new(new FakeTimeProvider(TestCycle.ClosesAt.AddDays(-7)));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("declined")]
    [InlineData("withdrawn for the judge")]
    [InlineData("withdrawn")]
    [InlineData("of interest")]
    public async Task An_entry_that_was_scored_and_left_out_of_a_submission_is_submitted_when_it_comes_back(string why)
    {
        var (id, token) = await ScoredAsync();
        await TakeOutAsync(id, token, why, isOut: true);
        Assert.Equal(3, (await _world.SubmitAsync(token)).Rows);
        Assert.True((await _world.ProgressAsync(id, Judge.Text)).IsHidden(Second));
        Assert.Equal(["41", ""], await ArchivedAsync(id));
        await TakeOutAsync(id, token, why, isOut: false);
        var back = await _world.ProgressAsync(id, Judge.Text);
        Assert.Equal((true, true, CellState.Complete), (back.IsHidden(Second), back.IsUnsubmitted(Second), back.CellOf(Second)));
        Assert.True((await Assert.ThrowsAsync<UnsubmittedSheetsException>(() =>
            _world.Get<JudgingClosing>().CloseAsync(id, confirm: null, countUnsubmitted: true, JudgingWorld.Officer, Cancelled))).Sheets.Single().Typed);
        Assert.Equal(6, (await _world.SubmitAsync(token)).Rows);
        var after = await _world.ProgressAsync(id, Judge.Text);
        Assert.Equal((false, CellState.Submitted), (after.IsHidden(Second), after.CellOf(Second)));
        Assert.Equal(["41", "42"], await ArchivedAsync(id));
    }

    [Fact]
    public async Task A_score_that_a_lower_maximum_left_out_is_submitted_when_the_maximum_is_raised_again()
    {
        var (id, token) = await ScoredAsync();
        var lower = Definition with
        {
            Rubric =
            [
                Definition.Rubric[0] with { Criteria = [Definition.Rubric[0].Criteria[0] with { Max = 41 }, .. Definition.Rubric[0].Criteria.Skip(1)] },
                .. Definition.Rubric.Skip(1),
            ],
        };
        await PutAsync(lower);
        var asked = await Assert.ThrowsAsync<IncompleteSheetException>(() => _world.SubmitAsync(token));
        Assert.Equal([Second], asked.Doubts.Incomplete);
        await _world.SubmitAsync(token, asked.Confirm);
        Assert.True((await _world.ProgressAsync(id, Judge.Text)).IsHidden(Second));
        await PutAsync(Definition);
        Assert.True((await _world.ProgressAsync(id, Judge.Text)).IsUnsubmitted(Second));
        Assert.Equal(6, (await _world.SubmitAsync(token)).Rows);
    }

    [Fact]
    public async Task What_a_judge_typed_and_a_sheet_overtook_stays_the_judge_s_own_though_the_judge_submits()
    {
        var (id, token) = await ScoredAsync();
        await _world.UploadAsync(id, UploadKind.Scores, TestSheets.Scores(["E0002"], Judge.Text, 10, 10, 10));
        Assert.Equal(3, (await _world.SubmitAsync(token)).Rows);
        Assert.True((await _world.ProgressAsync(id, Judge.Text)).IsHidden(Second));
        Assert.Equal(["41", ""], await ArchivedAsync(id));
    }

    private async Task<(CycleId Id, string Token)> ScoredAsync()
    {
        var id = await _world.OpenAsync(Definition, 2);
        var token = await _world.LinkAsync(id, Judge.Text);
        await _world.SaveAsync(token, "E0001", "41", "20", "10");
        await _world.SaveAsync(token, "E0002", "42", "20", "10");
        return (id, token);
    }

    private async Task TakeOutAsync(CycleId id, string token, string why, bool isOut)
    {
        var kind = isOut ? UploadKind.Withdrawal : UploadKind.Restoration;
        var sitting = (await _world.Desk.OpenAsync(token, Cancelled))!;
        var by = JudgingCommands.ActorOf(sitting, from: null);
        switch (why)
        {
            case "declined" when isOut: await _world.Commands.DeclineAsync(sitting, Second, "เป็นญาติ", by, Cancelled); break;
            case "declined": await _world.Commands.AcceptAsync(sitting, Second, by, Cancelled); break;
            case "of interest": await PutAsync(isOut ? Definition with { Judges = [new Judge(Judge) { MayNotScore = [Second] }] } : Definition); break;
            default:
                await _world.Get<CycleCommands>()
                .WithdrawAsync(id, kind, Second, why == "withdrawn" ? null : Judge, "ตรวจสอบ", JudgingWorld.Officer, Cancelled); break;
        }
    }

    private async Task PutAsync(CycleDefinition definition)
    {
        var commands = _world.Get<DefinitionCommands>();
        var asked = (await commands.PutAsync(definition, new DefinitionPut(JudgingWorld.Officer), Cancelled)).ToConfirm;
        await commands.PutAsync(definition, new DefinitionPut(JudgingWorld.Officer) { Confirm = asked?.Confirm }, Cancelled);
    }

    // The scores for A of both drafts in an archive.
    private async Task<IEnumerable<string>> ArchivedAsync(CycleId id)
    {
        using var snapshot = await CycleSnapshot.TakeAsync(_world.Storage, id, Cancelled);
        var drafts = await snapshot.Storage.Rows.ListAsync<ScoreDraft>(id.Text, RowRange.Prefix(ScoreDraft.RowPrefix), Cancelled).ToListAsync(Cancelled);
        return drafts.OrderBy(draft => draft.EntryCode.Text, StringComparer.Ordinal).Select(draft => draft.Scores.GetValueOrDefault("A", ""));
    }
}
