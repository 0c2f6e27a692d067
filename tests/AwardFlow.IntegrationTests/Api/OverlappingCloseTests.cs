using AwardFlow.Cycles;
using AwardFlow.Intake.Judging;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>A durable engine may run one closing twice at a time: the results that the cycle's row names stand.</summary>
public class OverlappingCloseTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public async Task A_closing_that_read_older_scores_changes_nothing_of_what_another_froze()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        var late = new InterruptedClock(TestCycle.ClosesAt, () => Task.Run(async () =>
        {
            await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], "ค", a: 49)));
            await CloseAsync(server, id, new InterruptedClock(TestCycle.ClosesAt, static () => { }));
        }).GetAwaiter().GetResult());

        Assert.Equal(new Closing(Closed: true, null, 1), await CloseAsync(server, id, late));

        Assert.Equal(73m, (decimal)(await server.Client.GetJsonAsync($"/api/cycles/{id}/results"))["entries"]![0]!["average"]!);
        var check = await server.Client.GetJsonAsync($"/api/cycles/{id}/snapshot");
        Assert.Equal((true, true), ((bool)check["hashesMatch"]!, (bool)check["resultsReproduced"]!));
        server.ComeToClosing();
        await server.DoneAsync("ReleaseLetters", id, "False");
        using var letter = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters/E0001"));
        Assert.Contains("๗๓.๐๐", letter.GetPage(1).Text, StringComparison.Ordinal);
    }

    private static Task<Closing> CloseAsync(LocalServer server, string id, TimeProvider time) => new ScoreClosing(
        server.Services.GetRequiredService<CycleStore>(), server.Services.GetRequiredService<ScoreBooks>(),
        server.Services.GetRequiredService<ResultsStore>(), server.Services.GetRequiredService<IApprovalRule>(),
        server.Services.GetRequiredService<UnsubmittedScores>(), server.Services.GetRequiredService<ClockWatch>(), time)
        .CloseAsync(CycleId.Parse(id), TestContext.Current.CancellationToken);

    // The step looks at the clock after it read the cycle's row: the first time, everything else happens meanwhile.
    private sealed class InterruptedClock(DateTimeOffset now, Action meanwhile) : TimeProvider
    {
        private Action? _meanwhile = meanwhile;

        public override DateTimeOffset GetUtcNow()
        {
            Interlocked.Exchange(ref _meanwhile, null)?.Invoke();
            return now;
        }
    }
}
