using AwardFlow.Storage;

namespace AwardFlow.TestKit;

/// <summary>One embedded storage for the tests of a class. Servers of different classes never share storage: they would work each other's cycles.</summary>
public sealed class EmbeddedFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedStorage _storage;

    public EmbeddedFixture() => _storage = EmbeddedStorage.Open(_folder.Path);

    public IStorage Storage => _storage;

    public void Dispose()
    {
        _storage.Dispose();
        _folder.Dispose();
    }
}
