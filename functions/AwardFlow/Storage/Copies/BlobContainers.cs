namespace AwardFlow.Storage;

/// <summary>The containers of a storage by their names.</summary>
internal static class BlobContainers
{
    /// <summary>Their names, in the order in which they are copied.</summary>
    public static IReadOnlyList<string> Names { get; } = ["uploads", "letters", "results"];

    /// <summary>The container of a name.</summary>
    public static IBlobContainer Container(this IStorage storage, string name) => name switch
    {
        "uploads" => storage.Uploads,
        "letters" => storage.Letters,
        "results" => storage.Results,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such container."),
    };

    /// <summary>The media type that Azure shows for a blob.</summary>
    public static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".pdf" => "application/pdf",
        ".json" => "application/json",
        ".csv" => "text/csv; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };
}
