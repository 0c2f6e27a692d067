using System.Globalization;
using AwardFlow.Storage;
using MimeKit;

namespace AwardFlow.Delivery;

/// <summary>
/// Writes each mail as a file that any mail program opens: <c>{cycle}_{entry}.eml</c>, then <c>…_2.eml</c> for the letter
/// sent again and <c>…_reminder-1.eml</c>; an underscore of the entry's code is written twice, so that no two mails share
/// a name. For trials and for sending by other means. A mail is in the folder whole or not at all, and once.
/// </summary>
/// <param name="folder">The folder; made if it is not there, for the owner alone.</param>
/// <param name="time">The clock.</param>
public sealed class OutboxTransport(string folder, TimeProvider time) : IMailTransport, IMailSession
{
    private readonly string _folder = Path.GetFullPath(folder);

    private static readonly TimeSpan PauseWhenAway = TimeSpan.FromSeconds(30);

    // A file has CRLF, as mail has it on its way: some programs take no other.
    private static readonly FormatOptions Format = new() { NewLineFormat = NewLineFormat.Dos };

    /// <inheritdoc/>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public IMailSession Open() => this;

    /// <inheritdoc/>
    public async Task<MailAnswer> AskAsync(LetterDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        foreach (var path in PathsOf(delivery).Where(File.Exists))
        {
            if (await HoldsAsync(path, delivery, cancellationToken))
            {
                return MailAnswer.Taken(new MailReceipt(Path.GetFileName(path), new DateTimeOffset(File.GetLastWriteTimeUtc(path))));
            }
        }
        return MailAnswer.NeverTaken;
    }

    /// <inheritdoc/>
    public async Task<MailReceipt> SendAsync(LetterMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        try
        {
            return new MailReceipt(Path.GetFileName(await WriteAsync(mail, cancellationToken)), time.GetUtcNow());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailPostponedException($"The outbox cannot be written: {e.Message}", time.GetUtcNow() + PauseWhenAway, concernsAll: true);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<string> WriteAsync(LetterMail mail, CancellationToken cancellationToken)
    {
        DurableFiles.MakeFolder(_folder);
        foreach (var path in PathsOf(mail.Delivery))
        {
            // The same mail, of an attempt whose outcome was lost, is replaced; another one never is.
            if (!File.Exists(path) || await HoldsAsync(path, mail.Delivery, cancellationToken))
            {
                await DurableFiles.ReplaceAsync(
                    path, Path.Combine(_folder, $"{mail.Delivery.Id}.unfinished"), file => mail.Message.WriteToAsync(Format, file, cancellationToken));
                return path;
            }
        }
        throw new IOException($"{PathsOf(mail.Delivery).Last()} holds another mail.");
    }

    // A folder may hold mails of an earlier trial with the same cycle: their dates differ.
    private static async Task<bool> HoldsAsync(string path, LetterDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            var headers = await HeaderList.LoadAsync(file, cancellationToken);
            return headers[LetterMail.DeliveryHeader] == delivery.Id
                && MimeKit.Utils.DateUtils.TryParse(headers[HeaderId.Date] ?? "", out var date)
                && date.ToUnixTimeSeconds() == delivery.ClaimedAt?.ToUnixTimeSeconds();
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private IEnumerable<string> PathsOf(LetterDelivery delivery)
    {
        var name = $"{delivery.Cycle}_{delivery.EntryCode.ToString().Replace("_", "__", StringComparison.Ordinal)}{(delivery.Letter == 1 ? "" : $"_correction-{Correction.NumberOf(delivery.Letter)}")}{(delivery.Sending == 1 ? "" : $"_{delivery.Sending}")}{(delivery.Reminder == 0 ? "" : $"_reminder-{delivery.Reminder}")}";
        yield return Path.Combine(_folder, $"{name}.eml");
        yield return Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{name}_at-{delivery.ClaimedAt?.ToUnixTimeSeconds()}.eml"));
    }
}
