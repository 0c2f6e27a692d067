using System.Globalization;
using System.Text;

namespace AwardFlow.Storage;

/// <summary>
/// Names of files that a person can read and every file system takes: what some system does not take is written as
/// <c>%</c> and two hexadecimal digits of its UTF-16 code, as in URLs; letters of any language stay as they are.
/// </summary>
internal static class FileNames
{
    // https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    private const string NotTaken = "<>:\"|?*\\/%";

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The file's name for one part of a blob's name.</summary>
    public static string Encode(string part)
    {
        var isDevice = Devices.Contains(part.Split('.')[0]);
        var name = new StringBuilder(part.Length);
        foreach (var (index, character) in part.Index())
        {
            var isEdge = index == 0 && (isDevice || character == '.') || index == part.Length - 1 && character is '.' or ' ';
            if (isEdge || char.IsControl(character) || NotTaken.Contains(character, StringComparison.Ordinal))
            {
                name.Append(CultureInfo.InvariantCulture, $"%{(int)character:X2}");
            }
            else
            {
                name.Append(character);
            }
        }
        return name.ToString();
    }

    /// <summary>The part of a blob's name that a file's name stands for; null where it is not one that <see cref="Encode"/> gives.</summary>
    public static string? Decode(string name)
    {
        var part = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] != '%')
            {
                part.Append(name[at]);
            }
            else if (at + 2 < name.Length && int.TryParse(name.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                part.Append((char)code);
                at += 2;
            }
            else
            {
                return null;
            }
        }
        return Encode(part.ToString()) == name ? part.ToString() : null;
    }
}
