using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace AwardFlow.Storage;

/// <summary>The connection that writes, on a thread of its own.</summary>
internal sealed class RowWriter : IDisposable
{
    // As many as make one flush worth while; those who wait do so for milliseconds.
    private const int MostTogether = 256;

    private const int MostSweeps = 3;

    private readonly SqliteConnection _connection;
    private readonly Action<Exception> _note;
    private readonly SqliteCommand _version;
    private readonly SqliteCommand _write;
    private readonly SqliteCommand _delete;
    private readonly Channel<Waiting> _waiting = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource<StorageException> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;

    // Counting on from a random number: no row has a version again that one of its key had before, in this run or an earlier one.
    private long _last = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & (long.MaxValue >> 1);

    /// <summary>Begins to write.</summary>
    /// <param name="connection">The connection, which becomes this one's.</param>
    /// <param name="note">Is told of every fault, before those who wait are.</param>
    public RowWriter(SqliteConnection connection, Action<Exception> note)
    {
        (_connection, _note) = (connection, note);
        _version = connection.Prepare("SELECT version FROM rows WHERE partition = $partition AND key = $key;", "$partition", "$key");
        _write = connection.Prepare(
            "INSERT INTO rows (partition, key, version, json, checksum) VALUES ($partition, $key, $version, $json, $checksum) ON CONFLICT DO UPDATE SET version = excluded.version, json = excluded.json, checksum = excluded.checksum;",
            "$partition", "$key", "$version", "$json", "$checksum");
        _delete = connection.Prepare("DELETE FROM rows WHERE partition = $partition AND key = $key;", "$partition", "$key");
        _thread = new Thread(Run) { IsBackground = true, Name = "Row writer" };
        _thread.Start();
    }

    /// <summary>Ends when a commit failed for the first time, with why.</summary>
    public Task<StorageException> Failed => _failed.Task;

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> changes)
    {
        var waiting = new Waiting(partition, changes);
        return _waiting.Writer.TryWrite(waiting) ? waiting.Answer.Task : throw new ObjectDisposedException(nameof(RowDatabase));
    }

    public Task SweepAsync(bool compact)
    {
        var waiting = new Waiting("", []) { Compacts = compact };
        return _waiting.Writer.TryWrite(waiting) ? waiting.Answer.Task : throw new ObjectDisposedException(nameof(RowDatabase));
    }

    public void Dispose()
    {
        if (!_waiting.Writer.TryComplete())
        {
            return;
        }
        _thread.Join();
        _version.Dispose();
        _write.Dispose();
        _delete.Dispose();
        _connection.Dispose();
    }

    private void Run()
    {
        var together = new List<Waiting>();
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            together.Clear();
            while (together.Count < MostTogether && _waiting.Reader.TryRead(out var waiting))
            {
                together.Add(waiting);
            }
            Commit([.. together.Where(waiting => waiting.Changes.Count > 0)]);
            if (together.Where(waiting => waiting.Changes.Count == 0).ToList() is { Count: > 0 } sweeps)
            {
                Sweep(sweeps);
            }
        }
    }

    // https://sqlite.org/lang_vacuum.html: nothing of deleted rows is in the file that it writes. Readers come and go in moments.
    private void Sweep(List<Waiting> waiting)
    {
        try
        {
            if (waiting.Exists(each => each.Compacts))
            {
                _connection.Execute("VACUUM;");
            }
            for (var tries = 0; _connection.Scalar<long>("PRAGMA wal_checkpoint(TRUNCATE);") != 0; tries++)
            {
                if (tries == MostSweeps)
                {
                    throw new StorageException(
                        StorageFault.Unavailable, "What was deleted could not be swept out of the database, since somebody is reading it; try again.");
                }
            }
            waiting.ForEach(each => each.Answer.SetResult(CommitResult.Of([])));
        }
        catch (Exception e)
        {
            var fault = DiskFaults.Of(e) ?? e;
            _note(fault);
            waiting.ForEach(each => each.Answer.SetException(fault));
        }
    }

    private void Commit(List<Waiting> together)
    {
        if (together.Count == 0)
        {
            return;
        }
        var results = new CommitResult[together.Count];
        try
        {
            _connection.Execute("BEGIN IMMEDIATE;");
            foreach (var (index, waiting) in together.Index())
            {
                results[index] = Apply(waiting);
            }
            _connection.Execute("COMMIT;");
        }
        catch (Exception e)
        {
            RollBack();
            var fault = DiskFaults.Of(e) ?? e;
            _note(fault);
            together.ForEach(waiting => waiting.Answer.SetException(fault));
            if (fault is StorageException failed)
            {
                _failed.TrySetResult(failed);
            }
            return;
        }
        foreach (var (waiting, result) in together.Zip(results))
        {
            waiting.Answer.SetResult(result);
        }
    }

    // All conditions are looked at before anything is written; each change is of another row.
    private CommitResult Apply(Waiting waiting)
    {
        foreach (var (index, change) in waiting.Changes.Index())
        {
            if (change.Kind != RowChangeKind.Put)
            {
                var version = _version.Bind(waiting.Partition, change.Key).ExecuteScalar() is long found ? RowReader.Version(found) : null;
                if (version != change.Version)
                {
                    return CommitResult.FailedAt(index);
                }
            }
        }
        return CommitResult.Of([.. waiting.Changes.Select(change => Write(waiting.Partition, change))]);
    }

    private string? Write(string partition, RowChange change)
    {
        if (change.Json is not { } json)
        {
            _delete.Bind(partition, change.Key).ExecuteNonQuery();
            return null;
        }
        _write.Bind(partition, change.Key, ++_last, json, RowReader.Checksum(partition, change.Key, json)).ExecuteNonQuery();
        return RowReader.Version(_last);
    }

    private void RollBack()
    {
        try
        {
            _connection.Execute("ROLLBACK;");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back already, as it does where the disk is full.
        }
    }

    private sealed record Waiting(string Partition, IReadOnlyList<RowChange> Changes)
    {
        public bool Compacts { get; init; }

        public TaskCompletionSource<CommitResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
