using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Records.Retention;
using AwardFlow.Storage;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Records;

/// <summary>An erasure of refused files never takes one that is being read at that moment and is taken.</summary>
public sealed class RefusedUploadsTests : IAsyncDisposable
{
    private static readonly CycleDefinition Definition = TestCycle.Definition with { Judges = [new Judge(JudgeName.Parse("กรรมการ ก"))] };

    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt.AddDays(-60));
    private readonly JudgingWorld _world;

    public RefusedUploadsTests() => _world = new JudgingWorld(_time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private RefusedUploads Refused => _world.Get<RefusedUploads>();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_file_that_is_being_read_is_not_among_the_refused_ones()
    {
        await _world.OpenAsync(Definition, 1);
        var listed = -1;
        _world.Faults.BeforeWrite = async name =>
        {
            if (name.EndsWith(".rows.csv", StringComparison.Ordinal))
            {
                await Refused.NoteAsync(Definition.Id, Cancelled);
                listed = (await Refused.ListAsync(Definition.Id, Cancelled)).Count;
            }
        };
        await _world.UploadAsync(Definition.Id, UploadKind.Scores, TestSheets.Scores(["E0001"], "กรรมการ ก"));
        Assert.Equal(0, listed);
    }

    [Fact]
    public async Task A_file_that_was_refused_long_ago_and_is_sent_again_and_taken_is_there_whatever_is_erased_meanwhile()
    {
        await _world.Cycles.CreateAsync(Definition, Cancelled);
        var sheet = TestSheets.Scores(["E0001"], "กรรมการ ก");
        using (var content = new MemoryStream(sheet))
        {
            // Its entry is not there yet.
            Assert.NotNull((await _world.Get<CycleCommands>()
                .UploadAsync(Definition.Id, UploadKind.Scores, new UploadedFile(content, null, JudgingWorld.Officer, new UploadOptions()), Cancelled)).Refused);
        }
        _time.Advance(TimeSpan.FromDays(31));
        await _world.UploadAsync(Definition.Id, UploadKind.Entries, TestSheets.Entries(["E0001"]));
        var old = await Refused.ListAsync(Definition.Id, Cancelled);
        Assert.Single(old);
        _world.Faults.BeforeWrite = async name =>
        {
            if (name.EndsWith(".rows.csv", StringComparison.Ordinal))
            {
                Assert.Empty(await Refused.ListAsync(Definition.Id, Cancelled));
                // What was listed just before.
                await Refused.EraseAsync(old, JudgingWorld.Officer, Cancelled);
            }
        };
        await _world.UploadAsync(Definition.Id, UploadKind.Scores, sheet);
        await AllAreThereAsync();
    }

    [Fact]
    public async Task What_a_judge_submits_is_there_whatever_is_erased_meanwhile()
    {
        await _world.OpenAsync(Definition, 1);
        var token = await _world.LinkAsync(Definition.Id, "กรรมการ ก");
        await _world.SaveAsync(token, "E0001", "40", "20", "10");
        _world.Faults.AfterCommit = async (partition, changes) =>
        {
            if (changes.Any(change => change.Key.StartsWith(Upload.RowPrefix, StringComparison.Ordinal)))
            {
                _world.Faults.AfterCommit = null;
                // As an erasure that had begun before the submission was taken.
                await foreach (var blob in _world.Storage.Uploads.ListAsync($"{partition}/", Cancelled)
                    .Where(blob => blob.Name.EndsWith(".csv", StringComparison.Ordinal)))
                {
                    await _world.Storage.Uploads.DeleteAsync(blob.Name, Cancelled);
                }
            }
        };
        var upload = await _world.SubmitAsync(token);
        Assert.Null(_world.Faults.AfterCommit);
        foreach (var blob in new[] { upload.SourceBlob, upload.RowsBlob })
        {
            Assert.Contains("กรรมการ ก", (await _world.Storage.Uploads.GetAsync($"{Definition.Id}/{blob}", Cancelled)).ToString(), StringComparison.Ordinal);
        }
    }

    private async Task AllAreThereAsync()
    {
        await foreach (var upload in _world.Storage.Rows.ListAsync<Upload>(Definition.Id.Text, RowRange.Prefix(Upload.RowPrefix), Cancelled))
        {
            Assert.True(await _world.Storage.Uploads.ExistsAsync($"{Definition.Id}/{upload.SourceBlob}", Cancelled), $"{upload.Kind}: the file");
            Assert.True(await _world.Storage.Uploads.ExistsAsync($"{Definition.Id}/{upload.RowsBlob}", Cancelled), $"{upload.Kind}: its rows");
        }
    }
}
