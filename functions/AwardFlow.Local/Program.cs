using System.CommandLine;
using AwardFlow.Local;
using AwardFlow.Local.Demo;
using AwardFlow.Local.People;
using AwardFlow.Local.Records;
using AwardFlow.Storage;

FileSizeLimit.Heed();

var outOption = new Option<DirectoryInfo>("--out")
{
    Description = "Where letters, mails, results and ledger are written",
    HelpName = "DIR",
    DefaultValueFactory = _ => new DirectoryInfo("out"),
};
var cycleOption = new Option<DirectoryInfo?>("--cycle")
{
    Description = "The cycle to run: a folder with cycle.json, entries.* and scores*.* (default: the sample)",
    HelpName = "DIR",
};
var keepOption = new Option<bool>("--keep") { Description = "Keep the demo's storage, so that 'serve --data' can go on with it" };
var demo = new Command("demo", "Run a whole award cycle through the HTTP API against fresh storage") { outOption, cycleOption, keepOption };
demo.SetAction((arguments, cancellationToken) => GuardAsync(() => DemoCommand.RunAsync(
    arguments.GetRequiredValue(outOption), arguments.GetValue(cycleOption), arguments.GetValue(keepOption), cancellationToken)));

var urlOption = new Option<string>("--url") { Description = "Where to listen", HelpName = "URL", DefaultValueFactory = _ => "http://localhost:7071" };
urlOption.Validators.Add(result =>
{
    var url = result.GetValueOrDefault<string>();
    if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme != "http")
    {
        result.AddError($"--url '{url}' is not an address such as http://localhost:7071.");
    }
});
var dataOption = new Option<DirectoryInfo>("--data")
{
    Description = "Where its data is kept",
    HelpName = "DIR",
    DefaultValueFactory = _ => new DirectoryInfo(".awardflow"),
};
var importOption = new Option<string?>("--import")
{
    Description = "Copy an earlier version's data first, from an Azurite that you started on it",
    HelpName = "CONNECTION",
};
var movedOption = new Option<bool>("--moved") { Description = "The data folder was moved here, and no server runs on the old one: nothing is paused" };
var serve = new Command("serve", "Serve the API and pages on this machine, going on where they were stopped")
{
    urlOption, dataOption, importOption, movedOption,
};
serve.SetAction((arguments, cancellationToken) => GuardAsync(() => ServeCommand.RunAsync(
    arguments.GetRequiredValue(urlOption),
    arguments.GetRequiredValue(dataOption),
    arguments.GetValue(importOption),
    arguments.GetValue(movedOption),
    cancellationToken)));

var trailOption = new Option<string?>("--cycle") { Description = "The one cycle that is meant (default: all, and the installation)", HelpName = "ID" };
var bagArgument = new Argument<string?>("FILE")
{
    Description = "An archive's zip or a backup's folder, proved from nothing but itself",
    Arity = ArgumentArity.ZeroOrOne,
};
var verify = new Command("verify", "Say whether the trails are whole, and where not; or whether an archive or a backup is as it was written")
{
    bagArgument, dataOption, trailOption,
};
verify.SetAction((arguments, cancellationToken) => GuardAsync(() => arguments.GetValue(bagArgument) is { } bag
    ? BagVerification.RunAsync(bag, cancellationToken)
    : VerifyCommand.RunAsync(arguments.GetRequiredValue(dataOption), arguments.GetValue(trailOption), cancellationToken)));

var parsed = new RootCommand("AwardFlow: award cycles from scores to letters that arrive")
    {
        demo,
        serve,
        verify,
        ArchiveCommand.Create(dataOption, GuardAsync),
        RestoreCommand.Create(dataOption, GuardAsync),
        BackupCommand.Create(dataOption, GuardAsync),
        ForgetCommand.Create(dataOption, GuardAsync),
        PeopleCommand.Create(dataOption, GuardAsync),
    }.Parse(args);
var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = LocalApp.LongestStop });
return parsed.Errors.Count > 0 ? ExitCode.BadUsage : exitCode;

static async Task<int> GuardAsync(Func<Task<int>> command)
{
    try
    {
        return await command();
    }
    catch (Exception e) when (e is UsageException or SettingException)
    {
        await Console.Error.WriteLineAsync(e.Message);
        return ExitCode.BadUsage;
    }
    catch (Exception e) when (e is DemoFailedException or IOException)
    {
        await Console.Error.WriteLineAsync(e.Message);
        return ExitCode.Failed;
    }
    catch (OperationCanceledException)
    {
        await Console.Error.WriteLineAsync("Stopped.");
        return ExitCode.Failed;
    }
}
