using System.Globalization;
using System.Text;
using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Thai;
using AwardFlow.Trail;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Web;

/// <summary>
/// Damaged uploads, as bodies and as forms with all that can be asked beside them, go through what answers them: each is
/// understood or refused in words, and nothing else. 200 in every run; AWARDFLOW_FUZZ says how many otherwise.
/// </summary>
public sealed class UploadFuzzTests : IDisposable
{
    private const int Usual = 200;

    private static readonly string[] Queries =
    [
        "", "?sheet=*", "?sheet=%00", "?judge=%E0%B8%81", "?judge=" + "%F0%9F%98%80%E2%80%AE",
        "?firstCode=LG-001", "?firstCode=999999999999", "?confirm=0123", "?sheet=%EF%BF%BD&judge=%20&firstCode=-",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("awardflow-fuzz-").FullName;

    [Fact]
    public async Task Damaged_uploads_are_understood_or_refused_in_words()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("AWARDFLOW_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? asked
            : Usual;
        var (intake, id) = await IntakeAsync();
        var (taken, refused) = (0, 0);
        for (var seed = 0; seed < count; seed++)
        {
            var (name, bytes) = DamagedFiles.Of(seed);
            try
            {
                _ = await IsTakenAsync(intake, id, seed, name, bytes) ? taken++ : refused++;
            }
            catch (Exception e) when (e is not RequestRefusedException)
            {
                throw new InvalidOperationException($"The upload of seed {seed}, once {name}, is neither understood nor refused.", e);
            }
            catch (RequestRefusedException e)
            {
                Assert.NotEmpty(e.Text.Thai);
                refused++;
            }
        }
        TestContext.Current.SendDiagnosticMessage($"{count} damaged uploads: {taken} understood, {refused} refused");
        Assert.True(taken > 0 && refused > 0, $"{taken} understood, {refused} refused");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<bool> IsTakenAsync(SheetIntake intake, CycleId id, int seed, string name, byte[] bytes)
    {
        var kind = name.Contains("entries", StringComparison.Ordinal) ? UploadKind.Entries : UploadKind.Scores;
        var file = await UploadBody.ReadAsync(Request(seed, bytes), TestContext.Current.CancellationToken);
        await using (file.Content)
        {
            var result = await intake.CheckAsync(id, kind, file, TestContext.Current.CancellationToken);
            if (result.Refused is { } why)
            {
                var problem = Refusals.Problem(why, Request(seed, []), Language.Thai);
                Assert.NotEmpty(problem.Detail!);
                JsonSerializer.Serialize(problem, AwardJson.Options);
                return false;
            }
            JsonSerializer.Serialize(UploadAnswer.Of(result.Accepted!, Language.Thai), AwardJson.Options);
            return true;
        }
    }

    private static HttpRequest Request(int seed, byte[] bytes)
    {
        var random = new Random(seed);
        var request = new DefaultHttpContext().Request;
        request.Method = "POST";
        request.Path = "/api/cycles/test-2564/scores";
        request.QueryString = new QueryString(Queries[random.Next(Queries.Length)]);
        if (random.Next(3) == 0)
        {
            request.ContentType = "multipart/form-data; boundary=x";
            byte[] form =
            [
                .. Encoding.UTF8.GetBytes("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../คะแนน\u202e.xlsx\"\r\n\r\n"),
                .. bytes,
                .. "\r\n--x--\r\n"u8,
            ];
            // Some are cut off on their way.
            request.Body = new MemoryStream(random.Next(4) == 0 ? form[..random.Next(form.Length)] : form);
        }
        else
        {
            request.ContentType = random.Next(2) == 0 ? "application/octet-stream" : "text/csv; charset=utf-8";
            request.Body = new MemoryStream(bytes);
        }
        return request;
    }

    private async Task<(SheetIntake Intake, CycleId Id)> IntakeAsync()
    {
        IStorage storage = EmbeddedStorage.Open(_folder);
        await storage.CreateAsync(TestContext.Current.CancellationToken);
        var (cycles, accepted, time) = (new CycleStore(storage), new AcceptedRows(storage), new FakeTimeProvider(TestCycle.ClosesAt.AddDays(-7)));
        var contexts = new SheetContexts(cycles, accepted, new ColumnMappings(storage, cycles, time), new ScoreBooks(cycles, accepted));
        var intake = new SheetIntake(storage, cycles, accepted, contexts, time);
        var cycle = await cycles.CreateAsync(TestCycle.Definition, TestContext.Current.CancellationToken);
        using var entries = new MemoryStream(TestSheets.Entries(["E1", "E2", "LG-007", "LG-012"]));
        Assert.NotNull((await intake.AcceptAsync(
            cycle.Id,
            UploadKind.Entries,
            new UploadedFile(entries, null, Actor.Named("test"), new UploadOptions()),
            TestContext.Current.CancellationToken)).Accepted);
        return (intake, cycle.Id);
    }
}
