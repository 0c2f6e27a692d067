using System.Text;
using System.Text.Json;
using AwardFlow.Storage;

namespace AwardFlow.Trail;

/// <summary>
/// A trail in a file of its own, for what is not kept in storage. Each line of the file has a line of the trail and its values
/// beside it, both byte for byte as they are hashed. How far it is stands elsewhere, with what it tells of.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="of">Of what it tells: stands in each line.</param>
public sealed class TrailFile(string path, string of)
{
    // A hundred thousand changes.
    private const int Largest = 64_000_000;

    /// <summary>The file's path.</summary>
    public string Path { get; } = path;

    /// <summary>The trail as rows, for <see cref="TrailReader"/> and <see cref="TrailCheck"/>.</summary>
    /// <param name="end">How far it is.</param>
    /// <exception cref="IOException">The file cannot be read, or is too large.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public IRowStore Rows(TrailMark end)
    {
        ArgumentNullException.ThrowIfNull(end);
        var rows = new List<Row> { new(TrailHead.Row, "1", JsonSerializer.Serialize(new TrailHead { Lines = end.Lines, Sha256 = end.Sha256 }, AwardJson.Own)) };
        foreach (var (index, text) in Lines().Index())
        {
            var (line, values) = Parts(text);
            rows.Add(new Row(TrailLine.KeyOf(index + 1), "1", line));
            if (values is not null)
            {
                rows.Add(new Row(TrailValues.KeyOf(index + 1), "1", values));
            }
        }
        return new ListedRows(rows);
    }

    /// <summary>What the lines add up to that are in the file; none where there is no file.</summary>
    /// <inheritdoc cref="Rows" path="/exception"/>
    public TrailMark Last() => Lines() is [.., var last] lines ? new TrailMark(lines.Length, TrailValues.Sha256(Parts(last).Line)) : TrailMark.None;

    /// <summary>One more line, which is not written yet.</summary>
    /// <param name="end">How far the trail is.</param>
    /// <param name="entry">What the line says.</param>
    /// <returns>How far the trail then is, and what <see cref="Append"/> takes.</returns>
    public (TrailMark End, string Text) Next(TrailMark end, TrailEntry entry)
    {
        ArgumentNullException.ThrowIfNull(end);
        var (after, rows) = TrailWriter.Next(new TrailHead { Partition = of, Key = TrailHead.Row, Lines = end.Lines, Sha256 = end.Sha256 }, entry);
        return (after.Mark, $"{{\"line\":{rows[0].Json},\"values\":{(rows.Count > 1 ? rows[1].Json : "null")}}}\n");
    }

    /// <summary>Writes a line. It is on the disk when this returns.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Append(string text)
    {
        DurableFiles.Append(Path, Encoding.UTF8.GetBytes(text));
        DurableFiles.FlushFolder(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
    }

    // A line that was cut off while it was written is none.
    private string[] Lines()
    {
        if (!File.Exists(Path))
        {
            return [];
        }
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length > Largest)
        {
            throw new IOException($"The trail {Path} is larger than {Largest / 1_000_000} MB.");
        }
        using var reader = new StreamReader(file, Encoding.UTF8);
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n')[..^1];
    }

    private static (string Line, string? Values) Parts(string text)
    {
        try
        {
            using var both = JsonDocument.Parse(text);
            var values = both.RootElement.GetProperty("values");
            return (both.RootElement.GetProperty("line").GetRawText(), values.ValueKind == JsonValueKind.Null ? null : values.GetRawText());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (text, null); // Whoever looks at the trail says so.
        }
    }
}
