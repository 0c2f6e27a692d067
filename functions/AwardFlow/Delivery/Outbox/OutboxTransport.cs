namespace AwardFlow.Delivery;

/// <summary>
/// Writes each mail as a file, <c>{cycle}_{entry}.eml</c> for a letter, that any mail program opens. For trials and for sending by
/// other means. A mail is in the folder whole or not at all, and once: a second attempt has the same name.
/// </summary>
/// <param name="folder">The folder; made if it is not there.</param>
/// <param name="time">The clock.</param>
public sealed class OutboxTransport(string folder, TimeProvider time) : IMailTransport, IMailSession
{
    /// <inheritdoc/>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public IMailSession Open() => this;

    /// <inheritdoc/>
    public Task<MailAnswer> AskAsync(LetterDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var file = new FileInfo(PathOf(delivery));
        return Task.FromResult(file.Exists ? MailAnswer.Taken(new MailReceipt(file.Name, new DateTimeOffset(file.LastWriteTimeUtc))) : MailAnswer.NeverTaken);
    }

    /// <inheritdoc/>
    public async Task<MailReceipt> SendAsync(LetterMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        Directory.CreateDirectory(folder);
        var path = PathOf(mail.Delivery);
        // One that a crash left unfinished is written over by the next attempt.
        var unfinished = $"{path}.unfinished";
        await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
        {
            await mail.Message.WriteToAsync(file, cancellationToken);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
        return new MailReceipt(Path.GetFileName(path), time.GetUtcNow());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string PathOf(LetterDelivery delivery) => Path.Combine(
        folder, $"{delivery.Cycle}_{delivery.EntryCode}{(delivery.Sending == 1 ? "" : $"_{delivery.Sending}")}{(delivery.Reminder == 0 ? "" : $"_reminder-{delivery.Reminder}")}.eml");
}
