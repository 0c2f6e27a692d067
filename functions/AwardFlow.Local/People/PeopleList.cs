using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AwardFlow.Intake;
using AwardFlow.Storage;
using AwardFlow.Trail;
using AwardFlow.Web.Access;

namespace AwardFlow.Local.People;

/// <summary>
/// Changes the list of people in a data folder. A server that runs on the folder sees each change with its next request:
/// the new list takes the old one's place whole, once it is on the disk.
/// </summary>
/// <param name="folder">The data folder.</param>
/// <param name="time">The clock.</param>
internal sealed class PeopleList(DirectoryInfo folder, TimeProvider time)
{
    private const int KeyBytes = 32;
    private const int IdBytes = 10;

    private readonly PeopleFile _file = new(Path.Combine(folder.FullName, PeopleFile.Name));
    private readonly TrailFile _trail = new(Path.Combine(folder.FullName, PeopleTrail.Name), PeopleTrail.Of);

    /// <summary>Who is on it, and who was.</summary>
    /// <exception cref="UsageException">It cannot be used.</exception>
    public IReadOnlyList<Person> Read() => Try(_file.Read);

    /// <summary>Whether there is neither a list nor a trail of one.</summary>
    public bool IsNone => !File.Exists(_file.Path) && !File.Exists(_trail.Path);

    /// <summary>The trail of its changes.</summary>
    public PeopleTrail Trail => new(_file);

