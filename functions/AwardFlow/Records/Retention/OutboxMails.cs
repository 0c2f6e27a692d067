using AwardFlow.Cycles;
using MimeKit;

namespace AwardFlow.Records.Retention;

/// <summary>
/// The mails of an outbox. They are copies: the ledger says what was sent, and an archive has each mail written again. While a
/// cycle runs they are what tells whether a mail was taken, so they stay until it is over.
/// </summary>
/// <param name="folder">The outbox.</param>
internal sealed class OutboxMails(string folder) : IOtherPlace
{
    public async Task<IReadOnlyList<PersonFinding>> FindAsync(Func<string, bool> names, Func<string, bool> isOver, CancellationToken cancellationToken) =>
    [
        .. (await NamingAsync(names, cancellationToken)).GroupBy(CycleOf, StringComparer.Ordinal).OrderBy(cycle => cycle.Key, StringComparer.Ordinal)
            .Select(cycle => new PersonFinding(
                cycle.Key, FindingKind.Outbox, cycle.Count(), FindingKind.KeptFor(FindingKind.Outbox, isMeant: true, isOver(cycle.Key)))),
    ];

    public async Task EraseAsync(Func<string, bool> names, Func<string, bool> isOver, CancellationToken cancellationToken)
    {
        foreach (var path in (await NamingAsync(names, cancellationToken)).Where(path => isOver(CycleOf(path))))
        {
            File.Delete(path);
        }
    }

    public Task RemoveAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        foreach (var path in Files().Where(path => CycleOf(path) == cycle.Text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            File.Delete(path);
        }
        return Task.CompletedTask;
    }

    private string[] Files() => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [];

    // Cycles' ids have no underscore.
    private static string CycleOf(string path) => Path.GetFileName(path).Split('_')[0];

    private async Task<List<string>> NamingAsync(Func<string, bool> names, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var path in Files())
        {
            if (await IsInAsync(path, names, cancellationToken))
            {
                found.Add(path);
            }
        }
        return found;
    }

    // As a reader sees it: a mail's own lines are encoded. Attached letters are PDF and not looked into.
    private static async Task<bool> IsInAsync(string path, Func<string, bool> names, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var message = await MimeMessage.LoadAsync(file, persistent: true, cancellationToken);
            return message.From.Concat(message.ReplyTo)
                .Concat(message.To)
                .Concat(message.Cc)
                .Any(address => names(address.ToString()) || names(address.Name ?? ""))
                || names(message.Subject ?? "") || message.BodyParts.OfType<TextPart>().Any(part => names(part.Text));
        }
        catch (FileNotFoundException)
        {
            return false; // A person took it away meanwhile.
        }
        catch (FormatException)
        {
            return true; // What cannot be looked into may hold it.
        }
    }
}
