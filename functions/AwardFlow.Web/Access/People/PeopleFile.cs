using System.Security.Cryptography;
using System.Text.Json;
using AwardFlow.Intake;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Web.Access;

/// <summary>
/// The people who may use AwardFlow on one machine, in a file of the data folder. It is looked at for every request, so that
/// a key that was withdrawn opens nothing any more.
/// </summary>
/// <param name="path">The file.</param>
public sealed class PeopleFile(string path)
{
    /// <summary>The file's usual name.</summary>
    public const string Name = "people.json";

    private const int Version = 1;
    private const int Largest = 1_000_000;
    private const int KeyHashLength = 64;

    private static readonly JsonSerializerOptions Options = new(AwardJson.Options)
    {
        WriteIndented = true,
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Disallow,
        AllowTrailingCommas = false,
    };

    private volatile Snapshot? _last;

    /// <summary>Where it is.</summary>
    public string Path { get; } = path;

    /// <summary>Everybody who is in it, and who was; empty where there is no file yet.</summary>
    /// <exception cref="PeopleFileException">It cannot be read, is damaged, or has gone.</exception>
    public IReadOnlyList<Person> Read()
    {
        var (last, bytes) = (_last, Bytes());
        if (bytes is null)
        {
            // Else whoever deletes it would open a server to everybody on its machine.
            return last is null ? [] : throw new PeopleFileException($"The list of people {Path} has gone. Put it back, or restart AwardFlow.");
        }
        if (last is null || !bytes.AsSpan().SequenceEqual(last.Bytes))
        {
            _last = last = Parse(bytes);
        }
        return last.Fault is { } fault ? throw new PeopleFileException(fault) : last.People!;
    }

    /// <summary>How far the trail of its changes is (<see cref="PeopleTrail"/>); none where it was never changed since there is one.</summary>
    /// <exception cref="PeopleFileException">It cannot be read, is damaged, or has gone.</exception>
    public TrailMark TrailEnd()
    {
        Read();
        return _last?.Trail ?? TrailMark.None;
    }

    /// <summary>SHA-256 of what a list says, in lower-case hex.</summary>
    public static string Sha256(IReadOnlyList<Person> people) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(people, AwardJson.Own)));

    /// <summary>The file's content for a list of people.</summary>
    /// <param name="people">The list.</param>
    /// <param name="trail">How far the trail of its changes then is.</param>
    /// <exception cref="PeopleFileException">The list is not valid.</exception>
    public byte[] Write(IReadOnlyList<Person> people, TrailMark trail)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new Content(Version, people, trail), Options);
        return Parse(bytes).Fault is { } fault ? throw new PeopleFileException(fault) : bytes;
    }

    private byte[]? Bytes()
    {
        if (!File.Exists(Path))
        {
            return null;
        }
        try
        {
            // Another may put a new file in its place meanwhile.
            using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (file.Length > Largest)
            {
                throw new PeopleFileException($"The list of people {Path} is damaged: it is larger than {Largest / 1000} kB.");
            }
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PeopleFileException($"The list of people {Path} cannot be read: {e.Message}");
        }
    }

    private Snapshot Parse(byte[] bytes)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(bytes, Options) ?? throw new JsonException("it is null");
            return FaultOf(content) is { } fault ? Damaged(fault) : new Snapshot(bytes, content.People, content.Trail, Fault: null);
        }
        catch (JsonException e)
        {
            return Damaged(e.LineNumber is { } line ? $"line {line + 1} is not as AwardFlow writes it" : e.Message);
        }

        Snapshot Damaged(string why) => new(bytes, People: null, Trail: null, $"The list of people {Path} is damaged: {why}. Put back its last backup.");
    }

    private static string? FaultOf(Content content)
    {
        if (content.Version != Version)
        {
            return $"its version is {content.Version}, and this AwardFlow reads version {Version}";
        }
        if (content.Trail is { } trail && (trail.Lines < 1 || trail.Sha256.Length != KeyHashLength || !trail.Sha256.All(char.IsAsciiHexDigitLower)))
        {
            return "what it says of its trail is not as AwardFlow writes it";
        }
        var (ids, names, keys) = (
            new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var person in content.People)
        {
            var fault = person switch
            {
                null => "somebody is null",
                { Id: not { Length: > 0 and <= 40 } } => "somebody has no id",
                _ when !person.Id.All(char.IsAsciiLetterOrDigit) || !ids.Add(person.Id) => $"the id '{person.Id}' is none, or stands twice",
                _ when PersonName.Read(person.Name) != person.Name => $"the name of {person.Id} is none",
                _ when person.IsActive && !names.Add(PersonName.KeyOf(person.Name)) => $"the name of {person.Id} stands twice",
                _ when person.Roles.Count == 0 || person.Roles.Except(Roles.All, StringComparer.Ordinal).Any()
                    || person.Roles.Distinct(StringComparer.Ordinal).Count() < person.Roles.Count => $"the roles of {person.Id} are not {Roles.Written}",
                _ when person.Positions.Any(title => PersonName.Line(title ?? "") != title) => $"a position of {person.Id} is none",
                _ when person.Email is { } email && !(SarabanAddress.TryRead(email, out var address, out _) && address == email) =>
                    $"the e-mail address of {person.Id} is none",
                _ when person.IsActive != person.KeySha256 is not null => $"{person.Id} lacks a key, or was taken off the list and has one",
                { KeySha256: { } key } when key.Length != KeyHashLength || !key.All(char.IsAsciiHexDigitLower) || !keys.Add(key) =>
                    $"the key of {person.Id} is none, or is somebody else's too",
                _ => null,
            };
            if (fault is not null)
            {
                return fault;
            }
        }
        return null;
    }

    private sealed record Content(int Version, IReadOnlyList<Person> People, TrailMark? Trail = null);

    private sealed record Snapshot(byte[] Bytes, IReadOnlyList<Person>? People, TrailMark? Trail, string? Fault);
}
