using AwardFlow.Delivery;

namespace AwardFlow.TestKit;

/// <summary>Lets every mail go, as where nothing needed approval, until a person stops the cycle.</summary>
/// <param name="stopsAt">Before which question, from 1, a person stops it; by default before none.</param>
internal sealed class OpenGate(int stopsAt = int.MaxValue) : IMailGate
{
    private int _questions;

    public Task<GateAnswer> AskAsync(LetterDelivery row, CancellationToken cancellationToken) =>
        Task.FromResult(++_questions >= stopsAt ? GateAnswer.Wait : GateAnswer.Go(row));

    public Task<bool> IsStoppedAsync(LetterDelivery row, CancellationToken cancellationToken) => Task.FromResult(++_questions >= stopsAt);
}
