using AwardFlow.Delivery;

namespace AwardFlow.TestKit;

/// <summary>Lets every mail go, as where nothing was paused and nothing needed approval.</summary>
internal sealed class OpenGate : IMailGate
{
    public Task<GateAnswer> AskAsync(LetterDelivery row, CancellationToken cancellationToken) => Task.FromResult(GateAnswer.Go(row));

    public Task<bool> IsStoppedAsync(LetterDelivery row, CancellationToken cancellationToken) => Task.FromResult(false);
}
