using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AwardFlow.Storage;

namespace AwardFlow.Trail;

/// <summary>
/// What a line of a trail says of before and after. It stands beside its line, which has only its hash; so it can be erased
/// later, and the chain stays whole. The salt keeps what was erased from being guessed by its hash.
/// </summary>
public sealed record TrailValues : StoredRecord
{
    internal const string RowPrefix = "trailvalue!";

    /// <summary>128 random bits in lower-case hex.</summary>
    public string Salt { get; init; } = "";

    /// <summary>What it was before.</summary>
    public IReadOnlyDictionary<string, string>? Before { get; init; }

    /// <summary>What it was afterwards.</summary>
    public IReadOnlyDictionary<string, string>? After { get; init; }

    /// <summary>The SHA-256 of rows of the same partition that never change, by their keys.</summary>
    public IReadOnlyDictionary<string, string>? Rows { get; init; }

    /// <summary>Values by name, those that are null left out: times in UTC, numbers and words as programs write them.</summary>
    public static IReadOnlyDictionary<string, string> Of(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (value is not null)
            {
                written.Add(name, Written(value));
            }
        }
        return written;
    }

    /// <summary>The SHA-256 of rows that are being written, by their keys, in lower-case hex.</summary>
    public static IReadOnlyDictionary<string, string> HashesOf(params IEnumerable<RowChange> changes) =>
        changes.ToDictionary(change => change.Key, change => Sha256(change.Json ?? ""), StringComparer.Ordinal);

    /// <summary>The SHA-256 of rows as they were read, by their keys, in lower-case hex.</summary>
    public static IReadOnlyDictionary<string, string> HashesOf(IEnumerable<Row> rows) =>
        rows.ToDictionary(row => row.Key, row => Sha256(row.Json), StringComparer.Ordinal);

    internal static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    internal static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{RowPrefix}{number:D8}");

    internal static int NumberOf(string key) =>
        int.TryParse(key.AsSpan(RowPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    internal static TrailValues? Salted(TrailEntry entry) => (entry.Before, entry.After, entry.Rows) == (null, null, null)
        ? null
        : new TrailValues { Salt = RandomNumberGenerator.GetHexString(32, lowercase: true), Before = entry.Before, After = entry.After, Rows = entry.Rows };

    private static string Written(object value) => value switch
    {
        DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        bool isSo => isSo ? "true" : "false",
        Enum word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
        IFormattable number => number.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
