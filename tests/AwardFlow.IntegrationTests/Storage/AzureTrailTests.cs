using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Storage;

public sealed class AzureTrailTests(AzuriteFixture azurite) : TrailContract, IClassFixture<AzuriteFixture>
{
    protected override IStorage Storage { get; } = azurite.Storage;
}
