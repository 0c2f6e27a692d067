namespace AwardFlow.Records.Bags;

/// <summary>What can be a path in a bag: nothing that leads out of it, or that some file system takes for another.</summary>
internal static class BagPath
{
    private const int Longest = 1000;

    /// <summary>Whether a text is one.</summary>
    public static bool IsValid(string path) =>
        path.Length is > 0 and <= Longest && !path.Any(character => char.IsControl(character) || character is '\\' or ':')
        && Array.TrueForAll(path.Split('/'), part => part is not ("" or "." or ".."));
}
