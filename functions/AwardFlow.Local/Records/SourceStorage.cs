using AwardFlow.Storage;

namespace AwardFlow.Local.Records;

/// <summary>The storage that a command reads from: a storage account where the settings name one, else a data folder, also while a server runs on it.</summary>
internal sealed class SourceStorage : IDisposable
{
    private readonly EmbeddedCopy? _copy;

    private SourceStorage(IStorage storage, EmbeddedCopy? copy) => (Storage, _copy) = (storage, copy);

    /// <summary>The storage, to be read.</summary>
    public IStorage Storage { get; }

    /// <summary>Opens it.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="data">The data folder, where no account is set.</param>
    /// <exception cref="UsageException">There is no such folder.</exception>
    public static SourceStorage Open(IConfiguration settings, DirectoryInfo data)
    {
        if (LocalStorage.IsAccount(settings))
        {
            return new SourceStorage(StorageSettings.Connect(settings), copy: null);
        }
        LocalStorage.MustHoldData(data);
        var copy = EmbeddedCopy.Take(data.FullName);
        return new SourceStorage(copy.Storage, copy);
    }

    /// <inheritdoc/>
    public void Dispose() => _copy?.Dispose();
}
