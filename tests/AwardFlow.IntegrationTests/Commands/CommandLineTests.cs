using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private static readonly Dictionary<string, string> NoSettings = [];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ctrl_C_stops_the_demo_and_what_it_kept_is_whole()
    {
        await using var demo = LocalProcess.Start(NoSettings, "demo", "--out", _folder.Path, "--keep");
        await demo.Output.WaitForAsync("The cycle closes in");
        Assert.Equal(1, await demo.InterruptAsync());
        Assert.Contains("Stopped.", demo.Errors.All, StringComparison.Ordinal);
        // What it kept is whole: serve goes on with it.
        await using var serve = LocalProcess.Serve(_folder.Of("data"));
        using var client = new AwardFlowClient(await serve.AddressAsync());
        Assert.Single((await client.GetJsonAsync("/api/cycles")).AsArray());
    }

    [Fact]
    public async Task A_demo_whose_sheet_is_bad_says_which_row()
    {
        var cycle = CopySample();
        await File.AppendAllTextAsync(Path.Combine(cycle, "scores-4-wide-thai.csv"), "LG-999,กรรมการ จ,1,1,1,1,1,1,\n", TestContext.Current.CancellationToken);
        await using var demo = LocalProcess.Start(NoSettings, "demo", "--cycle", cycle, "--out", _folder.Of("out"));
        Assert.Equal(2, await demo.ExitAsync());
        Assert.Contains("scores-4-wide-thai.csv: ", demo.Errors.All, StringComparison.Ordinal);
        Assert.Contains("row 16, column รหัสผลงาน, value 'LG-999': is not an entry of this cycle", demo.Errors.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"passMark\"", "\"passMork\"")]
    [InlineData("\"rubric\": [", "\"rubric\": [[")]
    [InlineData("\"passMark\": 60", "\"passMark\": \"{aword}\"")]
    public async Task A_demo_whose_cycle_is_refused_says_why_without_a_stack_trace(string right, string wrong)
    {
        var file = Path.Combine(CopySample(), "cycle.json");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains(right, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(right, wrong, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await using var demo = LocalProcess.Start(NoSettings, "demo", "--cycle", Path.GetDirectoryName(file)!, "--out", _folder.Of("out"));
        Assert.Equal(2, await demo.ExitAsync());
        Assert.NotEmpty(demo.Errors.All.Trim());
        Assert.DoesNotMatch(@"(?m)^\s+at |Exception", demo.Output.All + demo.Errors.All);
    }

    [Fact]
    public async Task A_demo_whose_letters_do_not_all_go_fails_and_says_why()
    {
        var cycle = CopySample();
        File.Delete(Path.Combine(cycle, "scores-3-wide.xlsx"));
        var sheet = Path.Combine(cycle, "scores-4-wide-thai.csv");
        var lines = await File.ReadAllLinesAsync(sheet, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(sheet, lines.Where(line => !line.StartsWith("LG-005", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        await using var demo = LocalProcess.Start(NoSettings, "demo", "--cycle", cycle, "--out", _folder.Of("out"));
        Assert.Equal(1, await demo.ExitAsync());
        Assert.Contains("entry LG-005, judge กรรมการ จ: C1, C2, C3, C4, C5, C6", demo.Errors.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo", "--cycle", "no-such-folder")]
    [InlineData("demo", "--frobnicate")]
    [InlineData("serve", "--url", "ftp://localhost")]
    [InlineData("serve", "--url", "http://0.0.0.0:0")]
    [InlineData("")]
    public async Task A_wrong_command_line_ends_with_2(params string[] arguments)
    {
        await using var command = LocalProcess.Start(NoSettings, [.. arguments.Where(argument => argument.Length > 0), .. DataOf(arguments)]);
        Assert.True(await command.ExitAsync() == 2, command.Output.All + command.Errors.All);
        Assert.NotEmpty(command.Errors.All.Trim());
    }

    [Fact]
    public async Task A_folder_with_other_things_in_it_is_left_alone()
    {
        await File.WriteAllTextAsync(_folder.Of("thesis.doc"), "years of work", TestContext.Current.CancellationToken);
        await using var demo = LocalProcess.Start(NoSettings, "demo", "--out", _folder.Path);
        Assert.Equal(2, await demo.ExitAsync());
        Assert.Equal([_folder.Of("thesis.doc")], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("Mail__Transport", "pigeon")]
    [InlineData("Mail__From", "nobody")]
    [InlineData("AzureWebJobsStorage", "rubbish")]
    [InlineData("Api__Keys__malee", "short")]
    public async Task A_wrong_setting_stops_the_start_with_one_line_that_names_it(string name, string value)
    {
        await using var serve = LocalProcess.Serve(_folder.Path, (name, value));
        Assert.Equal(2, await serve.ExitAsync());
        Assert.Contains(name, Assert.Single(serve.Errors.All.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_on_one_folder_is_one_too_many()
    {
        await using var first = LocalProcess.Serve(_folder.Path);
        await first.AddressAsync();
        await using var second = LocalProcess.Serve(_folder.Path);
        Assert.Equal(2, await second.ExitAsync());
        Assert.Contains("Another AwardFlow is running on the folder", second.Errors.All, StringComparison.Ordinal);
        Assert.Equal(0, await first.InterruptAsync());
    }

    private string[] DataOf(string[] arguments) =>
        arguments[0] == "serve" ? ["--data", _folder.Of("data")] : arguments.Contains("--cycle") ? ["--out", _folder.Of("out")] : [];

    private string CopySample()
    {
        var copy = Directory.CreateDirectory(_folder.Of("cycle")).FullName;
        foreach (var file in Directory.GetFiles(SampleFolder.Path))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }
        return copy;
    }
}
