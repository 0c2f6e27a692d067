using Microsoft.Data.Sqlite;

namespace AwardFlow.Storage;

/// <summary>Says what disk and database throw as storage's own fault, in words that a person can act on.</summary>
internal static class DiskFaults
{
    // https://sqlite.org/rescode.html
    private const int ReadOnlyCode = 8;
    private const int CorruptCode = 11;
    private const int FullCode = 13;
    private const int CannotOpenCode = 14;
    private const int NotADatabaseCode = 26;

    // What SQLite makes of EFBIG, in its files and in its shared memory: a limit on their size, which for who writes is a full
    // disk. It makes the same of EIO.
    private const int WriteFailed = 778;
    private const int SharedMemoryFailed = 4874;

    // errno: EACCES and EROFS, ENOSPC, EFBIG and EDQUOT; below, the same on Windows.
    private static readonly int[] ReadOnlyErrors = [13, 30];
    private static readonly int[] FullErrors = [27, 28, 122, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>Runs work on files away from the caller's thread.</summary>
    /// <exception cref="StorageException">The disk did not do it.</exception>
    public static async Task<T> RunAsync<T>(Func<T> work)
    {
        try
        {
            return await Task.Run(work);
        }
        catch (Exception e) when (Of(e) is not null)
        {
            throw Of(e)!;
        }
    }

    /// <summary>An exception as a fault of storage; null where it is none, or is one already.</summary>
    public static StorageException? Of(Exception exception) => exception switch
    {
        StorageException => null,
        AggregateException { InnerException: { } inner } => inner as StorageException ?? Of(inner),
        // SQLite does not say whether there was no room, or the disk failed; either way nothing may be sent that cannot be recorded.
        SqliteException { SqliteExtendedErrorCode: WriteFailed or SharedMemoryFailed } e => new StorageException(
            StorageFault.Full,
            $"The disk of the data folder is full, its files may not grow any more, or it fails to write: make room on it, and where there is enough look into the system's log. Nothing was half stored. ({e.Message}, SQLite {e.SqliteExtendedErrorCode})",
            e),
        SqliteException e => new StorageException(Fault(e), Say(Fault(e), $"{e.Message} (SQLite {e.SqliteExtendedErrorCode})"), e),
        UnauthorizedAccessException e => new StorageException(StorageFault.ReadOnly, Say(StorageFault.ReadOnly, e.Message), e),
        IOException e => new StorageException(Fault(e), Say(Fault(e), e.Message), e),
        _ => null,
    };

    private static StorageFault Fault(SqliteException e) => e.SqliteErrorCode switch
    {
        FullCode => StorageFault.Full,
        ReadOnlyCode or CannotOpenCode => StorageFault.ReadOnly,
        CorruptCode or NotADatabaseCode => StorageFault.Damaged,
        _ => StorageFault.Unavailable,
    };

    private static StorageFault Fault(IOException e) =>
        FullErrors.Contains(e.HResult) ? StorageFault.Full : ReadOnlyErrors.Contains(e.HResult) ? StorageFault.ReadOnly : StorageFault.Unavailable;

    private static string Say(StorageFault fault, string said) => fault switch
    {
        StorageFault.Full => $"The disk of the data folder is full, or its files may not grow any more; make room on it. Nothing was half stored. ({said})",
        StorageFault.ReadOnly => $"The data folder cannot be written to; give this user the right to. ({said})",
        StorageFault.Damaged => $"The data folder is damaged; put back its last backup. ({said})",
        _ => $"The disk of the data folder does not do what it should. ({said})",
    };
}
