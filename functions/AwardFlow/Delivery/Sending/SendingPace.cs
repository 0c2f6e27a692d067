using System.Globalization;
using System.Net;
using AwardFlow.Storage;
using Azure;
using Azure.Data.Tables;

namespace AwardFlow.Delivery;

/// <summary>
/// Keeps all workers of a cycle together below <see cref="MailSettings.PerMinute"/>: each page of letters takes a stretch
/// of time of its own from a row that they share, and spreads its mails evenly over it.
/// </summary>
/// <param name="storage">Where the row is kept.</param>
/// <param name="settings">How many mails a minute.</param>
/// <param name="time">The clock.</param>
public sealed class SendingPace(AwardStorage storage, MailSettings settings, TimeProvider time)
{
    private const string TailKey = "pace";
    private const string TailColumn = "FreeFrom";
    private const string StartColumn = "Start";
    private const string EndColumn = "End";

    /// <summary>The stretch of time in which a page may send its mails.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="page">The page.</param>
    /// <param name="mails">How many it has left to send, above 0.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The stretch, now or ahead; null where there is no bound.</returns>
    public async Task<Stretch?> TakeAsync(string cycle, int page, int mails, CancellationToken cancellationToken)
    {
        if (settings.PerMinute is not { } perMinute)
        {
            return null;
        }
        var pageKey = string.Create(CultureInfo.InvariantCulture, $"{TailKey}-{page:D4}");
        var between = TimeSpan.FromMinutes(1) / perMinute;
        while (true)
        {
            var now = time.GetUtcNow();
            var taken = await storage.Steps.GetEntityIfExistsAsync<TableEntity>(cycle, pageKey, cancellationToken: cancellationToken);
            if (taken.HasValue && taken.Value!.GetDateTimeOffset(EndColumn) >= now + mails * between)
            {
                return new Stretch(taken.Value!.GetDateTimeOffset(StartColumn)!.Value, taken.Value!.GetDateTimeOffset(EndColumn)!.Value, between);
            }
            var tail = await storage.Steps.GetEntityIfExistsAsync<TableEntity>(cycle, TailKey, cancellationToken: cancellationToken);
            var freeFrom = tail.HasValue ? tail.Value!.GetDateTimeOffset(TailColumn)!.Value : now;
            var start = freeFrom > now ? freeFrom : now;
            var end = start + mails * between;
            var moved = new TableEntity(cycle, TailKey) { [TailColumn] = end };
            if (await TrySubmitAsync(
                [
                    tail.HasValue
                        ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, moved, tail.Value!.ETag)
                        : new TableTransactionAction(TableTransactionActionType.Add, moved),
                    new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(cycle, pageKey) { [StartColumn] = start, [EndColumn] = end }),
                ],
                cancellationToken))
            {
                return new Stretch(start, end, between);
            }
        }
    }

    private async Task<bool> TrySubmitAsync(TableTransactionAction[] rows, CancellationToken cancellationToken)
    {
        try
        {
            await storage.Steps.SubmitTransactionAsync(rows, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is (int)HttpStatusCode.PreconditionFailed or (int)HttpStatusCode.Conflict)
        {
            return false;
        }
    }

    /// <summary>A stretch of time for the mails of a page.</summary>
    /// <param name="Start">When the first may go.</param>
    /// <param name="End">When the last has gone.</param>
    /// <param name="Between">The time from one mail to the next.</param>
    public sealed record Stretch(DateTimeOffset Start, DateTimeOffset End, TimeSpan Between);
}
