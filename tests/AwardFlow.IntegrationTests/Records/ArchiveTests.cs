using System.IO.Compression;
using System.Net;
using System.Text;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Records;

/// <summary>The archive of a cycle: what people find in it, and how it is proved.</summary>
public sealed class ArchiveTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private static readonly Dictionary<string, string> NoSettings = [];

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Zip => _folder.Of("archive.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_has_everything_of_a_cycle_as_people_read_it_and_proves_itself()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 3);
        await server.Client.UploadAsync(id, "scores", "not,a,score sheet\n1,2,3\n"u8.ToArray());
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync(
            $"/api/cycles/{id}/deliveries/E0002/receipt", new { registerNumber = "2921", registeredAt = server.Time.GetUtcNow() }));
        await DownloadAsync(server, id);

        await using (var zip = await ZipFile.OpenReadAsync(Zip, Cancelled))
        {
            var names = zip.Entries.Select(entry => entry.FullName[$"{id}-archive/".Length..]).ToHashSet(StringComparer.Ordinal);
            Assert.Superset(
                new HashSet<string>(StringComparer.Ordinal)
                {
                    "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "data/README.txt",
                    "data/cycle.json", "data/definition.json", "data/definitions.csv", "data/uploads.csv",
                    "data/results.csv", "data/deliveries.csv", "data/journals.csv", "data/receipts.csv",
                    "data/trail.csv", "data/trail.jsonl", "data/storage/rows.jsonl",
                    "data/letters/E0003/letter.pdf", "data/letters/E0003/certificate.pdf", "data/letters/E0003/results.pdf", "data/mails/E0003/sending-1.eml",
                },
                names);
            Assert.Equal(6, names.Count(name => name.StartsWith("data/uploads/", StringComparison.Ordinal) && name.EndsWith(".csv", StringComparison.Ordinal)));
            Assert.Contains("E0002,2921,", Text(zip, id, "receipts.csv"), StringComparison.Ordinal);
            Assert.Contains("จดหมายเหตุ", Text(zip, id, "README.txt"), StringComparison.Ordinal);
            Assert.Equal(await server.Client.GetTextAsync($"/api/cycles/{id}/results.csv"), Text(zip, id, "results.csv").TrimStart('\uFEFF'));
        }

        // Who took it is told, by the hash that verify prints.
        var taken = (await server.Client.GetJsonAsync($"/api/cycles/{id}/retention"))["archive"]!;
        Assert.Contains(
            (await server.Client.GetJsonAsync("/api/records/trail"))["rows"]!.AsArray(),
            line => (string)line!["kind"]! == "archived" && (string)line["subject"]! == id && (string)line["after"]!["sha256"]! == (string)taken["sha256"]!);

        var (code, words) = await VerifyAsync();
        Assert.Equal(0, code);
        Assert.Contains((string)taken["sha256"]!, words, StringComparison.Ordinal);
        Assert.Matches("archive.zip: whole, \\d+ files", words);
        Assert.Matches($"{id}: whole, \\d+ lines, \\d+ rows compared", words);
    }

    [Fact]
    public async Task Mails_are_as_they_went_and_no_link_in_them_works()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 1);
        var sent = await MimeKit.MimeMessage.LoadAsync(server.MailsOf(id).Single(), Cancelled);
        await DownloadAsync(server, id);

        await using var zip = await ZipFile.OpenReadAsync(Zip, Cancelled);
        await using var content = await zip.GetEntry($"{id}-archive/data/mails/E0001/sending-1.eml")!.OpenAsync(Cancelled);
        var archived = await MimeKit.MimeMessage.LoadAsync(content, Cancelled);
        Assert.Equal(
            (sent.MessageId, sent.Date, sent.Subject, sent.To.ToString()), (archived.MessageId, archived.Date, archived.Subject, archived.To.ToString()));
        Assert.Equal(sent.Attachments.Select(part => part.ContentType.Name), archived.Attachments.Select(part => part.ContentType.Name));
        Assert.Contains("/r/", sent.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("/r/", archived.TextBody + archived.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("link-removed.invalid", archived.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_altered_byte_of_a_letter_is_found_by_its_name_without_any_storage()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 1);
        await DownloadAsync(server, id);
        await using (var zip = await ZipFile.OpenAsync(Zip, ZipArchiveMode.Update, Cancelled))
        {
            var letter = zip.GetEntry($"{id}-archive/data/letters/E0001/letter.pdf")!;
            await using var content = await letter.OpenAsync(Cancelled);
            content.Position = 100;
            content.WriteByte(0x55);
        }
        var (code, words) = await VerifyAsync();
        Assert.Equal(1, code);
        Assert.Contains("data/letters/E0001/letter.pdf: was altered", words, StringComparison.Ordinal);
        Assert.Contains("NOT WHOLE", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cycle_at_any_stage_has_an_archive_and_one_that_is_not_there_none()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var draft = (await AwardFlowClient.JsonAsync(
            await AwardFlowClient.SucceedAsync(await server.Client.PostAsync("/api/cycles", new { source = "blank" }))))["id"]!
            .GetValue<string>();
        var open = await server.OpenCycleAsync(entries: 1);
        foreach (var id in new[] { draft, open })
        {
            await DownloadAsync(server, id);
            Assert.Equal(0, (await VerifyAsync()).Code);
        }
        using var none = await server.Client.Http.GetAsync("/api/cycles/no-such-cycle/archive.zip", Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task The_command_writes_the_same_while_a_server_runs_on_the_folder()
    {
        using var storage = EmbeddedStorage.Open(_folder.Of("data"));
        await using var server = await LocalServer.StartAsync(storage);
        var id = await server.OpenCycleAsync(entries: 1);
        await using var archive = LocalProcess.Start(NoSettings, "archive", id, "--data", _folder.Of("data"), "--out", Zip);
        Assert.Equal((0, ""), (await archive.ExitAsync(), archive.Errors.All));
        Assert.Equal(0, (await VerifyAsync()).Code);
        await using var again = LocalProcess.Start(NoSettings, "archive", id, "--data", _folder.Of("data"), "--out", Zip);
        Assert.Equal(2, await again.ExitAsync());
    }

    private async Task DownloadAsync(LocalServer server, string id)
    {
        using var response = await AwardFlowClient.SucceedAsync(
            await server.Client.Http.GetAsync($"/api/cycles/{id}/archive.zip", HttpCompletionOption.ResponseHeadersRead, Cancelled));
        Assert.Equal("application/zip", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"{id}-archive.zip", response.Content.Headers.ContentDisposition!.FileName);
        await using var file = File.Create(Zip);
        await response.Content.CopyToAsync(file, Cancelled);
    }

    private async Task<(int Code, string Words)> VerifyAsync()
    {
        await using var verify = LocalProcess.Start(NoSettings, "verify", Zip);
        var code = await verify.ExitAsync();
        return (code, $"{verify.Output.All}\n{verify.Errors.All}");
    }

    private static string Text(ZipArchive zip, string id, string name)
    {
        using var text = new StreamReader(zip.GetEntry($"{id}-archive/data/{name}")!.Open(), Encoding.UTF8);
        return text.ReadToEnd();
    }
}
