using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using MimeKit;
using UglyToad.PdfPig;

namespace AwardFlow.IntegrationTests.Commands;

/// <summary>The process is killed (SIGKILL) and started again on the same folder: nothing is lost and nothing doubled.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Entries = 130;
    private const string Id = "crash-2564";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("CloseScores of CycleRef { CycleId = crash-2564 } begins")]
    [InlineData("RenderPage of PageRef { CycleId = crash-2564, Page = 1 } begins")]
    [InlineData("RenderPage of PageRef { CycleId = crash-2564, Page = 2 }: 50")]
    [InlineData("FinishRendering of CycleRef { CycleId = crash-2564 } begins")]
    [InlineData("ReleaseLetters of CycleRef { CycleId = crash-2564 }: Release { Released = True")]
    [InlineData("SendPage of PageRef { CycleId = crash-2564, Page = 1 } begins")]
    [InlineData("SendPage of PageRef { CycleId = crash-2564, Page = 2 }: PageSent")]
    [InlineData("FinishSending of CycleRef { CycleId = crash-2564 } begins")]
    public async Task Killed_at_any_stage_it_ends_with_every_letter_once(string lastWords)
    {
        var codes = TestSheets.Codes(Entries);
        await using (var first = LocalProcess.Serve(_folder.Path))
        {
            using var client = new AwardFlowClient(await first.AddressAsync());
            var definition = TestCycle.Definition with { Id = CycleId.Parse(Id), ClosesAt = DateTimeOffset.UtcNow.AddDays(1) };
            await AwardFlowClient.SucceedAsync(await client.PutAsync(definition));
            await AwardFlowClient.SucceedAsync(await client.UploadAsync(Id, "entries", TestSheets.Entries(codes)));
            await AwardFlowClient.SucceedAsync(await client.UploadAsync(Id, "scores", TestSheets.Scores(codes, "ก")));
            var close = client.PostAsync($"/api/cycles/{Id}/close");
            if (!IsBeforeApproval(lastWords))
            {
                await AwardFlowClient.SucceedAsync(await close);
                await first.Output.WaitForAsync("ReleaseLetters", "Released = False");
                await client.ApproveAsync(Id);
            }
            await first.Output.WaitForAsync(lastWords);
            await first.KillAsync();
            await close.ContinueWith(_ => { }, TaskScheduler.Default);
        }
        await using var second = LocalProcess.Serve(_folder.Path);
        using var after = new AwardFlowClient(await second.AddressAsync());
        if (IsBeforeApproval(lastWords))
        {
            await AskForTheRestAsync(after, second);
        }
        // The last step may have been faster than the kill.
        if (await after.StateAsync(Id) != "sent")
        {
            await second.Output.WaitForAsync($"FinishSending of CycleRef {{ CycleId = {Id} }}: True");
        }
        await EveryLetterOnceAsync(after, codes);
        Assert.Equal(0, await second.InterruptAsync());
    }

    private static bool IsBeforeApproval(string lastWords) =>
        lastWords.StartsWith("CloseScores", StringComparison.Ordinal) || lastWords.StartsWith("RenderPage", StringComparison.Ordinal)
        || lastWords.StartsWith("FinishRendering", StringComparison.Ordinal);

    // The request to close may have been killed before it was stored; then it was never answered, and is made again.
    private static async Task AskForTheRestAsync(AwardFlowClient client, LocalProcess server)
    {
        if (await client.StateAsync(Id) == "open")
        {
            using var again = await client.PostAsync($"/api/cycles/{Id}/close");
        }
        await server.Output.WaitForAsync("ReleaseLetters", "Released = False");
        await client.ApproveAsync(Id);
    }

    private async Task EveryLetterOnceAsync(AwardFlowClient client, string[] codes)
    {
        var mails = Directory.GetFiles(_folder.Of("outbox")).Select(file => MimeMessage.Load(file)).ToList();
        Assert.Equal(
            codes.Select(code => $"saraban-{code.ToLowerInvariant()}@entrant.example"), mails.Select(mail => mail.To.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(codes.Length, mails.Select(mail => mail.MessageId).Distinct().Count());
        var deliveries = (await client.GetJsonAsync($"/api/cycles/{Id}/deliveries")).AsArray();
        Assert.Equal(codes, deliveries.Select(row => row!["entryCode"]!.GetValue<string>()));
        Assert.All(deliveries, row => Assert.Equal("accepted", row!["state"]!.GetValue<string>()));
        foreach (var code in codes.Where((_, i) => i % 40 == 0))
        {
            using var letter = PdfDocument.Open(await client.GetBytesAsync($"/api/cycles/{Id}/letters/{code}"));
            Assert.Contains($"นายกเทศมนตรีตำบลที่ {code}", letter.GetPage(1).Text, StringComparison.Ordinal);
            Assert.Contains("คะแนนเฉลี่ย ๗๐.๐๐", letter.GetPage(1).Text, StringComparison.Ordinal);
        }
    }
}
