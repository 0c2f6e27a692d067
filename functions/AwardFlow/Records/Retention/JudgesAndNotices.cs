using AwardFlow.Cycles;
using AwardFlow.Intake.Judging;
using AwardFlow.Notices;
using AwardFlow.Storage;

namespace AwardFlow.Records.Retention;

/// <summary>
/// Erases what nobody needs of the people who worked on a cycle that is over: judges'
/// addresses and links, notices, and the mails in the outbox, which are copies.
/// </summary>
/// <param name="storage">Where they are kept.</param>
/// <param name="places">What is kept beside storage.</param>
public sealed class JudgesAndNotices(IStorage storage, IEnumerable<IOtherPlace> places)
{
    /// <summary>Erases them. Cut off, it is done again.</summary>
    /// <param name="cycle">The cycle, over, with no correction under way.</param>
    /// <param name="cancellationToken">Stops between one commit and the next.</param>
    /// <returns>Of how many judges, and how many notices.</returns>
    public async Task<int> EraseAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var count = 0;
        await foreach (var seat in storage.Rows.ListAsync<JudgeSeat>(cycle.Text, RowRange.Prefix(JudgeSeat.RowPrefix), cancellationToken)
            .Where(seat => seat.Email is not null || seat.LinkSecret is not null))
        {
            await storage.Rows.CommitAsync(cycle.Text, RowChange.Replace(seat with { Email = null, LinkSecret = null }), cancellationToken);
            count++;
        }
        await foreach (var some in storage.Rows.ListAsync(cycle.Text, RowRange.Prefix(Notice.Prefix), cancellationToken)
            .Chunk(RowLimits.MostChanges)
            .WithCancellation(cancellationToken))
        {
            await storage.Rows.CommitAsync(cycle.Text, [.. some.Select(row => RowChange.Delete(row.Key, row.Version))], cancellationToken);
            count += some.Length;
        }
        foreach (var place in places)
        {
            await place.RemoveAsync(cycle, cancellationToken);
        }
        return count;
    }
}
