using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Scoring;
using AwardFlow.Trail;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Intake.Judging;

/// <summary>What judges submit counts as a sheet does, and what is not submitted counts for nothing.</summary>
public sealed class JudgeSubmissionsTests : IAsyncDisposable
{
    private static readonly JudgeName[] Judges = [JudgeName.Parse("กรรมการ ก"), JudgeName.Parse("กรรมการ ข")];
    private static readonly CycleDefinition Definition = TestCycle.Definition with { Judges = [.. Judges.Select(name => new Judge(name))] };

    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt.AddDays(-7));
    private readonly JudgingWorld _world;

    public JudgeSubmissionsTests() => _world = new JudgingWorld(_time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task What_is_typed_counts_only_when_it_is_submitted()
    {
        var (id, token) = await ScoredAsync(1);
        Assert.Null(await AverageAsync(id, "E0001"));
        await _world.SubmitAsync(token);
        Assert.Equal(70, await AverageAsync(id, "E0001"));
    }

    [Fact]
    public async Task A_submission_is_evidence_and_the_same_scores_are_the_same_file()
    {
        var (id, token) = await ScoredAsync(2);
        var first = await _world.SubmitAsync(token);
        var file = (await _world.Storage.Uploads.FindAsync($"{id}/{first.SourceBlob}", Cancelled))!;
        Assert.Equal(first.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.ToMemory().Span)));
        await _world.TakeBackAsync(token);
        await _world.SaveAsync(token, "E0001", "40.00", "20", "10.0");
        Assert.Equal(first.SourceBlob, (await _world.SubmitAsync(token)).SourceBlob);
    }

    [Fact]
    public async Task An_undo_by_the_office_opens_the_sheet_again()
    {
        var (id, token) = await ScoredAsync(1);
        var upload = await _world.SubmitAsync(token);
        await _world.Get<CycleCommands>().UndoAsync(id, upload.Number, JudgingWorld.Officer, Cancelled);
        Assert.Equal(SheetState.Open, (await OpenAsync(token)).State);
        Assert.Null(await AverageAsync(id, "E0001"));
        await _world.SubmitAsync(token);
        Assert.Equal(70, await AverageAsync(id, "E0001"));
    }

    [Fact]
    public async Task Submitting_twice_is_refused_and_takes_nothing_in()
    {
        var (id, token) = await ScoredAsync(1);
        await _world.SubmitAsync(token);
        await Assert.ThrowsAsync<CycleConflictException>(() => _world.SubmitAsync(token));
        Assert.Equal(2, (await _world.Cycles.GetAsync(id, Cancelled)).Uploads);
    }

    [Fact]
    public async Task What_was_saved_since_the_page_showed_the_sheet_is_not_submitted_unseen()
    {
        var (_, token) = await ScoredAsync(2);
        var shown = await OpenAsync(token);
        await _world.SaveAsync(token, "E0002", "1", "1", "1");
        await Assert.ThrowsAsync<DraftChangedException>(() =>
            _world.Commands.SubmitAsync(
                shown, UploadSource.Page, shown.Tag, confirm: null, overSheets: false, JudgingCommands.ActorOf(shown, from: null), Cancelled));
    }

    [Fact]
    public async Task An_entry_that_is_sent_back_opens_alone_keeps_its_score_and_is_answered_by_the_next_submission()
    {
        var (id, token) = await ScoredAsync(2);
        await _world.SubmitAsync(token);
        await _world.Commands.ReturnAsync(
            await OpenAsync(token), EntryCode.Parse("E0001"), "เหตุใดจึงให้ข้อ A เพียงเท่านี้", new Actor("key:chair", "ประธาน", null), Cancelled);
        Assert.Equal(70, await AverageAsync(id, "E0001"));
        await Assert.ThrowsAsync<CycleConflictException>(() => _world.SaveAsync(token, "E0002", "1", "1", "1"));
        await _world.SaveAsync(token, "E0001", "45", "20", "10");
        Assert.Equal(70, await AverageAsync(id, "E0001"));
        var again = await _world.SubmitAsync(token);
        Assert.Equal((2, 75m, 70m), (again.Replaces, await AverageAsync(id, "E0001"), await AverageAsync(id, "E0002")));
        await Assert.ThrowsAsync<CycleConflictException>(() => _world.SaveAsync(token, "E0001", "1", "1", "1"));
        var effect = await _world.Get<UploadEffects>().OfAsync(await _world.Cycles.GetAsync(id, Cancelled), again.Number, Cancelled);
        Assert.Equal(("E0001", 40m, 45m), Assert.Single(effect.Scores) is var change ? (change.EntryCode.Text, change.Before, change.After) : default);
    }

    [Fact]
    public async Task Scores_that_the_definition_takes_no_more_are_not_submitted()
    {
        var (id, token) = await ScoredAsync(1);
        var narrower = Definition with { Rubric = [new Category("1", "ปัญหา", [new Criterion("A", "ตรงประเด็น", 30)]), Definition.Rubric[1]] };
        var asked = (await _world.Get<DefinitionCommands>().PutAsync(narrower, new DefinitionPut(JudgingWorld.Officer), Cancelled)).ToConfirm!;
        await _world.Get<DefinitionCommands>().PutAsync(narrower, new DefinitionPut(JudgingWorld.Officer) { Confirm = asked.Confirm }, Cancelled);
        var incomplete = await Assert.ThrowsAsync<IncompleteSheetException>(() => _world.SubmitAsync(token));
        Assert.Equal(["E0001"], incomplete.Doubts.Incomplete.Select(code => code.Text));
        Assert.Equal(2, (await _world.SubmitAsync(token, incomplete.Confirm)).Rows);
        Assert.Null(await AverageAsync(id, "E0001"));
    }

    [Fact]
    public async Task A_comment_for_the_whole_stands_with_the_last_criterion()
    {
        var id = await _world.OpenAsync(Definition, 1);
        var token = await _world.LinkAsync(id, Judges[0].Text);
        var sitting = await OpenAsync(token);
        var typed = JudgingWorld.Typed("40", "20", "10") with
        {
            Comments = new Dictionary<string, string?>(StringComparer.Ordinal) { ["A"] = "ดี", ["C"] = "ใช้ได้จริง" },
            Comment = "โดยรวมดีมาก",
        };
        await _world.Desk.SaveAsync(sitting, EntryCode.Parse("E0001"), typed, await _world.TagAsync(sitting, "E0001"), typedBy: null, Cancelled);
        await _world.SubmitAsync(token);
        var book = await _world.Get<ScoreBooks>().OfAsync(await _world.Cycles.GetAsync(id, Cancelled), Cancelled);
        Assert.Equal(
            ["ดี", "", "ใช้ได้จริง\nโดยรวมดีมาก"],
            Definition.Criteria().Select(criterion => criterion.Code).Select(criterion => book.Comment(EntryCode.Parse("E0001"), Judges[0], criterion)));
    }

    [Fact]
    public async Task Closing_asks_who_has_not_submitted_and_counts_what_is_typed_only_when_told_to()
    {
        var (id, token) = await ScoredAsync(2);
        var other = await _world.LinkAsync(id, Judges[1].Text);
        await _world.SaveAsync(other, "E0001", "30", "20", "10");
        await _world.SubmitAsync(token);
        var asked = await Assert.ThrowsAsync<UnsubmittedSheetsException>(() => CloseAsync(id));
        Assert.Equal(new UnsubmittedSheet(Judges[1], 0, 1, 2, Typed: true) { Owed = 2 }, Assert.Single(asked.Sheets));
        await Assert.ThrowsAsync<UnsubmittedSheetsException>(() => CloseAsync(id, "0000000000000000", count: true));
        Assert.Null((await _world.Cycles.GetAsync(id, Cancelled)).CloseRequestedAt);
        await CloseAsync(id, asked.Confirm, count: true);
        var cycle = await _world.Cycles.GetAsync(id, Cancelled);
        Assert.NotNull(cycle.CloseRequestedAt);
        var late = (await _world.Get<AcceptedRows>().HistoryAsync(cycle, Cancelled))[^1];
        Assert.Equal((UploadSource.Unsubmitted, "malee", Judges[1]), (late.Source, late.By, late.Judge));
        Assert.Equal(65, await AverageAsync(id, "E0001"));
    }

    [Fact]
    public async Task Closing_without_what_is_typed_leaves_it_out()
    {
        var (id, token) = await ScoredAsync(1);
        await _world.SubmitAsync(token);
        await _world.SaveAsync(await _world.LinkAsync(id, Judges[1].Text), "E0001", "10", "10", "10");
        var asked = await Assert.ThrowsAsync<UnsubmittedSheetsException>(() => CloseAsync(id));
        await CloseAsync(id, asked.Confirm);
        Assert.Equal(70, await AverageAsync(id, "E0001"));
    }

    [Fact]
    public async Task Closing_counts_what_came_on_paper_only_with_its_scan_and_the_trail_says_who_typed_it()
    {
        var id = await _world.OpenAsync(Definition, 1);
        await TypeAsync(id, "E0001", "40", "20", "10");
        var asked = await Assert.ThrowsAsync<UnsubmittedSheetsException>(() => CloseAsync(id));
        Assert.Contains(
            "สแกน", (await Assert.ThrowsAsync<CycleConflictException>(() => CloseAsync(id, asked.Confirm, count: true))).Text.Thai, StringComparison.Ordinal);
        Assert.Null((await _world.Cycles.GetAsync(id, Cancelled)).CloseRequestedAt);
        var scan = (await KeepAsync(id, "application/pdf", "%PDF-1.7 scores"u8.ToArray()))!;
        await CloseAsync(id, asked.Confirm, count: true);
        Assert.Equal(70, await AverageAsync(id, "E0001"));
        Assert.Equal(("malee: E0001", scan.Sha256), await TypedAsync(id));
    }

    [Fact]
    public async Task What_a_judge_submits_of_what_the_office_typed_says_in_the_trail_who_typed_it()
    {
        var id = await _world.OpenAsync(Definition, 2);
        var token = await _world.LinkAsync(id, Judges[0].Text);
        await TypeAsync(id, "E0001", "40", "20", "10");
        await _world.SaveAsync(token, "E0002", "40", "20", "10");
        await _world.SubmitAsync(token);
        Assert.Equal(("malee: E0001", ""), await TypedAsync(id));
    }

    [Fact]
    public async Task Closing_does_not_count_what_a_judge_typed_before_a_sheet_that_came_later()
    {
        var (id, _) = await ScoredAsync(1);
        _time.Advance(TimeSpan.FromMinutes(1));
        await _world.UploadAsync(id, UploadKind.Scores, TestSheets.Scores(["E0001"], Judges[0].Text, a: 50));
        var before = await AverageAsync(id, "E0001");
        var asked = await Assert.ThrowsAsync<UnsubmittedSheetsException>(() => CloseAsync(id));
        Assert.Equal((Judges[1], false), (asked.Sheets.Single().Judge, asked.Sheets.Single().Typed));
        await CloseAsync(id, asked.Confirm, count: true);
        Assert.Equal((80m, 80m), (before, await AverageAsync(id, "E0001")));
    }

    [Fact]
    public async Task A_comment_that_letters_cannot_show_is_named_as_a_fault_of_the_comment()
    {
        var id = await _world.OpenAsync(Definition, 1);
        var sitting = await OpenAsync(await _world.LinkAsync(id, Judges[0].Text));
        var typed = JudgingWorld.Typed("40", "20", "10") with
        {
            Comments = new Dictionary<string, string?>(StringComparer.Ordinal) { ["A"] = "ดี\u0007" },
            Comment = "ดี\u0007",
        };
        var tag = await _world.TagAsync(sitting, "E0001");
        var refused = await Assert.ThrowsAsync<TypedScoresException>(
            () => _world.Desk.SaveAsync(sitting, EntryCode.Parse("E0001"), typed, tag, typedBy: null, Cancelled));
        Assert.Equal([("A", true), (null, true)], refused.Faults.Select(fault => (fault.Criterion, fault.IsComment)));
    }

    [Fact]
    public async Task A_cycle_that_no_judge_scores_on_a_page_closes_as_ever()
    {
        var id = await _world.OpenAsync(Definition, 1);
        await CloseAsync(id);
        Assert.NotNull((await _world.Cycles.GetAsync(id, Cancelled)).CloseRequestedAt);
    }

    [Fact]
    public async Task What_came_on_paper_is_typed_and_submitted_with_its_scan_and_marked_so()
    {
        var id = await _world.OpenAsync(Definition, 1);
        await TypeAsync(id, "E0001", "40", "20", "10");
        Assert.Contains("สแกน", (await Assert.ThrowsAsync<CycleConflictException>(() => SubmitPaperAsync(id))).Text.Thai, StringComparison.Ordinal);
        Assert.Null(await KeepAsync(id, "application/pdf", "<html>"u8.ToArray()));
        Assert.Null(await KeepAsync(id, "text/html", "%PDF-1.7"u8.ToArray()));
        var scan = (await KeepAsync(id, "application/pdf", "%PDF-1.7 scores"u8.ToArray()))!;
        Assert.Equal("%PDF-1.7 scores", (await _world.Storage.Uploads.FindAsync($"{id}/{scan.Blob}", Cancelled))!.ToString());
        var upload = await SubmitPaperAsync(id);
        Assert.Equal((UploadSource.Paper, Judges[0], 70m), (upload.Source, upload.Judge, await AverageAsync(id, "E0001")));
    }

    [Fact]
    public async Task What_a_judge_typed_is_not_replaced_from_paper_and_not_submitted_by_the_office()
    {
        var (id, _) = await ScoredAsync(1);
        await Assert.ThrowsAsync<CycleConflictException>(() => TypeAsync(id, "E0001", "1", "1", "1"));
        await KeepAsync(id, "application/pdf", "%PDF-1.7 scores"u8.ToArray());
        await Assert.ThrowsAsync<CycleConflictException>(() => SubmitPaperAsync(id));
    }

    [Fact]
    public async Task The_office_is_not_asked_about_an_entry_that_a_judge_declined()
    {
        var id = await _world.OpenAsync(TestCycle.Definition, 2);
        var token = await _world.LinkAsync(id, "กรรมการ ค");
        var sitting = await OpenAsync(token);
        await _world.Commands.DeclineAsync(sitting, EntryCode.Parse("E0002"), "เป็นญาติ", JudgingCommands.ActorOf(sitting, null), Cancelled);
        await _world.SaveAsync(token, "E0001", "40", "20", "10");
        var upload = await _world.SubmitAsync(token);
        Assert.Equal(3, upload.Rows);
        var board = await _world.Get<JudgeBoards>().OfAsync(id, Cancelled);
        Assert.Equal([CellState.Submitted, CellState.Recused], board.Judges.Single().Cells);
        Assert.Equal(1, board.Judges.Single().Of);
    }

    [Fact]
    public async Task Saves_and_submissions_at_once_lose_nothing_that_was_answered()
    {
        var (id, token) = await ScoredAsync(8);
        var answered = new System.Collections.Concurrent.ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(
            async () =>
            {
                try
                {
                    await _world.SaveAsync(token, $"E000{i}", $"{i}", "20", "10");
                    answered[$"E000{i}"] = $"{i}";
                }
                catch (CycleConflictException)
                {
                    // It came after the submission.
                }
            },
            Cancelled)).Append(Task.Run(
            async () =>
            {
                while (true)
                {
                    try
                    {
                        await _world.SubmitAsync(token);
                        return;
                    }
                    catch (DraftChangedException)
                    {
                        // Somebody saved meanwhile.
                    }
                }
            },
            Cancelled)));
        foreach (var (entry, points) in answered)
        {
            Assert.Equal(30 + decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture), await AverageAsync(id, entry));
        }
    }

    [Fact]
    public async Task Each_judge_has_the_entries_in_an_order_of_his_own_that_stays()
    {
        var id = await _world.OpenAsync(Definition with { Judging = new JudgingRules { Shuffled = true } }, 40);
        var orders = new List<string>();
        foreach (var judge in Judges)
        {
            var token = await _world.LinkAsync(id, judge.Text);
            orders.Add(string.Join(' ', (await OpenAsync(token)).Entries().Select(entry => entry.Code)));
            Assert.Equal(orders[^1], string.Join(' ', (await OpenAsync(await _world.LinkAsync(id, judge.Text))).Entries().Select(entry => entry.Code)));
        }
        Assert.NotEqual(orders[0], orders[1]);
        Assert.Equal(TestSheets.Codes(40), orders[0].Split(' ').Order(StringComparer.Ordinal));
    }

    private async Task<(CycleId Id, string Token)> ScoredAsync(int entries)
    {
        var id = await _world.OpenAsync(Definition, entries);
        var token = await _world.LinkAsync(id, Judges[0].Text);
        foreach (var code in TestSheets.Codes(entries))
        {
            await _world.SaveAsync(token, code, "40", "20", "10");
        }
        return (id, token);
    }

    private async Task<(string? TypedBy, string? Papers)> TypedAsync(CycleId id)
    {
        var line = (await new TrailReader(_world.Storage.Rows).PageAsync(id.Text, after: 0, 100, Cancelled))
            .Last(each => each.Line.Kind == TrailKind.ScoresUploaded);
        return (line.Values!.After!["typedBy"], line.Values.After["papers"]);
    }

    private async Task<JudgeSitting> OpenAsync(string token) => (await _world.Desk.OpenAsync(token, Cancelled))!;

    private Task<Cycle> CloseAsync(CycleId id, string? confirm = null, bool count = false) =>
        _world.Get<JudgingClosing>().CloseAsync(id, confirm, count, JudgingWorld.Officer, Cancelled);

    private async Task TypeAsync(CycleId id, string entry, params string[] points)
    {
        var sitting = await _world.Desk.OpenAsync(id, Judges[0].Text, Cancelled);
        await _world.Desk.SaveAsync(
            sitting, EntryCode.Parse(entry), JudgingWorld.Typed(points), await _world.TagAsync(sitting, entry), JudgingWorld.Officer, Cancelled);
    }

    private async Task<PaperScan?> KeepAsync(CycleId id, string type, byte[] scan) =>
        await _world.Commands.KeepAsync(
            await _world.Desk.OpenAsync(id, Judges[0].Text, Cancelled), type, BinaryData.FromBytes(scan), null, JudgingWorld.Officer, Cancelled);

    private async Task<Upload> SubmitPaperAsync(CycleId id) =>
        await _world.Commands.SubmitAsync(
            await _world.Desk.OpenAsync(id, Judges[0].Text, Cancelled), UploadSource.Paper,
            tag: null, confirm: null, overSheets: false, JudgingWorld.Officer, Cancelled);

    private async Task<decimal?> AverageAsync(CycleId id, string entry)
    {
        var book = await _world.Get<ScoreBooks>().OfAsync(await _world.Cycles.GetAsync(id, Cancelled), Cancelled);
        return book.Results(provisional: true).Entries.Single(result => result.Entry.Code.Text == entry).Average;
    }
}
