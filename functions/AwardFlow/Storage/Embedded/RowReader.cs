using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Microsoft.Data.Sqlite;

namespace AwardFlow.Storage;

/// <summary>A connection that reads, used by one caller at a time.</summary>
internal sealed class RowReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _find;
    private readonly Dictionary<(bool StartIsIn, bool Ends), SqliteCommand> _pages = [];

    public RowReader(SqliteConnection connection)
    {
        _connection = connection;
        _find = connection.Prepare("SELECT key, version, json, checksum FROM rows WHERE partition = $partition AND key = $key;", "$partition", "$key");
    }

    public Row? Find(string partition, string key)
    {
        using var rows = _find.Bind(partition, key).ExecuteReader();
        return rows.Read() ? Checked(rows, partition, first: 0) : null;
    }

    public IReadOnlyList<Row> Page(string partition, RowRange range, int most)
    {
        var ends = range.Before is not null;
        if (!_pages.TryGetValue((range.StartIsIn, ends), out var command))
        {
            var sql = $"SELECT key, version, json, checksum FROM rows WHERE partition = $partition AND key {(range.StartIsIn ? ">=" : ">")} $start {(ends ? "AND key < $before" : "")} ORDER BY key LIMIT $most;";
            command = ends ? _connection.Prepare(sql, "$partition", "$start", "$most", "$before") : _connection.Prepare(sql, "$partition", "$start", "$most");
            _pages.Add((range.StartIsIn, ends), command);
        }
        using var rows = (ends ? command.Bind(partition, range.Start, most, range.Before!) : command.Bind(partition, range.Start, most)).ExecuteReader();
        var page = new List<Row>();
        while (rows.Read())
        {
            page.Add(Checked(rows, partition, first: 0));
        }
        return page;
    }

    public void Dispose()
    {
        _find.Dispose();
        foreach (var command in _pages.Values)
        {
            command.Dispose();
        }
        _connection.Dispose();
    }

    /// <summary>How a version is told.</summary>
    internal static string Version(long version) => version.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>What tells that a row's text came back as it was stored: SQLite's pages have no checksum.</summary>
    internal static long Checksum(string partition, string key, string json) =>
        unchecked((long)XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{partition}\n{key}\n{json}")));

    /// <summary>A row from its columns key, version, json and checksum.</summary>
    /// <exception cref="StorageException">It is not as it was stored.</exception>
    internal static Row Checked(SqliteDataReader rows, string partition, int first)
    {
        var (key, json) = (rows.GetString(first), rows.GetString(first + 2));
        return Checksum(partition, key, json) == rows.GetInt64(first + 3)
            ? new Row(key, Version(rows.GetInt64(first + 1)), json)
            : throw new StorageException(
                StorageFault.Damaged, $"The data folder is damaged; put back its last backup. (The row '{key}' of '{partition}' is not as it was stored.)");
    }
}
