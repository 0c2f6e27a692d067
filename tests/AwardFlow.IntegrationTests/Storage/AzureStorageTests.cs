using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Storage;

public sealed class AzureStorageTests(AzuriteFixture azurite) : StorageContract, IClassFixture<AzuriteFixture>
{
    protected override IStorage Storage { get; } = azurite.Storage;
}