    /// <summary>Adds somebody.</summary>
    /// <returns>The key, which is kept nowhere.</returns>
    /// <exception cref="UsageException">What is said of the person is wrong, or the list cannot be used.</exception>
    public string Add(string name, IReadOnlyList<string> roles, IReadOnlyList<string> positions, string? email)
    {
        var (key, sha256) = NewKey();
        var now = Now();
        Change(TrailKind.PersonAdded, people => [.. people, new Person
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
            Name = NewName(people, name, except: null),
            Roles = RolesOf(roles),
            Positions = Titles(positions),
            Email = Address(email),
            KeySha256 = sha256,
            AddedAt = now,
            KeyMadeAt = now,
        }]);
        return key;
    }

    /// <summary>Gives somebody a new key; the old one opens nothing any more.</summary>
    /// <returns>The key, which is kept nowhere.</returns>
    /// <exception cref="UsageException">There is nobody of that name, or the list cannot be used.</exception>
    public string Renew(string name)
    {
        var (key, sha256) = NewKey();
        Change(TrailKind.KeyRenewed, people => Replaced(people, name, person => person with { KeySha256 = sha256, KeyMadeAt = Now() }));
        return key;
    }

    /// <summary>Takes somebody off the list; the key opens nothing any more.</summary>
    /// <exception cref="UsageException">There is nobody of that name, or the list cannot be used.</exception>
    public void Revoke(string name) =>
        Change(TrailKind.PersonRevoked, people => Replaced(people, name, person => person with { KeySha256 = null, RevokedAt = Now() }));

    /// <summary>Changes what is said of somebody; null leaves it as it is, an empty address and an empty list take it away.</summary>
    /// <exception cref="UsageException">There is nobody of that name, what is said is wrong, or the list cannot be used.</exception>
    public void Change(string name, string? newName, IReadOnlyList<string>? roles, IReadOnlyList<string>? positions, string? email) =>
        Change(TrailKind.PersonChanged, people => Replaced(people, name, person => person with
        {
            Name = newName is null ? person.Name : NewName(people, newName, person),
            Roles = roles is null ? person.Roles : RolesOf(roles),
            Positions = positions is null ? person.Positions : Titles(positions),
            Email = email switch { null => person.Email, "" => null, _ => Address(email) },
        }));

    /// <summary>Finishes what a command began that was cut off: a change whose line is in the trail is made.</summary>
    /// <exception cref="UsageException">The list cannot be used.</exception>
    public void Finish() => InTurn(() => { });

    private void Change(string kind, Func<IReadOnlyList<Person>, IReadOnlyList<Person>> change) => InTurn(() =>
    {
        var before = _file.Read();
        var after = change(before);
        if (after.SequenceEqual(before))
        {
            return;
        }
        var (end, line) = _trail.Next(_file.TrailEnd(), Entry(kind, before, after));
        Put(_file.Write(after, end), line);
    });

    private void InTurn(Action work)
    {
        try
        {
            DataFolder.Make(folder);
            using var turn = DataFolder.Lock(Path.Combine(folder.FullName, "people.lock"));
            Try(() =>
            {
                FinishLast();
                work();
                return true;
            });
        }
        catch (IOException e) when (DataFolder.IsInUse(e))
        {
            throw new UsageException($"Another command is changing the list of people in {folder.FullName}. Try again.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The list of people in {folder.FullName} cannot be written: {e.Message}");
        }
    }

    // The new list is on the disk before its line, and has its name after it: whatever comes between, one of the two is finished by the other.
    private void Put(byte[] content, string line)
    {
        DurableFiles.Write(Unfinished, new MemoryStream(content));
        _trail.Append(line);
        TakePlace();
    }

    private void FinishLast()
    {
        if (!File.Exists(Unfinished))
        {
            return;
        }
        if (IsOnTrail())
        {
            TakePlace();
        }
        else
        {
            File.Delete(Unfinished);
        }
    }

    private bool IsOnTrail()
    {
        try
        {
            var end = new PeopleFile(Unfinished).TrailEnd();
            return end.Lines > 0 && end == _trail.Last();
        }
        catch (PeopleFileException)
        {
            return false;
        }
    }

    private string Unfinished => $"{_file.Path}.unfinished";

    private void TakePlace()
    {
        File.Move(Unfinished, _file.Path, overwrite: true);
        DurableFiles.FlushFolder(folder.FullName);
    }

    private TrailEntry Entry(string kind, IReadOnlyList<Person> before, IReadOnlyList<Person> after)
    {
        var now = after.Except(before).Single();
        var was = before.FirstOrDefault(person => person.Id == now.Id);
        return new TrailEntry(kind, new Actor($"os:{Environment.UserName}", Environment.UserName, Environment.MachineName), time.GetUtcNow())
        {
            Subject = now.Id,
            Before = was is null ? null : TrailValues.Of(Said(was)),
            After = TrailValues.Of([.. Said(now), (PeopleTrail.ListValue, PeopleFile.Sha256(after))]),
        };
    }

    private static (string Name, object? Value)[] Said(Person person) =>
    [
        ("name", person.Name), ("roles", string.Join(", ", person.Roles).ToLowerInvariant()),
        ("positions", person.Positions is [] ? null : string.Join(", ", person.Positions)),
        ("email", person.Email), ("keyMadeAt", person.KeyMadeAt), ("revokedAt", person.RevokedAt),
    ];

    private static Person[] Replaced(IReadOnlyList<Person> people, string name, Func<Person, Person> change)
    {
        var found = people.FirstOrDefault(person => person.IsActive && PersonName.KeyOf(person.Name) == PersonName.KeyOf(name))
            ?? throw new UsageException($"Nobody on the list is named '{name}'. The command 'people list' shows who is.");
        return [.. people.Select(person => person == found ? change(person) : person)];
    }

    private static string NewName(IReadOnlyList<Person> people, string text, Person? except)
    {
        var name = PersonName.Read(text)
            ?? throw new UsageException(
                $"'{text}' cannot be a name: it must have 1 to {PersonName.Longest} characters that can be seen, and 'local' stands for whoever works on a machine without a key.");
        return people.Any(person => person.IsActive && person != except && PersonName.KeyOf(person.Name) == PersonName.KeyOf(name))
            ? throw new UsageException(
                $"Somebody on the list is named '{name}' already. Names must differ by more than case and spaces: add what tells the two apart.")
            : name;
    }

    private static IReadOnlyList<string> RolesOf(IReadOnlyList<string> roles) =>
        Roles.Read(string.Join(',', roles)) ?? throw new UsageException($"--role {string.Join(' ', roles)}: a role must be {Roles.Written}.");

    private static string[] Titles(IReadOnlyList<string> positions) =>
        [
            .. positions.Select(title => PersonName.Line(title)
                ?? throw new UsageException($"--position '{title}' must have 1 to {PersonName.Longest} characters that can be seen."))
                .Distinct(StringComparer.Ordinal),
        ];

    private static string? Address(string? email) =>
        email is null ? null
        : SarabanAddress.TryRead(email, out var address, out _) ? address
        : throw new UsageException($"--email '{email}' is not a single e-mail address.");

    private static (string Key, string Sha256) NewKey()
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        return (key, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
    }

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    private static T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (PeopleFileException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
