using AwardFlow.Storage;
using AwardFlow.Thai;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Web.Access;

/// <summary>
/// Who of the directory and of the settings' keys holds which title (<c>Approval__Positions</c>): people of one machine have
/// theirs in their own list.
/// </summary>
/// <param name="titles">The titles by the id of who holds them.</param>
public sealed class PositionHolders(IReadOnlyDictionary<string, IReadOnlyList<string>> titles)
{
    private const string Setting = "Approval__Positions";
    private const string Example = "หัวหน้าศูนย์=key:malee; ผู้อำนวยการ=aad:00000000-0000-0000-0000-000000000000, key:wichai";

    /// <summary>Nobody holds any.</summary>
    public static PositionHolders None { get; } = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    /// <summary>Reads the setting: titles, each with the ids of who holds it.</summary>
    /// <exception cref="SettingException">It is wrong.</exception>
    public static PositionHolders Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var held = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in (configuration["Approval:Positions"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (title, ids) = part.Split('=', StringSplitOptions.TrimEntries) is [{ Length: > 0 } written, { Length: > 0 } who]
                ? (WrittenText.Line(written), who.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                : throw new SettingException(Setting, $"has '{part}'; it must be titles with who holds them, such as {Example}.");
            foreach (var id in ids)
            {
                if (!id.StartsWith("key:", StringComparison.OrdinalIgnoreCase) && !id.StartsWith("aad:", StringComparison.OrdinalIgnoreCase))
                {
                    throw new SettingException(
                        Setting, $"names '{id}'; it must be aad: with the object id of somebody in the directory, or key: with the name of a key.");
                }
                held.TryAdd(id, []);
                held[id].Add(title);
            }
        }
        return new PositionHolders(held.ToDictionary(pair => pair.Key, IReadOnlyList<string> (pair) => pair.Value, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The titles that somebody holds.</summary>
    /// <param name="id">The id that tells persons apart.</param>
    public IReadOnlyList<string> Of(string id) => titles.GetValueOrDefault(id, []);
}
