using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Browser;

/// <summary>One server for the short tests of the workshop; each of them has a cycle of its own.</summary>
public sealed class WorkshopFixture : IAsyncLifetime
{
    private readonly EmbeddedFixture _embedded = new();

    public LocalServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await LocalServer.StartAsync(_embedded);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _embedded.Dispose();
    }
}
