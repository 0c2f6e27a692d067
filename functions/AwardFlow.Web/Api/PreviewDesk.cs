using System.Threading.RateLimiting;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace AwardFlow.Web.Api;

/// <summary>Sets previews: a few at a time, so many a second for each caller, and none for a caller who left.</summary>
internal sealed class PreviewDesk : IDisposable
{
    private const int AtATime = 2;
    private const int Waiting = 16;
    private const int Burst = 40;
    private const int PerSecond = 20;

    private readonly ConcurrencyLimiter _together = new(
        new ConcurrencyLimiterOptions { PermitLimit = AtATime, QueueLimit = Waiting, QueueProcessingOrder = QueueProcessingOrder.NewestFirst });

    private readonly PartitionedRateLimiter<string> _pace = PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetTokenBucketLimiter(
        caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    /// <summary>Sets a document when it is its turn.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="render">Decodes what pictures it needs and sets it; runs on another thread.</param>
    /// <param name="cancellationToken">Gives up the place in the queue.</param>
    /// <exception cref="RequestRefusedException">There are too many.</exception>
    public async Task<byte[]> RenderAsync(string caller, Func<Task<byte[]>> render, CancellationToken cancellationToken)
    {
        using var pace = await _pace.AcquireAsync(caller, 1, cancellationToken);
        using var turn = pace.IsAcquired ? await _together.AcquireAsync(1, cancellationToken) : pace;
        if (!turn.IsAcquired)
        {
            throw new RequestRefusedException(StatusCodes.Status429TooManyRequests, SetupTexts.TooManyTitle, SetupTexts.TooMany);
        }
        cancellationToken.ThrowIfCancellationRequested();
        return await Task.Run(render, cancellationToken);
    }

    public void Dispose()
    {
        _together.Dispose();
        _pace.Dispose();
    }
}
