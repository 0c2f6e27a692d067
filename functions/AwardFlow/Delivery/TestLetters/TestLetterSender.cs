using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Letters;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>
/// Sends the mail of a sample entry, with its documents, to the person who sets a cycle up. It stands in the history of the
/// cycle's definition, and not in its ledger: nobody's letter was sent.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="pictures">The emblem and the signature.</param>
/// <param name="links">Where recipients confirm.</param>
/// <param name="transport">The way out.</param>
/// <param name="settings">How mail is sent.</param>
/// <param name="time">The clock.</param>
public sealed class TestLetterSender(
    CycleStore cycles, LetterPictureStore pictures, IRecipientLinks links, IMailTransport transport, MailSettings settings, TimeProvider time)
{
    /// <summary>How many test letters of one cycle go out in <see cref="Span"/>.</summary>
    public const int Most = 10;

    /// <summary>The span of time in which <see cref="Most"/> go out.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromHours(1);

    /// <summary>Whether mail is only written to a folder of this machine, so that it goes to nobody.</summary>
    public bool StaysHere => settings.Transport == MailTransportKind.Outbox;

    /// <summary>
    /// Whether a person may have test letters sent to an address of their own choice:
    /// only within the organiser's own domain, since nothing here is to mail strangers.
    /// </summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="address">The address.</param>
    public bool MayGoTo(CycleDefinition definition, string address)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(address);
        return string.Equals(DomainOf(address), DomainOf(settings.From ?? definition.Organiser.SarabanEmail), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Sends a test letter.</summary>
    /// <param name="cycleId">The cycle; it may be a draft.</param>
    /// <param name="passed">Whether the sample entry passed.</param>
    /// <param name="address">Where it goes (<see cref="SarabanAddress"/>).</param>
    /// <param name="by">Who has it sent.</param>
    /// <param name="cancellationToken">Stops before the mail goes out.</param>
    /// <returns>What the mail service calls it.</returns>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">There were too many in this hour, or the mail service does not take it.</exception>
    /// <exception cref="InvalidDefinitionException">The organiser has no address of its own yet, from which mail could come.</exception>
    public async Task<MailReceipt> SendAsync(CycleId cycleId, bool passed, string address, Actor by, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        if (!SarabanAddress.TryRead(definition.Organiser.SarabanEmail, out _, out _))
        {
            throw new InvalidDefinitionException("organiser.sarabanEmail", TestLetterTexts.NoSender);
        }
        var documents = new SampleDocuments(definition, await pictures.ReadAsync(cycle, cancellationToken));
        var result = documents.Result(passed);
        var attached =
            LetterStore.Documents.Select(document => (LetterStore.FileName(document), BinaryData.FromBytes(documents.Test(document, passed)))).ToList();
        var number = await RecordAsync(cycle, address, by, cancellationToken);
        var now = time.GetUtcNow();
        // No letter's sending is 0, so its link leads to nobody's receipt, and what the mail service says of it to nobody's row,
        // also where an entry has this code.
        var delivery = LetterDelivery.Of(cycleId, EntryCode.Parse($"TEST-{number}")) with
        {
            Sending = 0,
            Address = address,
            ClaimedAt = now,
            LastClaimedAt = now,
        };
        var worded = new LetterWords(documents.Definition, result.Entry).Definition;
        var mail = LetterMail.Test(worded, delivery, result.Entry.Addressee, links.For(worded, delivery), attached, settings);
        try
        {
            await using var session = transport.Open();
            using var patience = new CancellationTokenSource(transport.Patience, time);
            return await session.SendAsync(mail, patience.Token);
        }
        catch (Exception e)
            when (e is MailRefusedException or MailPostponedException or MailSettingsException or MailOutcomeUnknownException or OperationCanceledException)
        {
            throw new CycleConflictException(TestLetterTexts.NotSent(e.Message));
        }
    }

    // It is written down before it goes out, so that no number of requests side by side gets past the bound.
    private async Task<int> RecordAsync(Cycle cycle, string address, Actor by, CancellationToken cancellationToken)
    {
        while (true)
        {
            var since = time.GetUtcNow() - Span;
            var sent = await cycles.ChangesAsync(cycle, cancellationToken)
                .CountAsync(change => change.Kind == DefinitionChangeKind.TestLetter && change.At > since, cancellationToken);
            if (sent >= Most)
            {
                throw new CycleConflictException(TestLetterTexts.TooMany(Most));
            }
            var change = new DefinitionChange { Kind = DefinitionChangeKind.TestLetter, Detail = address, At = time.GetUtcNow() };
            if (await cycles.TryChangeAsync(cycle, cycle, change, by, cancellationToken) is { } changed)
            {
                return changed.DefinitionChanges;
            }
            cycle = await cycles.GetAsync(cycle.Id, cancellationToken);
        }
    }

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];
}
