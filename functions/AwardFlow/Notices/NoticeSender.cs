using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Notices;

/// <summary>
/// Hands a notice over. It is claimed before it goes out and settled after; one of which nobody can say whether it went is
/// not sent again: rather none than two, since the page says the same.
/// </summary>
/// <param name="storage">Where notices are kept.</param>
/// <param name="transport">The way out.</param>
/// <param name="mail">How mail is sent.</param>
/// <param name="settings">Where the office's pages are.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says what did not go out.</param>
public sealed partial class NoticeSender(
    IStorage storage, IMailTransport transport, MailSettings mail, NoticeSettings settings, TimeProvider time, ILogger<NoticeSender> logger)
{
    private const int MostAttempts = 12;
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Begins a session, in which a cycle's notices are handed over.</summary>
    public IMailSession Open() => transport.Open();

    /// <summary>Whether a notice is to be tried now.</summary>
    public bool IsDue(Notice notice)
    {
        var now = time.GetUtcNow();
        // A pause that is longer than any is of a clock that was ahead.
        return notice.NotBefore is not { } notBefore || notBefore <= now || notBefore > now + LongestPause;
    }

    /// <summary>Says that what a notice is about has passed.</summary>
    public Task OvertakeAsync(Notice notice) => SettleAsync(notice with { State = NoticeState.Overtaken });

    /// <summary>Hands it over, unless another server does.</summary>
    /// <param name="session">The session with the mail service.</param>
    /// <param name="notice">The notice as it was read.</param>
    /// <param name="cycle">The cycle as it stands.</param>
    /// <param name="definition">Its definition.</param>
    /// <param name="link">A judge's link; null for the cycle's page.</param>
    public async Task SendAsync(IMailSession session, Notice notice, Cycle cycle, CycleDefinition definition, Uri? link = null)
    {
        var now = time.GetUtcNow();
        var claim = notice with { State = NoticeState.Claimed, At = now, Attempts = notice.Attempts + 1, NotBefore = null };
        if (await storage.Rows.CommitAsync(notice.Partition, RowChange.Replace(claim), CancellationToken.None) is not { } version)
        {
            return; // Another server is at it.
        }
        claim = claim with { Version = version };
        var delivery = LetterDelivery.Of(cycle.Id, EntryCode.Parse(claim.Code)) with { Address = claim.Address, ClaimedAt = now, LastClaimedAt = now };
        try
        {
            var letter = LetterMail.Notify(
                definition,
                delivery,
                NoticeTexts.Subject(claim.Kind, definition),
                NoticeTexts.Of(claim, cycle, definition, link ?? LinkTo(cycle, claim)),
                mail);
            using var patience = new CancellationTokenSource(transport.Patience, time);
            var receipt = await session.SendAsync(letter, patience.Token);
            await SettleAsync(claim with { State = NoticeState.Sent, Answer = receipt.ProviderId });
        }
        catch (MailRefusedException e)
        {
            LogNotTold(cycle.Id, claim.Kind, e.Message);
            await SettleAsync(claim with { State = NoticeState.Refused, Answer = e.Message });
        }
        catch (Exception e) when (e is MailPostponedException or MailSettingsException)
        {
            LogNotTold(cycle.Id, claim.Kind, e.Message);
            var pause = TimeSpan.FromMinutes(Math.Min(LongestPause.TotalMinutes, Math.Pow(2, claim.Attempts - 1)));
            await SettleAsync(claim.Attempts >= MostAttempts
                ? claim with { State = NoticeState.Refused, Answer = e.Message }
                : claim with { State = NoticeState.Waiting, NotBefore = time.GetUtcNow() + pause, Answer = e.Message });
        }
        catch (Exception e) when (e is not (StorageException or OutOfMemoryException))
        {
            LogNotTold(cycle.Id, claim.Kind, e.Message);
            await SettleAsync(claim with { State = NoticeState.Unknown, Answer = e.Message });
        }
    }

    // Nobody else writes to a claimed row; what storage does not take stays claimed, and is not sent again.
    private Task SettleAsync(Notice notice) =>
        storage.Rows.CommitAsync(notice.Partition, RowChange.Replace(notice with { At = time.GetUtcNow() }), CancellationToken.None);

    private Uri? LinkTo(Cycle cycle, Notice notice) => settings.Office is { } office
        ? new Uri(office, notice.Correction is { } correction
            ? string.Create(CultureInfo.InvariantCulture, $"#cycle/{cycle.Id}/corrections/{correction}")
            : $"#cycle/{cycle.Id}")
        : null;

    [LoggerMessage(LogLevel.Warning, "Cycle {CycleId}: a notice ({Kind}) did not go out: {Why}")]
    private partial void LogNotTold(CycleId cycleId, NoticeKind kind, string why);
}
