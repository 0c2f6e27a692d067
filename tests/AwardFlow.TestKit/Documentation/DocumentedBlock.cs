namespace AwardFlow.TestKit.Documentation;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page's path.</param>
/// <param name="Language">What it says that it is in: <c>sh</c> for commands that are pasted into a terminal.</param>
/// <param name="Text">What stands between the fences.</param>
public sealed record DocumentedBlock(string Page, string Language, string Text)
{
    /// <summary>Its first line, by which it is known.</summary>
    public string FirstLine => Text.Split('\n')[0];
}
