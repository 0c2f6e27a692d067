using System.Xml.Linq;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>Which elements a rule of style is for: those of a name, of classes, with an id, or of several of these at once.</summary>
/// <param name="Element">The element's name; null for any.</param>
/// <param name="Id">The id; null for any.</param>
/// <param name="Classes">Classes that it must all have.</param>
internal sealed record SvgSelector(string? Element, string? Id, IReadOnlyList<string> Classes)
{
    // Each is looked for at every element that has the first.
    private const int MostClasses = 20;

    /// <summary>How much a rule for it outweighs others: ids before classes before names (Selectors Level 3, 9).</summary>
    public int Weight => (Id is null ? 0 : 1_000_000) + 1000 * Math.Min(Classes.Count, 999) + (Element is null ? 0 : 1);

    /// <summary>What an element that it is for has in any case, under which it is found: <c>#id</c>, <c>.class</c>, a name, or <c>*</c>.</summary>
    public string Key => Id is not null ? $"#{Id}" : Classes.Count > 0 ? $".{Classes[0]}" : Element ?? "*";

    /// <summary>Reads a selector; null where it is none of that kind.</summary>
    public static SvgSelector? Read(ReadOnlySpan<char> text)
    {
        var first = NameLength(text);
        var element = first > 0 ? text[..first].ToString() : null;
        var rest = text[(first == 0 && text.StartsWith("*") ? 1 : first)..];
        string? id = null;
        var classes = new List<string>();
        while (rest.Length > 0)
        {
            var length = NameLength(rest[1..]);
            if (length == 0 || rest[0] is not ('.' or '#') || (rest[0] == '#' && id is not null))
            {
                return null;
            }
            var name = rest.Slice(1, length).ToString();
            if (rest[0] == '#')
            {
                id = name;
            }
            else if (!classes.Contains(name, StringComparer.Ordinal))
            {
                classes.Add(name);
            }
            if (classes.Count > MostClasses)
            {
                return null;
            }
            rest = rest[(1 + length)..];
        }
        return text.Length == 0 ? null : new SvgSelector(element, id, classes);
    }

    /// <summary>Whether it is for an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="classes">The classes that the element has.</param>
    public bool IsFor(XElement element, HashSet<string> classes) =>
        (Element is null || Element == element.Name.LocalName) && (Id is null || Id == element.Attribute("id")?.Value) && Classes.All(classes.Contains);

    private static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '-' or '_' or >= '\u0080'))
        {
            length++;
        }
        return length;
    }
}
