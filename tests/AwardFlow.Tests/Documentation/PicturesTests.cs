using System.Text.RegularExpressions;
using AwardFlow.TestKit.Documentation;

namespace AwardFlow.Tests.Documentation;

/// <summary>The pictures that the project keeps are those that its pages show.</summary>
public partial class PicturesTests
{
    private const int MostPictures = 6;

    [Fact]
    public void Each_picture_is_shown_and_there_are_six_at_most()
    {
        var kept = Directory.GetFiles(Path.Combine(DocumentationPage.Root, "docs", "screenshots"))
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal).ToList();
        var shown = DocumentationPage.All.SelectMany(page => Picture().Matches(page.Text))
            .Select(match => match.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        Assert.Equal(kept, shown);
        Assert.InRange(kept.Count, 1, MostPictures);
    }

    [GeneratedRegex(@"\]\((?:docs/)?screenshots/(?<name>[^)]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Picture();
}
