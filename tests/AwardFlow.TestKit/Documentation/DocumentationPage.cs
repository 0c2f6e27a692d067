using System.Text;
using System.Text.RegularExpressions;

namespace AwardFlow.TestKit.Documentation;

/// <summary>One page of the documentation, as it stands in the repository.</summary>
/// <param name="Path">Its path from the repository's root, with slashes.</param>
/// <param name="Text">Its text.</param>
public sealed partial record DocumentationPage(string Path, string Text)
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(SampleFolder.Path, "..", ".."));

    /// <summary>All pages: those at the root, and all in <c>docs</c>.</summary>
    public static IReadOnlyList<DocumentationPage> All { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md").Concat(Directory.EnumerateFiles(System.IO.Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(
                file => new DocumentationPage(System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file).ReplaceLineEndings("\n")))
            .OrderBy(page => page.Path, StringComparer.Ordinal),
    ];

    /// <summary>A page by its path.</summary>
    public static DocumentationPage Of(string path) => All.Single(page => page.Path == path);

    /// <summary>The fenced blocks, with the language that each says it is in.</summary>
    public IEnumerable<DocumentedBlock> Blocks() =>
        Fence().Matches(Text).Select(match => new DocumentedBlock(Path, match.Groups["language"].Value, match.Groups["text"].Value.TrimEnd('\n')));

    /// <summary>The text without fenced blocks and code in a line, where links and headings are looked for.</summary>
    public string Prose() => Code().Replace(Fence().Replace(Text, ""), "``");

    /// <summary>The names by which links reach the page's headings, as GitHub makes them.</summary>
    public IReadOnlySet<string> Anchors()
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Heading().Matches(Fence().Replace(Text, "")))
        {
            var name = AnchorOf(heading.Groups["title"].Value);
            for (var (unique, number) = (name, 1); !anchors.Add(unique); unique = $"{name}-{number++}")
            {
            }
        }
        return anchors;
    }

    // Letters with their marks, digits, hyphens and underscores stay; spaces become hyphens; all else goes.
    private static string AnchorOf(string title)
    {
        var name = new StringBuilder();
        foreach (var character in LinkText().Replace(title, "${text}").Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(character) || character is '-' or '_'
                || char.GetUnicodeCategory(character)
                    is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
            {
                name.Append(character);
            }
            else if (character == ' ')
            {
                name.Append('-');
            }
        }
        return name.ToString();
    }

    [GeneratedRegex(@"^[ ]*```(?<language>[^\n`]*)\n(?<text>.*?)^[ ]*```[ ]*$", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]*`", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^#{1,6} (?<title>.+)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.None, 1000)]
    private static partial Regex LinkText();
}
