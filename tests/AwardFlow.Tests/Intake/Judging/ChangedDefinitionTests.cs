using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Scoring;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Intake.Judging;

/// <summary>A definition that is changed while judges score: no open page saves under other words, and what is typed is asked about.</summary>
public sealed class ChangedDefinitionTests : IAsyncDisposable
{
    private static readonly JudgeName[] Judges = [JudgeName.Parse("กรรมการ ก"), JudgeName.Parse("กรรมการ ข")];
    private static readonly CycleDefinition Definition = TestCycle.Definition with { Judges = [.. Judges.Select(name => new Judge(name))] };

    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt.AddDays(-7));
    private readonly JudgingWorld _world;

    public ChangedDefinitionTests() => _world = new JudgingWorld(_time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Changes => ["title", "maximum", "step", "weight", "removed", "added"];

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_page_from_before_a_change_of_the_criteria_saves_nothing_and_submits_nothing(string change)
    {
        var (id, token) = await TypedAsync();
        var shown = (await _world.Desk.OpenAsync(token, Cancelled))!;
        var tag = await _world.TagAsync(shown, "E0001");
        await PutAsync(Changed(change));
        var now = (await _world.Desk.OpenAsync(token, Cancelled))!;
        // The same content again, and another: neither is taken for what is asked now.
        foreach (var points in new[] { "40", "30" })
        {
            var refused = await Assert.ThrowsAsync<DraftChangedException>(
                () => _world.Desk.SaveAsync(now, EntryCode.Parse("E0001"), JudgingWorld.Typed(points, "20", "10"), tag, typedBy: null, Cancelled));
            Assert.True(refused.AreOtherWords);
            Assert.Equal("40", refused.Progress!.Draft(EntryCode.Parse("E0001")).Scores["A"]);
        }
        Assert.True((await Assert.ThrowsAsync<DraftChangedException>(() =>
            _world.Commands.SubmitAsync(
                shown, UploadSource.Page, shown.Tag, confirm: null, overSheets: false, JudgingCommands.ActorOf(shown, from: null), Cancelled))).AreOtherWords);
        // Whoever looks again may go on, and is told that it was typed under other words.
        var progress = await _world.ProgressAsync(id, Judges[0].Text);
        Assert.True(progress.Sitting.IsOfOtherWords(progress.Sitting.Find(EntryCode.Parse("E0001"))!, progress.Draft(EntryCode.Parse("E0001"))));
    }

    [Fact]
    public async Task What_was_scored_under_other_words_is_asked_about_when_it_is_submitted_and_not_where_the_judge_says_that_it_holds()
    {
        var (_, token) = await TypedAsync();
        await _world.SaveAsync(token, "E0002", "40", "20", "10");
        await PutAsync(Changed("title"));
        Assert.Equal(
            ["E0001", "E0002"],
            (await Assert.ThrowsAsync<IncompleteSheetException>(() => _world.SubmitAsync(token))).Doubts.OtherWords.Select(code => code.Text));
        Assert.Equal(2, (await Assert.ThrowsAsync<UnsubmittedSheetsException>(() =>
            _world.Get<JudgingClosing>()
                .CloseAsync(Definition.Id, confirm: null, countUnsubmitted: true, JudgingWorld.Officer, Cancelled))).Sheets[0].OtherWords);
        // The very same, sent again by a page that shows what is asked now.
        var sitting = await _world.SaveAsync(token, "E0001", "40", "20", "10");
        Assert.Equal(2, (await _world.Desk.DraftAsync(sitting, sitting.Find(EntryCode.Parse("E0001"))!, Cancelled)).Revision);
        Assert.Equal(["E0002"], (await _world.SubmitConfirmedAsync(token)).OtherWords.Select(code => code.Text));
    }

    [Fact]
    public async Task A_page_from_before_an_entry_became_another_work_saves_nothing()
    {
        var (id, token) = await TypedAsync();
        var tag = await _world.TagAsync((await _world.Desk.OpenAsync(token, Cancelled))!, "E0001");
        await _world.UploadAsync(
            id,
            UploadKind.Entries,
            System.Text.Encoding.UTF8.GetBytes(
                "entry_code,project,organisation,addressee,saraban_email,province\nE0001,งานอื่น,เทศบาลอื่น,นายก,saraban@other.example,ยะลา"));
        var now = (await _world.Desk.OpenAsync(token, Cancelled))!;
        await Assert.ThrowsAsync<DraftChangedException>(
            () => _world.Desk.SaveAsync(now, EntryCode.Parse("E0001"), JudgingWorld.Typed("1", "1", "1"), tag, typedBy: null, Cancelled));
    }

    [Fact]
    public async Task A_change_that_judges_are_not_asked_by_disturbs_no_page()
    {
        var (_, token) = await TypedAsync();
        var sitting = (await _world.Desk.OpenAsync(token, Cancelled))!;
        var tag = await _world.TagAsync(sitting, "E0001");
        Assert.Null(await AskedAsync(Definition with { Title = "รอบทดสอบใหม่", PassMark = 60 }));
        await _world.Desk.SaveAsync(
            (await _world.Desk.OpenAsync(token, Cancelled))!, EntryCode.Parse("E0001"), JudgingWorld.Typed("30", "20", "10"), tag, typedBy: null, Cancelled);
    }

    [Theory]
    [InlineData("removed", 1, ScoreMisfit.CriterionRemoved)]
    [InlineData("maximum", 1, ScoreMisfit.AboveMaximum)]
    [InlineData("step", 3, ScoreMisfit.OtherStep)]
    [InlineData("judge", 3, ScoreMisfit.JudgeRemoved)]
    [InlineData("conflict", 3, ScoreMisfit.MayNotScore)]
    public async Task What_is_typed_and_not_submitted_is_asked_about_before_it_counts_no_more(string change, int scores, ScoreMisfit why)
    {
        await TypedAsync();
        var asked = (await AskedAsync(Changed(change)))!;
        Assert.Equal((scores, 0), (asked.Typed!.Scores, asked.Dropped));
        Assert.Equal([why], asked.Typed.Why);
        Assert.Equal([Judges[0]], asked.Typed.Judges);
        await PutAsync(Changed(change), asked.Confirm);
    }

    [Fact]
    public async Task A_new_criterion_is_asked_about_where_judges_have_begun()
    {
        await TypedAsync();
        Assert.Equal((0, 1), (await AskedAsync(Changed("added")))!.Typed is { } typed ? (typed.Scores, typed.Incomplete) : default);
    }

    [Fact]
    public async Task Judges_who_go_on_typing_do_not_make_it_another_question_and_another_judge_does()
    {
        var (id, token) = await TypedAsync();
        var asked = (await AskedAsync(Changed("maximum")))!;
        await _world.SaveAsync(token, "E0002", "30", null, null);
        Assert.Equal(asked.Confirm, (await AskedAsync(Changed("maximum")))!.Confirm);
        await _world.SaveAsync(await _world.LinkAsync(id, Judges[1].Text), "E0001", "30", null, null);
        Assert.NotEqual(asked.Confirm, (await AskedAsync(Changed("maximum")))!.Confirm);
    }

    [Fact]
    public async Task What_the_office_is_told_is_the_same_whatever_a_judge_scored()
    {
        var (_, token) = await TypedAsync();
        var high = (await AskedAsync(Changed("maximum")))!;
        await _world.SaveAsync(token, "E0001", "1", "20", "10");
        var low = (await AskedAsync(Changed("maximum")))!;
        Assert.Equal((high.Typed!.Scores, high.Confirm), (low.Typed!.Scores, low.Confirm));
    }

    [Fact]
    public async Task A_judge_who_has_another_name_now_keeps_link_drafts_and_what_was_submitted()
    {
        var id = await _world.OpenAsync(Definition, 2);
        var token = await _world.LinkAsync(id, Judges[0].Text);
        await _world.SaveAsync(token, "E0001", "40", "20", "10");
        var asked = await Assert.ThrowsAsync<IncompleteSheetException>(() => _world.SubmitAsync(token));
        await _world.SubmitAsync(token, asked.Confirm);
        _time.Advance(TimeSpan.FromMinutes(1));
        await _world.SaveAsync(token, "E0002", "30", null, null);
        await _world.UploadAsync(id, UploadKind.Scores, TestSheets.Scores(["E0002"], Judges[1].Text));
        var name = JudgeName.Parse("ดร. ก้องเกียรติ");
        var renamed = Definition with { Judges = [new Judge(name) { Formerly = [Judges[0]] }, new Judge(Judges[1])] };
        Assert.Null(await AskedAsync(renamed));
        var progress = await _world.ProgressAsync(id, name.Text);
        Assert.Equal((name, "30"), (progress.Sitting.Judge, progress.Draft(EntryCode.Parse("E0002")).Scores["A"]));
        Assert.Equal([CellState.Submitted, CellState.Begun], (await _world.Get<JudgeBoards>().OfAsync(id, Cancelled)).Judges[0].Cells);
        await _world.SaveAsync(token, "E0002", "30", "20", "10");
        Assert.Equal((name, 6), await _world.SubmitAsync(token) is var again ? (again.Judge, again.Rows) : default);
        var book = await _world.Get<ScoreBooks>().OfAsync(await _world.Cycles.GetAsync(id, Cancelled), Cancelled);
        Assert.Equal([Judges[1], name], book.Sheets(EntryCode.Parse("E0002")).Select(sheet => sheet.Judge));
        Assert.Equal(70, book.Results(provisional: true).Entries.Single(result => result.Entry.Code.Text == "E0001").Average);
    }

    [Fact]
    public async Task A_former_name_that_is_taken_out_is_asked_about_and_breaks_no_board()
    {
        var name = JudgeName.Parse("ดร. ก้องเกียรติ");
        var renamed = Definition with { Judges = [new Judge(name) { Formerly = [Judges[0]] }, new Judge(Judges[1])] };
        var (id, token) = await TypedAsync();
        await PutAsync(renamed);
        await _world.SaveAsync(token, "E0002", "30", "20", "10");
        var without = renamed with { Judges = [new Judge(name), new Judge(Judges[1])] };
        var asked = (await AskedAsync(without))!;
        Assert.Equal((6, ScoreMisfit.JudgeRemoved), (asked.Typed!.Scores, asked.Typed.Why.Single()));
        await PutAsync(without, asked.Confirm);
        Assert.Null(await _world.Desk.OpenAsync(token, Cancelled));
        await _world.LinkAsync(id, name.Text);
        Assert.Equal([CellState.Empty, CellState.Empty], (await _world.Get<JudgeBoards>().OfAsync(id, Cancelled)).Judges[0].Cells);
        // Given back, all is there again.
        await PutAsync(renamed);
        Assert.Equal(2, (await _world.Get<JudgeBoards>().OfAsync(id, Cancelled)).Judges.Count);
    }

    [Fact]
    public void A_former_name_that_is_another_judge_s_is_refused()
    {
        var twice = Definition with { Judges = [new Judge(Judges[0]) { Formerly = [Judges[1]] }, new Judge(Judges[1])] };
        var json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(twice, AwardFlow.Storage.AwardJson.Options);
        Assert.Contains(
            Assert.Throws<InvalidDefinitionException>(() => CycleDefinitionReader.Read(json)).Faults, fault => fault.What.Code == "formerNameTwice");
    }

    private static CycleDefinition Changed(string change) => change switch
    {
        "title" => With(new Criterion("A", "เรื่องอื่น", 50)),
        "maximum" => With(new Criterion("A", "ตรงประเด็น", 45)),
        "weight" => With(new Criterion("A", "ตรงประเด็น", 50) { Weight = 2 }),
        "removed" => With(null),
        "step" => Definition with { Judging = new JudgingRules { Step = 0.5m } },
        "added" => Definition with { Rubric = [.. Definition.Rubric, new Category("9", "ความยั่งยืน", [new Criterion("D", "ยั่งยืน", 10)])] },
        "judge" => Definition with { Judges = [new Judge(Judges[1])] },
        "conflict" => Definition with { Judges = [new Judge(Judges[0]) { MayNotScore = [EntryCode.Parse("E0001")] }, new Judge(Judges[1])] },
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private static CycleDefinition With(Criterion? first) => Definition with
    {
        Rubric = [.. Definition.Rubric.Select(
            category => category with { Criteria = [.. category.Criteria.Select(criterion => criterion.Code == "A" ? first : criterion).OfType<Criterion>()] })
            .Where(category => category.Criteria.Count > 0)],
        PassMark = 0,
    };

    private async Task<(CycleId Id, string Token)> TypedAsync()
    {
        var id = await _world.OpenAsync(Definition, 2);
        var token = await _world.LinkAsync(id, Judges[0].Text);
        await _world.SaveAsync(token, "E0001", "40", "20", "10");
        return (id, token);
    }

    // Asked, and left as it is.
    private async Task<DefinitionEffect?> AskedAsync(CycleDefinition definition) =>
        (await _world.Get<DefinitionCommands>().PutAsync(definition, new DefinitionPut(JudgingWorld.Officer), Cancelled)).ToConfirm;

    private async Task PutAsync(CycleDefinition definition, string? confirm = null)
    {
        confirm ??= (await AskedAsync(definition))?.Confirm;
        Assert.Null(
            (await _world.Get<DefinitionCommands>().PutAsync(definition, new DefinitionPut(JudgingWorld.Officer) { Confirm = confirm }, Cancelled)).ToConfirm);
    }
}
