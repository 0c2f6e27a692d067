using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace AwardFlow.IntegrationTests.Infra;

/// <summary>infra/ compiles with the Bicep compiler, without a warning.</summary>
public class BicepTests
{
    private static readonly IReadOnlyDictionary<string, string?> Build =
        Assembly.GetExecutingAssembly()
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .ToDictionary(attribute => attribute.Key, attribute => attribute.Value, StringComparer.Ordinal);

    private static readonly string Infra = Path.Combine(
        typeof(AzuriteProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!,
        "infra");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Infra, "*.bicep", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Infra, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Compiles_without_a_warning(string file)
    {
        var (template, said) = await CompileAsync(Path.Combine(Infra, file));
        Assert.Equal("", said);
        using var json = JsonDocument.Parse(template);
        Assert.Contains("deploymentTemplate.json", json.RootElement.GetProperty("$schema").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_compiler_warns_of_what_is_wrong()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("bicep").FullName, "wrong.bicep");
        await File.WriteAllTextAsync(file, "param notUsed string", TestContext.Current.CancellationToken);
        Assert.Contains("no-unused-params", (await CompileAsync(file)).Said, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static async Task<(string Template, string Said)> CompileAsync(string file)
    {
        Assert.SkipUnless(Build.ContainsKey("Bicep"), "The Bicep compiler is restored on Linux on x64 only.");
        using var bicep = Process.Start(new ProcessStartInfo(Build["Bicep"]!, ["build", file, "--stdout"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var said = bicep.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var template = await bicep.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bicep.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (template, await said);
    }
}
