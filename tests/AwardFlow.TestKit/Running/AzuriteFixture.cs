using AwardFlow.Storage;

namespace AwardFlow.TestKit;

/// <summary>One Azurite for the tests of a class. Servers of different classes never share storage: they would work each other's cycles.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private AzuriteProcess? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    public IStorage Storage => AzureStorage.TryConnect(ConnectionString, out var storage) ? storage : throw new InvalidOperationException();

    public async ValueTask InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync(_folder.Path, CancellationToken.None);
        await Storage.CreateAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _azurite!.DisposeAsync();
        _folder.Dispose();
    }
}
