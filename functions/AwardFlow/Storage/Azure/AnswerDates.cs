using Azure.Core;
using Azure.Core.Pipeline;

namespace AwardFlow.Storage;

/// <summary>Tells a clock what each answer of the service says of the time (its header Date).</summary>
internal sealed class AnswerDates : HttpPipelineSynchronousPolicy
{
    private const string SentAt = "awardflow-sent-at";

    private StorageClock? _clock;

    /// <summary>Names the clock that is told from now on.</summary>
    public StorageClock Tell(StorageClock clock)
    {
        Volatile.Write(ref _clock, clock);
        return clock;
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        if (Volatile.Read(ref _clock) is { } clock)
        {
            message.SetProperty(SentAt, clock.GetTimestamp());
        }
    }

    public override void OnReceivedResponse(HttpMessage message)
    {
        if (Volatile.Read(ref _clock) is { } clock && message.Response.Headers.Date is { } date
            && message.TryGetProperty(SentAt, out var sent) && sent is long stamp)
        {
            clock.Learn(date, stamp, clock.GetTimestamp());
        }
    }
}
