using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.TestKit.Documentation;

namespace AwardFlow.IntegrationTests.Commands;

/// <summary>
/// What the documentation has people paste into a terminal, pasted. Which blocks these are, and which none can run and why,
/// stands in <see cref="DocumentedCommands"/>.
/// </summary>
public sealed class DocumentedCommandsTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_whole_cycle_by_hand_ends_with_letters_that_are_sent()
    {
        SkipWhereThereIsNoShell();
        await using var server = await LocalServer.StartAsync(embedded);
        var sample = CopySample();

        // While the cycle is open: sheets are checked, templates fetched, the emblem set.
        var definition = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(sample, "cycle.json"), TestContext.Current.CancellationToken))!;
        definition["closesAt"] = "2030-01-01T16:30:00+07:00";
        await AwardFlowClient.SucceedAsync(await server.Client.PutJsonAsync("/api/cycles/dga-2564", definition));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(
            "dga-2564", "entries", await File.ReadAllBytesAsync(Path.Combine(sample, "entries.xlsx"), TestContext.Current.CancellationToken)));
        await PasteAsync("docs/api.md", "curl -X POST 'localhost:7071/api/cycles/dga-2564/scores?validate=true'", sample, server.Address);
        await PasteAsync("docs/api.md", "curl -X PUT localhost:7071/api/cycles/dga-2564/emblem", sample, server.Address);
        Assert.All(["problems.xlsx", "scores.xlsx"], file => Assert.Equal("PK"u8.ToArray(), File.ReadAllBytes(Path.Combine(sample, file))[..2]));
        Assert.Equal(HttpStatusCode.OK, (await server.Client.Http.GetAsync("/api/cycles/dga-2564/emblem", TestContext.Current.CancellationToken)).StatusCode);
        // The cycle by hand has the folder as it was cloned.
        File.Delete(Path.Combine(sample, "scores.xlsx"));

        var said = await PasteAsync("docs/api.md", "cd samples/dga-2564", _folder.Path, server.Address);
        Assert.Equal(14, said.Split('\n').Count(line => line.Contains(",accepted,", StringComparison.Ordinal)));
        Assert.Equal("sent", await server.Client.StateAsync("dga-2564"));

        Assert.Contains(
            "\"received\":1",
            await PasteAsync("docs/api.md", "curl -X POST localhost:7071/api/cycles/dga-2564/deliveries/LG-002/resend", _folder.Path, server.Address),
            StringComparison.Ordinal);

        await File.WriteAllTextAsync(
            _folder.Of("dga-2564-trail.jsonl"), await server.Client.GetTextAsync("/api/cycles/dga-2564/trail.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal(
            (await server.Client.GetJsonAsync("/api/cycles/dga-2564/trail"))["sha256"]!.GetValue<string>(),
            (await PasteAsync("docs/trail.md", "previous=", _folder.Path, server.Address)).Trim());
    }

    [Fact]
    public async Task The_demo_ends_with_a_letter_and_a_mail_an_entry()
    {
        SkipWhereThereIsNoShell();
        var said = await PasteAsync("README.md", "dotnet run --project functions/AwardFlow.Local -- demo", _folder.Path);
        var results = await File.ReadAllLinesAsync(_folder.Of("out", "results.csv"), TestContext.Current.CancellationToken);
        var deliveries = await File.ReadAllLinesAsync(_folder.Of("out", "deliveries.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("entry_code,organisation,judges,average,rank,passed", results[0]);
        Assert.Equal("entry_code,address,state,accepted_at,attempts,possible_duplicate", deliveries[0]);
        Assert.Contains(results, line => line.StartsWith("LG-001,", StringComparison.Ordinal) && line.Contains(",5,67.92,", StringComparison.Ordinal));
        Assert.Equal(14, results.Length - 1);
        Assert.Equal(14, deliveries.Count(line => line.Contains(",accepted,", StringComparison.Ordinal)));
        Assert.All(["letter.pdf", "certificate.pdf", "results.pdf"], document =>
            Assert.Equal(14, Directory.GetFiles(_folder.Of("out", "letters"), document, SearchOption.AllDirectories).Length));
        Assert.Equal(14, Directory.GetFiles(_folder.Of("out", "outbox"), "*.eml").Length);
        Assert.True(File.Exists(_folder.Of("out", "preview.pdf")));
        Assert.False(Directory.Exists(_folder.Of("out", "data")));
        Assert.Contains("Done.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_is_served_has_people_and_is_verified()
    {
        SkipWhereThereIsNoShell();
        await PasteAsync("README.md", "dotnet run --project functions/AwardFlow.Local -- serve", _folder.Path);
        await PasteAsync("docs/one-machine.md", "dotnet run --project functions/AwardFlow.Local -- serve --data", _folder.Path);
        await PasteAsync("docs/one-machine.md", "dotnet run --project functions/AwardFlow.Local -- people add", _folder.Path);
        await PasteAsync("docs/one-machine.md", "dotnet run --project functions/AwardFlow.Local -- verify", _folder.Path);
        Assert.True(File.Exists(_folder.Of(".awardflow", "people.json")));
    }

    [Fact]
    public async Task A_cycle_of_any_size_is_made_from_a_list_of_places()
    {
        SkipWhereThereIsNoShell();
        CopySample();
        await File.WriteAllTextAsync(
            _folder.Of("places.csv"),
            $"code,organisation,addressee,province,saraban_email\n{string.Concat(Enumerable.Range(1, 500).Select(number => $"{number},เทศบาลที่ {number},นายกเทศมนตรี,ชัยนาท,saraban{number}@example.go.th\n"))}",
            TestContext.Current.CancellationToken);
        await PasteAsync("docs/benchmarks.md", "dotnet run --project tests/AwardFlow.Benchmarks -- make-cycle --places places.csv --entries 500", _folder.Path);
        Assert.True(File.Exists(_folder.Of("load", "cycle.json")));
    }

    private static void SkipWhereThereIsNoShell() => Assert.SkipWhen(!OperatingSystem.IsLinux(), "The commands are for a POSIX shell with curl.");

    private string CopySample()
    {
        var sample = Directory.CreateDirectory(_folder.Of("samples", "dga-2564")).FullName;
        foreach (var each in Directory.GetFiles(SampleFolder.Path))
        {
            File.Copy(each, Path.Combine(sample, Path.GetFileName(each)));
        }
        return sample;
    }

    // Pastes a block of a page; what it says on its standard output.
    private async Task<string> PasteAsync(string page, string begins, string folder, string? server = null)
    {
        var block = DocumentationPage.Of(page).Blocks().First(block => block.FirstLine.StartsWith(begins, StringComparison.Ordinal));
        Assert.Contains(block.FirstLine, DocumentedCommands.Run);
        var commands = block.Text.Replace("/tmp/", $"{_folder.Path}/", StringComparison.Ordinal)
            .Replace("curl ", "curl -sS --fail-with-body ", StringComparison.Ordinal);
        if (server is not null)
        {
            commands = commands.Replace("localhost:7071", server["http://".Length..], StringComparison.Ordinal);
        }
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-e", "-o", "pipefail", "-c", commands])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment =
            {
                ["PATH"] = $"{Shim()}:{Environment.GetEnvironmentVariable("PATH")}",
                ["REAL_PATH"] = Environment.GetEnvironmentVariable("PATH"),
                ["PROGRAMS"] = AppContext.BaseDirectory,
            },
        })!;
        var (said, wrong) = (
            shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(shell.ExitCode == 0, $"{begins}\n{await said}\n{await wrong}");
        return await said;
    }

    private string Shim()
    {
        var folder = Directory.CreateDirectory(_folder.Of("shim")).FullName;
        var shim = Path.Combine(folder, "dotnet");
        if (!File.Exists(shim))
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Commands", "dotnet-shim.sh"), shim);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(shim, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        return folder;
    }
}
