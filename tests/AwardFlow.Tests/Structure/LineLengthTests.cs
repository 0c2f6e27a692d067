using System.Globalization;
using System.Text.RegularExpressions;

namespace AwardFlow.Tests.Structure;

/// <summary>How long lines of C# are: .editorconfig says how long they may be, and no formatter looks.</summary>
public partial class LineLengthTests
{
    [Fact]
    public void No_line_is_too_long_but_for_a_text_in_it()
    {
        var longest = int.Parse(
            Limit().Match(File.ReadAllText(Path.Combine(Repository.Root, ".editorconfig"))).Groups["limit"].Value, CultureInfo.InvariantCulture);
        var tooLong =
            from file in Repository.Sources("functions").Concat(Repository.Sources("tests"))
            from line in File.ReadLines(file).Index()
            where line.Item.Length > longest && !line.Item.Contains('"', StringComparison.Ordinal)
            select string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(Repository.Root, file)}:{line.Index + 1}");
        Assert.Equal([], tooLong);
    }

    [GeneratedRegex(@"^max_line_length = (?<limit>[0-9]+)\r?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Limit();
}
