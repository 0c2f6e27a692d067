using System.CommandLine;
using System.Globalization;
using AwardFlow.Storage;
using AwardFlow.Trail;
using AwardFlow.Web.Access;

namespace AwardFlow.Local.People;

/// <summary>The command <c>people</c>: who may use the server of a data folder, each with a name and a key of their own.</summary>
internal static class PeopleCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="data">The option that names the data folder.</param>
    /// <param name="guard">Runs what is asked, and says what is wrong with it.</param>
    public static Command Create(Option<DirectoryInfo> data, Func<Func<Task<int>>, Task<int>> guard)
    {
        var name = new Argument<string>("NAME") { Description = "The person's name, as people write it" };
        var role = new Option<string[]>("--role")
        {
            Description = "What the person may do: operator, approver, chair or desk; may stand several times",
            HelpName = "ROLE",
        };
        var position = new Option<string[]>("--position") { Description = "A title that the person holds; may stand several times", HelpName = "TITLE" };
        var email = new Option<string?>("--email") { Description = "Where notices to the person go", HelpName = "ADDRESS" };
        var newName = new Option<string?>("--name") { Description = "The new name", HelpName = "NAME" };
        var noPositions = new Option<bool>("--no-positions") { Description = "The person holds no title" };
        var noEmail = new Option<bool>("--no-email") { Description = "No notices go to the person" };
        var all = new Option<bool>("--all") { Description = "Also those who were taken off the list" };

        var add = new Command("add", "Add somebody, and show the key this once") { name, role, position, email, data };
        role.AllowMultipleArgumentsPerToken = false;
        Run(add, (list, asked) => list.Add(asked.GetRequiredValue(name), asked.GetValue(role) ?? [], asked.GetValue(position) ?? [], asked.GetValue(email)));
        var renew = new Command("renew", "Give somebody a new key, and show it this once; the old one opens nothing any more") { name, data };
        Run(renew, (list, asked) => list.Renew(asked.GetRequiredValue(name)));
        var revoke = new Command("revoke", "Take somebody off the list; the key opens nothing any more") { name, data };
        Run(revoke, (list, asked) =>
        {
            list.Revoke(asked.GetRequiredValue(name));
            return null;
        });
        var change = new Command("change", "Change somebody's name, roles, titles or address; roles and titles are replaced as a whole")
        {
            name, newName, role, position, noPositions, email, noEmail, data,
        };
        Run(change, (list, asked) =>
        {
            if (asked.GetValue(noPositions) && asked.GetResult(position) is not null || asked.GetValue(noEmail) && asked.GetResult(email) is not null)
            {
                throw new UsageException("--no-positions and --position, or --no-email and --email, contradict each other.");
            }
            list.Change(
                asked.GetRequiredValue(name), asked.GetValue(newName), asked.GetResult(role) is null ? null : asked.GetValue(role),
                asked.GetValue(noPositions) ? [] : asked.GetResult(position) is null ? null : asked.GetValue(position),
                asked.GetValue(noEmail) ? "" : asked.GetValue(email));
            return null;
        });
        var show = new Command("list", "Show who is on the list") { all, data };
        show.SetAction((asked, _) => guard(async () =>
        {
            foreach (var person in new PeopleList(asked.GetRequiredValue(data), TimeProvider.System).Read()
                .Where(person => person.IsActive || asked.GetValue(all)))
            {
                await Console.Out.WriteLineAsync(Line(person));
            }
            return ExitCode.Done;
        }));
        var trail = new Command("trail", "Show who was added, changed, given a new key and taken off, by whom and when") { data };
        trail.SetAction((asked, cancellationToken) => guard(() => ShowTrailAsync(asked.GetRequiredValue(data), cancellationToken)));
        return new Command("people", "Who may use the server of a data folder, each with a key of their own; also while it runs")
        {
            add, show, renew, revoke, change, trail,
        };

        void Run(Command command, Func<PeopleList, ParseResult, string?> work) => command.SetAction((asked, _) => guard(async () =>
        {
            var key = work(new PeopleList(asked.GetRequiredValue(data), TimeProvider.System), asked);
            if (key is not null)
            {
                await Console.Error.WriteLineAsync("The key, which is shown this once and kept nowhere. Hand it over in person:");
                await Console.Out.WriteLineAsync(key);
            }
            return ExitCode.Done;
        }));
    }

    private static async Task<int> ShowTrailAsync(DirectoryInfo data, CancellationToken cancellationToken)
    {
        try
        {
            var (reader, after) = (new TrailReader(new PeopleList(data, TimeProvider.System).Trail.Rows()), 0);
            while (await reader.PageAsync(PeopleTrail.Of, after, RowLimits.MostInPage, cancellationToken) is { Count: > 0 } lines)
            {
                foreach (var (line, values) in lines)
                {
                    await Console.Out.WriteLineAsync(Line(line, values));
                }
                after = lines[^1].Line.Number;
            }
            return ExitCode.Done;
        }
        catch (PeopleFileException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static string Line(TrailLine line, TrailValues? values) => string.Join('\t', (string[])
    [
        line.Number.ToString(CultureInfo.InvariantCulture),
        line.At.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        $"{line.By?.Name}@{line.By?.From}",
        line.Kind,
        line.Subject ?? "",
        .. Changes(values),
    ]);

    private static IEnumerable<string> Changes(TrailValues? values) => (values?.After ?? new Dictionary<string, string>(StringComparer.Ordinal))
        .Where(value => value.Key != PeopleTrail.ListValue && values!.Before?.GetValueOrDefault(value.Key) != value.Value)
        .Select(value => $"{value.Key}={value.Value}");

    private static string Line(Person person) => string.Join('\t', new[]
    {
        person.Name,
        string.Join(", ", person.Roles).ToLowerInvariant(),
        string.Join(", ", person.Positions),
        person.Email ?? "",
        person.IsActive ? $"key of {Day(person.KeyMadeAt)}" : $"taken off {Day(person.RevokedAt!.Value)}",
        person.Id,
    });

    private static string Day(DateTimeOffset at) => at.ToLocalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
