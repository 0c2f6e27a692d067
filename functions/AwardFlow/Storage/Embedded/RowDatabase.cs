using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace AwardFlow.Storage;

/// <summary>
/// Rows in an SQLite database. One connection writes, and takes what waits into one transaction, so that many callers share
/// one flush of the disk; each caller's changes hold or fail on their own. Readers never wait for it.
/// </summary>
internal sealed class RowDatabase : IRowStore, IDisposable
{
    private readonly string _path;
    private readonly RowWriter _writer;
    private readonly ConcurrentBag<RowReader> _readers = [];
    private readonly TaskCompletionSource<StorageException> _damaged = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RowDatabase(string path)
    {
        _path = path;
        _writer = new RowWriter(Connect(path), Note);
    }

    /// <summary>Opens a database, making or migrating it, and checks every page and row of it.</summary>
    /// <exception cref="StorageException">It cannot be opened, is damaged, or is a later version's.</exception>
    public static RowDatabase Open(string path)
    {
        try
        {
            DurableFiles.Touch(path);
            using (var connection = Connect(path))
            {
                RowSchema.Prepare(connection);
            }
            DurableFiles.FlushFolder(Path.GetDirectoryName(path)!);
            return new RowDatabase(path);
        }
        catch (Exception e) when (DiskFaults.Of(e) is not null)
        {
            throw DiskFaults.Of(e)!;
        }
    }

    /// <summary>
    /// Copies a database to a new file as it is in one moment, also while another process writes to it
    /// (https://sqlite.org/backup.html).
    /// </summary>
    /// <exception cref="StorageException">One of them cannot be opened, or the database is damaged.</exception>
    public static void Copy(string from, string to)
    {
        try
        {
            DurableFiles.Touch(to);
            using var source = Connect(from);
            using var copy = Connect(to);
            source.BackupDatabase(copy);
            // One file, with nothing beside it.
            copy.Execute("PRAGMA journal_mode = DELETE;");
        }
        catch (Exception e) when (DiskFaults.Of(e) is not null)
        {
            throw DiskFaults.Of(e)!;
        }
    }

    /// <summary>Ends when a commit failed for the first time, with why.</summary>
    public Task<StorageException> Failed => _writer.Failed;

    /// <summary>Ends when the database was found damaged, by whoever reads or writes it, with where.</summary>
    public Task<StorageException> Damaged => _damaged.Task;

    public Task<Row?> FindAsync(string partition, string key, CancellationToken cancellationToken)
    {
        RowLimits.Check(partition, key);
        return Read(reader => reader.Find(partition, key));
    }

    public Task<IReadOnlyList<Row>> PageAsync(string partition, RowRange range, int most, CancellationToken cancellationToken)
    {
        RowLimits.Check(partition, most);
        return Read(reader => reader.Page(partition, range, most));
    }

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        RowLimits.Check(partition, changes);
        cancellationToken.ThrowIfCancellationRequested();
        return _writer.CommitAsync(partition, changes).WaitAsync(cancellationToken);
    }

    /// <summary>Empties what was written ahead, where what was deleted still stands; the database's own pages were overwritten with zeros.</summary>
    /// <param name="compact">Whether the database is written anew before, so that no page has a copy that SQLite left when it moved rows.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task SweepAsync(bool compact, CancellationToken cancellationToken)
    {
        // A reader that is kept may hold on to an earlier state.
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
        return _writer.SweepAsync(compact).WaitAsync(cancellationToken);
    }

    /// <summary>Ends what is being written and closes.</summary>
    public void Dispose()
    {
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
        _writer.Dispose();
    }

    private Task<T> Read<T>(Func<RowReader, T> read)
    {
        RowReader? reader = null;
        try
        {
            reader = _readers.TryTake(out var kept) ? kept : new RowReader(Connect(_path));
            var result = read(reader);
            _readers.Add(reader);
            return Task.FromResult(result);
        }
        catch (Exception e) when (e is SqliteException or StorageException)
        {
            reader?.Dispose();
            var fault = DiskFaults.Of(e) ?? e;
            Note(fault);
            return Task.FromException<T>(fault);
        }
    }

    private void Note(Exception fault)
    {
        if (fault is StorageException { Fault: StorageFault.Damaged } damaged)
        {
            _damaged.TrySetResult(damaged);
        }
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // What is deleted or replaced is overwritten (https://sqlite.org/pragma.html#pragma_secure_delete).
            // A commit is answered when it is on the disk, not when the system has taken it.
            connection.Execute(
                "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA fullfsync = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
