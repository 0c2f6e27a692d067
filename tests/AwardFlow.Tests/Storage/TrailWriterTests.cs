using AwardFlow.Storage;

namespace AwardFlow.Tests.Storage;

public sealed class TrailWriterTests : TrailContract, IDisposable
{
    private readonly EmbeddedFixture _embedded = new();

    protected override IStorage Storage => _embedded.Storage;

    public void Dispose() => _embedded.Dispose();
}
