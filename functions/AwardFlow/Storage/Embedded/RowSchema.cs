using Microsoft.Data.Sqlite;

namespace AwardFlow.Storage;

/// <summary>
/// The database's schema. Its version stands in <c>PRAGMA user_version</c>: an older one is migrated forward at the start, a
/// newer one is refused.
/// </summary>
internal static class RowSchema
{
    // A migration a version, from 1. One that was released never changes.
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE rows (
            partition TEXT NOT NULL,
            key TEXT NOT NULL,
            version INTEGER NOT NULL,
            json TEXT NOT NULL,
            checksum INTEGER NOT NULL,
            PRIMARY KEY (partition, key)
        ) STRICT, WITHOUT ROWID;
        """,
    ];

    /// <summary>The version that this program writes.</summary>
    public static int Version => Migrations.Length;

    /// <summary>Makes or migrates the schema and checks what is there.</summary>
    /// <exception cref="StorageException">A later version of the program wrote the database, or it is damaged.</exception>
    public static void Prepare(SqliteConnection connection)
    {
        var version = (int)connection.Scalar<long>("PRAGMA user_version;");
        if (version > Version)
        {
            throw new StorageException(
                StorageFault.TooNew,
                $"The data folder was written by a later version of AwardFlow (its schema is {version}, this program knows {Version}); start that version, or put back the backup from before it.");
        }
        connection.Execute("PRAGMA journal_mode = WAL;");
        for (; version < Version; version++)
        {
            connection.Execute($"BEGIN IMMEDIATE; {Migrations[version]} PRAGMA user_version = {version + 1}; COMMIT;");
        }
        Check(connection);
    }

    private static void Check(SqliteConnection connection)
    {
        var found = connection.Scalar<string>("PRAGMA quick_check(1);");
        if (found != "ok")
        {
            throw new StorageException(StorageFault.Damaged, $"The data folder is damaged; put back its last backup. ({found.ReplaceLineEndings(" ")})");
        }
        using var command = connection.Prepare("SELECT partition, key, version, json, checksum FROM rows;");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            _ = RowReader.Checked(rows, rows.GetString(0), first: 1);
        }
    }
}
