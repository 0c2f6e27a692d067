using System.CommandLine;
using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Local.People;
using AwardFlow.Records;
using AwardFlow.Records.Retention;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Trail;
using AwardFlow.Web.Access;

namespace AwardFlow.Local.Records;

/// <summary>The command <c>forget</c>: one person's data, found and, but for what must be kept, erased.</summary>
internal static class ForgetCommand
{
    /// <summary>The command's words.</summary>
    /// <param name="data">The option that names the data folder.</param>
    /// <param name="guard">Runs a command and says its exit code.</param>
    public static Command Create(Option<DirectoryInfo> data, Func<Func<Task<int>>, Task<int>> guard)
    {
        var who = new Argument<string>("WHO") { Description = "An e-mail address, a name or a telephone number" };
        var erase = new Option<bool>("--erase") { Description = "Erase what need not be kept; without it, it is only said where there is something" };
        var command = new Command("forget", "Find one person's data (PDPA B.E. 2562), and erase what need not be kept") { who, erase, data };
        command.SetAction((arguments, cancellationToken) => guard(() => RunAsync(
            arguments.GetRequiredValue(who), arguments.GetValue(erase), arguments.GetRequiredValue(data), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(string who, bool erase, DirectoryInfo data, CancellationToken cancellationToken)
    {
        if (!PersonDesk.IsValid(who))
        {
            throw new UsageException("Name an e-mail address, a name or a telephone number of 4 to 200 characters.");
        }
        var settings = LocalStorage.Settings();
        if (LocalStorage.IsAccount(settings))
        {
            // Who is told apart there this machine does not know.
            return await RunAsync(
                who, erase, StorageSettings.Connect(settings), settings, [new SettingsOfPeople(settings)], needsSecond: true, cancellationToken);
        }
        LocalStorage.MustHoldData(data);
        using var folder = DataFolder.Open(data);
        using var storage = await LocalStorage.OpenAsync(folder, import: null, cancellationToken);
        IReadOnlyList<IOtherPlace> places =
        [
            new OutboxMails(settings["Mail:Outbox"] ?? folder.Outbox), new SettingsOfPeople(settings), new PeopleOnList(data, TimeProvider.System),
        ];
        return await RunAsync(
            who,
            erase,
            storage,
            settings,
            places,
            ApiKeys.Read(settings).Any || new PeopleList(data, TimeProvider.System).Read().Any(person => person.IsActive),
            cancellationToken);
    }

    private static async Task<int> RunAsync(
        string who, bool erase, IStorage storage, IConfiguration settings,
        IReadOnlyList<IOtherPlace> places, bool needsSecond, CancellationToken cancellationToken)
    {
        var (time, cycles) = (TimeProvider.System, new CycleStore(storage));
        var names = new ReceiptNames(storage, new JournalTrail(storage, new ResultsStore(storage), time), time);
        var desk = new PersonDesk(
            storage,
            cycles,
            new RefusedUploads(storage, time),
            names,
            new LeavingFiles(storage, cycles, new AcceptedRows(storage), RetentionSettings.Read(settings)),
            places,
            time);
        var erases = erase && !needsSecond;
        var found = erases ? await desk.EraseAsync(who, Actor.Local, cancellationToken) : await desk.FindAsync(who, cancellationToken);
        if (erases)
        {
            await storage.CompactAsync(cancellationToken);
        }
        foreach (var finding in found)
        {
            var what = finding.IsKept
                ? $"kept ({finding.KeptFor}{(finding.DueAt is { } due ? string.Create(CultureInfo.InvariantCulture, $", erased on {due:yyyy-MM-dd}") : "")})"
                : erases ? "erased"
                : "would be erased";
            await Console.Out.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{finding.Cycle ?? "installation"}: {finding.Kind}: {finding.Count}, {what}"));
        }
        await Console.Out.WriteLineAsync(found.Count == 0 ? "Nothing is found."
            : found.Any(finding => finding.KeptFor == KeptFor.Law) ? RecordsTexts.KeptByLaw.English
            : "Nothing of it must be kept by law.");
        foreach (var (text, reasons) in new[]
        {
            (RecordsTexts.KeptWhileRunning, [KeptFor.Running, KeptFor.Hand]),
            (RecordsTexts.KeptUntilDue, [KeptFor.Retention]),
            (RecordsTexts.KeptAsUnclear, new[] { KeptFor.Unclear }),
        })
        {
            if (found.Any(finding => reasons.Contains(finding.KeptFor, StringComparer.Ordinal)))
            {
                await Console.Out.WriteLineAsync(text.English);
            }
        }
        if (erase && needsSecond && found.Any(finding => !finding.IsKept))
        {
            var request = await new ForgetRequests(storage, desk, time).AskAsync(who, Actor.Local, cancellationToken);
            await Console.Out.WriteLineAsync(
                $"Nothing is erased yet: there are people, so an approver decides on the page 'Personal data'. Request {request.Id}.");
        }
        return ExitCode.Done;
    }
}
