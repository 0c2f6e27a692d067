using System.Runtime.CompilerServices;

namespace AwardFlow.TestKit;

/// <summary>The sample cycle in the repository.</summary>
internal static class SampleFolder
{
    public static string Path { get; } = System.IO.Path.GetFullPath(
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Here())!, "..", "..", "..", "samples", "dga-2564"));

    private static string Here([CallerFilePath] string path = "") => path;
}
