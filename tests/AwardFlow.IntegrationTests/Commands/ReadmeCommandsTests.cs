using System.Diagnostics;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Commands;

/// <summary>What the README has people paste into a terminal.</summary>
public class ReadmeCommandsTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.th.md")]
    public async Task The_cycle_by_hand_pasted_whole_ends_with_letters_that_are_sent(string file)
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux(), "The commands are for a POSIX shell with curl.");
        await using var server = await LocalServer.StartAsync(embedded);
        using var folder = new TemporaryFolder();
        var sample = Directory.CreateDirectory(folder.Of("samples/dga-2564")).FullName;
        foreach (var each in Directory.GetFiles(SampleFolder.Path))
        {
            File.Copy(each, Path.Combine(sample, Path.GetFileName(each)));
        }
        var readme = await File.ReadAllTextAsync(Path.Combine(SampleFolder.Path, "..", "..", file), TestContext.Current.CancellationToken);
        var block = readme.Split("```", StringSplitOptions.TrimEntries).Single(text => text.StartsWith("cd samples/dga-2564", StringComparison.Ordinal));
        // Both READMEs are pasted to one server, so each has a cycle of its own.
        var id = $"readme-{Path.GetFileNameWithoutExtension(file).Replace('.', '-').ToLowerInvariant()}";
        var commands = block.Replace("localhost:7071", server.Address["http://".Length..], StringComparison.Ordinal)
            .Replace("cycles/dga-2564", $"cycles/{id}", StringComparison.Ordinal).Replace("cycle.json >", $"cycle.json | sed 's/dga-2564/{id}/' >", StringComparison.Ordinal)
            .Replace("/tmp/", $"{folder.Path}/", StringComparison.Ordinal).Replace("curl ", "curl -sS --fail-with-body ", StringComparison.Ordinal);
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-e", "-c", commands]) { WorkingDirectory = folder.Path, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, wrong) = (shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(shell.ExitCode == 0, $"{await said}\n{await wrong}");
        Assert.Equal(14, (await said).Split('\n').Count(line => line.Contains(",accepted,", StringComparison.Ordinal)));
        Assert.Equal("sent", await server.Client.StateAsync(id));
    }
}
