using System.Security.Cryptography;
using System.Text;
using AwardFlow.Approvals;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Web.Access;

/// <summary>Who may call with a key: the keys of the settings, and people with keys of their own.</summary>
/// <param name="keys">The keys of the settings.</param>
/// <param name="people">The people's file; null where the host has none.</param>
/// <param name="platform">Whether the platform signs callers in.</param>
/// <param name="positions">Who of the settings' keys and the directory holds which title.</param>
/// <param name="logger">Says that the file cannot be used.</param>
internal sealed partial class KnownCallers(ApiKeys keys, PeopleFile? people, PlatformAccess platform, PositionHolders positions, ILogger<KnownCallers> logger)
    : IKnownPeople
{
    private string? _said;

    /// <inheritdoc/>
    // A list that cannot be read is one of people whom nobody knows now, not of nobody.
    public bool Any => keys.Any || platform.SignsIn || People() is not { Count: 0 };

    /// <inheritdoc/>
    public IReadOnlyList<Contact> Contacts =>
    [
        .. (People() ?? []).Where(person => person is { IsActive: true, Email: not null })
            .Select(person => new Contact(
                person.Email!,
                person.Roles.Contains(Roles.Operator, StringComparer.Ordinal),
                person.Roles.Contains(Roles.Approver, StringComparer.Ordinal),
                person.Positions)),
    ];

    /// <summary>Whose key this is. Takes the same time whichever it is and however much of it is right.</summary>
    /// <param name="secret">The key as it was given.</param>
    /// <param name="unreadable">Whether it may be the key of somebody who cannot be looked up, since the people's file cannot be used.</param>
    public KnownCaller? Find(string secret, out bool unreadable)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        var found = keys.Find(secret) is { } key ? new KnownCaller(key.Id, key.Name, key.Roles, positions.Of(key.Id)) : null;
        var persons = People();
        foreach (var person in persons ?? [])
        {
            found = person.HasKey(given) ? new KnownCaller($"person:{person.Id}", person.Name, person.Roles, person.Positions, person.Email) : found;
        }
        unreadable = persons is null && found is null;
        return found;
    }

    private IReadOnlyList<Person>? People()
    {
        try
        {
            var persons = people?.Read() ?? [];
            _said = null;
            return persons;
        }
        catch (PeopleFileException e)
        {
            if (Interlocked.Exchange(ref _said, e.Message) != e.Message)
            {
                LogUnreadable(e.Message);
            }
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "Nobody of the list of people is let in: {Why}")]
    private partial void LogUnreadable(string why);
}
