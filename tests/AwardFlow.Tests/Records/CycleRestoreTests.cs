using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Records;
using AwardFlow.Records.Archive;
using AwardFlow.Records.Restore;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Records;

/// <summary>What is brought from elsewhere mails nothing by itself, and stands in nobody's way.</summary>
public sealed class CycleRestoreTests : IDisposable
{
    private static readonly CycleId Id = TestCycle.Definition.Id;

    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt.AddDays(1));
    private readonly LedgerWorld _from;
    private readonly LedgerWorld _to;

    public CycleRestoreTests() => (_from, _to) = (new LedgerWorld(_time), new LedgerWorld(_time));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _from.Dispose();
        _to.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cycle_that_was_paused_already_is_paused_anew_and_says_that_it_is_a_copy(bool byApprover)
    {
        await PutAsync(cycle => cycle with
        {
            State = CycleState.Sending,
            Paused = new PersonsWord(_time.GetUtcNow(), "มาลี", "หยุดเพื่อจัดเก็บ"),
            PausedByApprover = byApprover,
        });
        Assert.True((await RestoreAsync()).IsPaused);

        var restored = await _to.Cycles.GetAsync(Id, Cancelled);
        Assert.Equal((byApprover, "ผู้กู้คืน"), (restored.PausedByApprover, restored.Paused!.By));
        Assert.Equal($"{RecordsTexts.PausedByRestore.Thai} (ก่อนหน้านี้ มาลี พักการดำเนินการไว้: หยุดเพื่อจัดเก็บ)", restored.Paused.Reason);
        var line = (await new TrailReader(_to.Storage.Rows).PageAsync(Id.Text, after: 0, 10, Cancelled))[^1];
        Assert.Equal((TrailKind.Paused, "abc"), (line.Line.Kind, line.Values!.After!["restoredFrom"]));
    }

    [Fact]
    public async Task A_copy_of_a_copy_says_it_once()
    {
        await PutAsync(cycle => cycle with { Paused = new PersonsWord(_time.GetUtcNow(), "local", RecordsTexts.PausedByRestore.Thai) });
        Assert.True((await RestoreAsync()).IsPaused);
        Assert.Equal(RecordsTexts.PausedByRestore.Thai, (await _to.Cycles.GetAsync(Id, Cancelled)).Paused!.Reason);
    }

    [Theory]
    [InlineData(CorrectionState.Sending, true)]
    [InlineData(CorrectionState.Sent, true)] // Its recipients are reminded.
    [InlineData(CorrectionState.Completed, false)]
    [InlineData(CorrectionState.Cancelled, false)]
    public async Task A_completed_cycle_is_paused_as_long_as_a_mail_may_go_out_about_a_correction(CorrectionState state, bool isPaused)
    {
        await PutAsync(cycle => cycle with { State = CycleState.Completed, CompletedAt = _time.GetUtcNow() });
        await _from.Storage.Rows.CommitAsync(
            Id.Text, RowChange.Add(new Correction { Partition = Id.Text, Key = Correction.KeyOf(1), State = state }), Cancelled);
        Assert.Equal(isPaused, (await RestoreAsync()).IsPaused);
    }

    [Theory]
    [InlineData(CycleState.Sending, true)]
    [InlineData(CycleState.Completed, false)]
    public async Task A_letter_that_waited_in_the_copy_goes_out_marked_as_one_that_may_have_gone_already(CycleState state, bool isMarked)
    {
        await PutAsync(cycle => cycle with { State = state, CompletedAt = state == CycleState.Completed ? _time.GetUtcNow() : null });
        await _from.EnterAsync(Id, page: 1, "E0001", "E0002");
        var sent = (await _from.Ledger.FindAsync(Id, EntryCode.Parse("E0002"), Cancelled))!;
        await _from.Storage.Rows.CommitAsync(Id.Text, RowChange.Put(sent with { State = DeliveryState.Accepted, AcceptedAt = _time.GetUtcNow() }), Cancelled);
        await RestoreAsync();
        var rows = await _to.Storage.Rows.ListAsync<LetterDelivery>(Id.Text, RowRange.Prefix(LetterDelivery.LetterPrefix), Cancelled).ToListAsync(Cancelled);
        Assert.Equal([("E0001", isMarked), ("E0002", false)], rows.Select(row => (row.EntryCode.Text, row.PossibleDuplicate)));
    }

    [Theory]
    [InlineData("d!x")]
    [InlineData("d!E0001!001!one")]
    [InlineData("d!!001!001")]
    [InlineData("r!E0001!001")]
    [InlineData("j!")]
    [InlineData("t!001")]
    [InlineData("correction!x")]
    [InlineData("round!x")]
    [InlineData("judging!x")]
    public async Task A_row_that_no_page_could_read_is_refused_and_nothing_is_there(string key)
    {
        await PutAsync(cycle => cycle);
        await _from.Storage.Rows.CommitAsync(Id.Text, RowChange.Put(key, "{}"), Cancelled);
        Assert.Contains(key, (await Assert.ThrowsAsync<RecordsException>(RestoreAsync)).Message, StringComparison.Ordinal);
        Assert.Empty(await _to.Cycles.ListAsync(Cancelled).ToListAsync(Cancelled));
    }

    [Theory]
    [InlineData("d!E0001!001!001", "{\"status\":null}")]
    [InlineData("upload-000001", "[]")]
    [InlineData("judge!abc", "no json")]
    public async Task A_row_that_is_no_such_record_is_refused(string key, string json)
    {
        await PutAsync(cycle => cycle);
        await _from.Storage.Rows.CommitAsync(Id.Text, RowChange.Put(key, json), Cancelled);
        Assert.Contains(key, (await Assert.ThrowsAsync<RecordsException>(RestoreAsync)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_its_definition_or_with_another_text_under_its_name_a_cycle_is_refused(bool isAltered)
    {
        await PutAsync(cycle => cycle);
        var name = $"{Id}/{(await _from.Cycles.GetAsync(Id, Cancelled)).DefinitionSha256}.json";
        await (isAltered
            ? _from.Storage.Uploads.WriteAsync(new NewBlob(name, BinaryData.FromString("{}"), "application/json"), Cancelled)
            : _from.Storage.Uploads.DeleteAsync(name, Cancelled));
        Assert.Contains(isAltered ? "altered" : "missing", (await Assert.ThrowsAsync<RecordsException>(RestoreAsync)).Message, StringComparison.Ordinal);
        Assert.Empty(await _to.Cycles.ListAsync(Cancelled).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_finished_cycle_comes_back_as_it_was_and_the_installation_tells_from_where()
    {
        await PutAsync(cycle => cycle with { State = CycleState.Completed, CompletedAt = _time.GetUtcNow() });
        Assert.False((await RestoreAsync()).IsPaused);
        Assert.Equal(
            (await _from.Storage.Rows.FindAsync(Id.Text, Cycle.Row, Cancelled))!.Json, (await _to.Storage.Rows.FindAsync(Id.Text, Cycle.Row, Cancelled))!.Json);
        var line = Assert.Single(await new TrailReader(_to.Storage.Rows).PageAsync(CycleTrails.Records, after: 0, 10, Cancelled));
        Assert.Equal(
            (TrailKind.RestoredFrom, Id.Text, "ผู้กู้คืน", "abc"), (line.Line.Kind, line.Line.Subject, line.Line.By!.Name, line.Values!.After!["sha256"]));
    }

    [Fact]
    public async Task Whoever_took_an_archive_or_half_of_one_is_told_and_the_last_whole_one_is_known()
    {
        var trail = new ArchiveTrail(_from.Storage, _time);
        Assert.Null(await trail.LastAsync(Id, Cancelled));
        await trail.TakenAsync(Id, "0123", Actor.Named("มาลี"));
        await trail.TakenAsync(Id, sha256: null, Actor.Named("สมชาย"));
        var last = await trail.LastAsync(Id, Cancelled);
        Assert.Equal(("0123", "มาลี", _time.GetUtcNow()), (last!.Sha256, last.By, last.At));
        var lines = await new TrailReader(_from.Storage.Rows).PageAsync(CycleTrails.Records, after: 0, 10, Cancelled);
        Assert.Equal(
            ["archived มาลี true", "archived สมชาย false"], lines.Select(line => $"{line.Line.Kind} {line.Line.By!.Name} {line.Values!.After!["whole"]}"));
    }

    [Fact]
    public async Task Results_and_pictures_that_the_row_names_must_be_there()
    {
        await PutAsync(cycle => cycle with { State = CycleState.Closed, ResultsSha256 = new string('a', 64), Pages = int.MaxValue, EmblemBlob = "emblem.png" });
        var faults = await new CycleCheck(_from.Storage, await _from.Cycles.GetAsync(Id, Cancelled)).OriginsAsync(Cancelled);
        Assert.Equal(["a picture", "the results"], faults.Select(fault => fault.Split(':')[0]));
    }

    private async Task PutAsync(Func<Cycle, Cycle> change)
    {
        await _from.Cycles.CreateAsync(TestCycle.Definition, Cancelled);
        await _from.Cycles.ChangeAsync(Id, cycle => change(cycle) with { Entries = 1 }, Cancelled);
    }

    private Task<RestoredCycle> RestoreAsync() =>
        new CycleRestore(_to.Storage, _time).RunAsync(_from.Storage, Id, new RestoreOrigin("abc", "2021-10-08T00:00:00Z"), Actor.Named("ผู้กู้คืน"), Cancelled);
}
