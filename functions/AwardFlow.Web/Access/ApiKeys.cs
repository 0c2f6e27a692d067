using System.Security.Cryptography;
using System.Text;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Web.Access;

/// <summary>The keys that open the API: the settings <c>Api__Keys__{name}</c> and <c>Api__Keys__{name}__Role</c>, each one person's.</summary>
/// <param name="keys">The keys.</param>
public sealed class ApiKeys(IReadOnlyList<ApiKey> keys)
{
    private const int ShortestSecret = 16;

    /// <summary>Whether there are any. Without keys only callers on this machine are let in, if the host allows it.</summary>
    public bool Any => keys.Count > 0;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">A key is too short, stands twice, has no role or an unknown one, or is named as nobody is.</exception>
    public static ApiKeys Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var keys = new List<ApiKey>();
        foreach (var section in configuration.GetSection("Api:Keys").GetChildren())
        {
            var setting = $"Api__Keys__{section.Key}";
            if (string.Equals(section.Key, Actor.AnybodyHere, StringComparison.OrdinalIgnoreCase))
            {
                throw new SettingException(
                    setting,
                    $"has a name that stands for nobody: '{Actor.AnybodyHere}' is who works on this machine without a key. Name the key after its person.");
            }
            if (section.Value is not { Length: >= ShortestSecret } secret)
            {
                throw new SettingException(setting, $"must be a key of at least {ShortestSecret} characters.");
            }
            if (keys.Exists(key => key.Secret == secret))
            {
                throw new SettingException(setting, "is the same as another key; every key needs its own.");
            }
            var role = section["Role"]
                ?? throw new SettingException($"{setting}__Role", $"is missing; it must be {Roles.Written}, or several of them with commas between.");
            var person = section["Person"];
            if (person is not (null or "")
                && !(person.StartsWith("aad:", StringComparison.OrdinalIgnoreCase) && Guid.TryParse(person.AsSpan("aad:".Length), out _)))
            {
                throw new SettingException($"{setting}__Person", $"is '{person}'; it must be aad: with the object id of somebody in the directory.");
            }
            keys.Add(new ApiKey(section.Key, secret, Roles.Read(role)
                ?? throw new SettingException($"{setting}__Role", $"is '{role}'; it must be {Roles.Written}, or several of them with commas between."))
            {
                Person = person is { Length: > 0 } ? person.ToLowerInvariant() : null,
            });
        }
        return new ApiKeys(keys);
    }

    /// <summary>The key with this secret, or null. Takes the same time whichever key it is and however much of it is right.</summary>
    public ApiKey? Find(string secret)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        ApiKey? found = null;
        foreach (var key in keys)
        {
            found = CryptographicOperations.FixedTimeEquals(given, SHA256.HashData(Encoding.UTF8.GetBytes(key.Secret))) ? key : found;
        }
        return found;
    }
}
