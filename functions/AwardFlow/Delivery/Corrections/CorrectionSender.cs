using System.Globalization;
using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>Takes a correction as far as it can go: renders its letters, calls for an approver, mails each once. Run again, it goes on where it was.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="corrections">The corrections.</param>
/// <param name="results">The frozen results.</param>
/// <param name="letters">Where documents are kept.</param>
/// <param name="manifests">What is approved.</param>
/// <param name="ledger">Where each mail's fate is written.</param>
/// <param name="journals">Writes what became of mails to the cycle's trail.</param>
/// <param name="run">Hands mails over.</param>
/// <param name="settings">Whether approval is needed.</param>
/// <param name="time">The clock.</param>
public sealed class CorrectionSender(
    CycleStore cycles, CorrectionStore corrections, ResultsStore results, LetterStore letters, ManifestStore manifests,
    DeliveryLedger ledger, JournalTrail journals, MailRun run, ApprovalSettings settings, TimeProvider time)
{
    // A step that runs for long is a step that is run again when its host is moved.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(2);

    // The mail service is asked again no sooner, and a person who stopped the cycle is looked for.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Goes on with a correction.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="number">The correction, from 1.</param>
    /// <param name="cancellationToken">Stops between one mail and the next.</param>
    /// <exception cref="MailSettingsException">The mail service does not let us in.</exception>
    public async Task<CorrectionStep> GoOnAsync(CycleId cycleId, int number, CancellationToken cancellationToken)
    {
        var stopAt = time.GetUtcNow() + LongestRun;
        while (time.GetUtcNow() < stopAt)
        {
            var cycle = await cycles.GetAsync(cycleId, cancellationToken);
            if (await corrections.FindAsync(cycleId, number, cancellationToken) is not { IsOver: false } correction)
            {
                return new CorrectionStep(IsOver: true);
            }
            var step = correction.State switch
            {
                CorrectionState.Rendering => await RenderAsync(cycle, correction, cancellationToken),
                CorrectionState.AwaitingApproval => await ReleaseAsync(cycle, correction, cancellationToken),
                _ => await SendAsync(cycle, correction, cancellationToken),
            };
            if (step is not null)
            {
                return step;
            }
        }
        return new CorrectionStep(IsOver: false, time.GetUtcNow());
    }

    // A page, or what follows when all are rendered; null where there is more to do at once.
    private async Task<CorrectionStep?> RenderAsync(Cycle cycle, Correction correction, CancellationToken cancellationToken)
    {
        var done = await corrections.PagesAsync(correction, cancellationToken);
        if (correction.Pages.FirstOrDefault(page => !done.ContainsKey(CorrectionPage.KeyOf(correction.Number, page))) is > 0 and var left)
        {
            await RenderPageAsync(cycle, correction, left, cancellationToken);
            return null;
        }
        var manifest = await manifests.WriteAsync(
            new Manifest(
                cycle.Id, cycle.Round, cycle.DefinitionSha256, cycle.ResultsSha256!, cycle.EmblemBlob, cycle.SignatureBlob,
                [.. correction.Pages.Select(page => done[CorrectionPage.KeyOf(correction.Number, page)])], correction.OrderSha256, cycle.ResultPartsSha256),
            cancellationToken);
        var isNeeded = settings.RuleOfCorrection(cycle, await cycles.DefinitionAsync(cycle, cancellationToken)) == Cycles.Approval.Required;
        var rendered = correction with
        {
            State = isNeeded ? CorrectionState.AwaitingApproval : CorrectionState.Sending,
            NeedsApproval = isNeeded,
            ManifestSha256 = manifest,
        };
        var entry = Entry(isNeeded ? TrailKind.CorrectionAwaited : TrailKind.CorrectionReleased, correction) with
        {
            After = TrailValues.Of(("manifest", manifest), ("letters", correction.Entries)),
        };
        await corrections.TryCommitAsync(cycle, rendered, entry, cancellationToken);
        return null;
    }

    private async Task RenderPageAsync(Cycle cycle, Correction correction, int page, CancellationToken cancellationToken)
    {
        var renderer = await corrections.RendererAsync(cycle, correction, cancellationToken);
        var entries = new List<ManifestEntry>();
        foreach (var result in await EntriesAsync(cycle, renderer.Words, page, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rendered = Render(renderer, result, out _);
            await letters.WriteCorrectionAsync(cycle.Id, correction.Number, rendered, cancellationToken);
            var first = await ledger.FindAsync(cycle.Id, result.Entry.Code, cancellationToken);
            entries.Add(new ManifestEntry(
                result.Entry.Code, first is null ? result.Entry.SarabanEmail : LetterManifest.AddressOfCorrection(first), LetterDocuments.HashesOf(rendered)));
        }
        await corrections.AddPageAsync(correction, page, await manifests.WritePageAsync(cycle.Id, entries, cancellationToken), cancellationToken);
    }

    private async Task<CorrectionStep?> ReleaseAsync(Cycle cycle, Correction correction, CancellationToken cancellationToken)
    {
        if (correction.ApprovedAt is null)
        {
            return new CorrectionStep(IsOver: false);
        }
        if (cycle.Paused is not null)
        {
            return new CorrectionStep(IsOver: false, time.GetUtcNow() + Pause);
        }
        if (time.GetUtcNow() < correction.UndoUntil)
        {
            return new CorrectionStep(IsOver: false, correction.UndoUntil);
        }
        var entry = Entry(TrailKind.CorrectionReleased, correction) with
        {
            After = TrailValues.Of(("manifest", correction.ManifestSha256), ("letters", correction.Entries), ("approvedBy", correction.Approvals[^1].By)),
        };
        await corrections.TryCommitAsync(cycle, correction with { State = CorrectionState.Sending, UndoUntil = null }, entry, cancellationToken);
        return null;
    }

    private async Task<CorrectionStep?> SendAsync(Cycle cycle, Correction correction, CancellationToken cancellationToken)
    {
        var stopAt = time.GetUtcNow() + MailRun.LongestStep;
        DateTimeOffset? later = null;
        CorrectionWords? words = null;
        foreach (var (index, page) in correction.Pages.Index())
        {
            var tally = await ledger.TallyAsync(cycle.Id, correction.Letter, page, cancellationToken);
            if (tally is { IsMailed: true })
            {
                continue;
            }
            words ??= await corrections.WordsAsync(cycle, correction, cancellationToken);
            var entries = (await EntriesAsync(cycle, words, page, cancellationToken)).ToDictionary(result => result.Entry.Code);
            if (tally is not { IsEntered: true })
            {
                await EnterAsync(cycle, correction, index, page, entries, cancellationToken);
            }
            if (cycle.Paused is not null)
            {
                return new CorrectionStep(IsOver: false, time.GetUtcNow() + Pause);
            }
            var mails = new List<(Intake.Entry, LetterDelivery)>();
            var codes = entries.Keys.OrderBy(code => code.Text, StringComparer.Ordinal).ToList();
            var rows = await ledger.ListAsync(cycle.Id, correction.Letter, codes[0], codes[^1], cancellationToken)
                .ToDictionaryAsync(row => row.EntryCode, cancellationToken: cancellationToken);
            foreach (var result in entries.Values)
            {
                if (rows.TryGetValue(result.Entry.Code, out var row))
                {
                    mails.Add((words.EntryOf(result.Entry), row));
                }
            }
            var sent = await run.SendAsync(words.Definition, mails, cancellationToken);
            var soonest = time.GetUtcNow() + Pause;
            if (sent.LookAgainAt is { } lookAgainAt)
            {
                later = later is { } other && other < lookAgainAt ? other : lookAgainAt;
                if (sent.InTrouble || sent.OutOfTurn)
                {
                    return new CorrectionStep(IsOver: false, sent.InTrouble && later < soonest ? soonest : later);
                }
            }
            // A person stopped the cycle, or had a letter of this page sent again in this moment.
            else if (await ledger.TallyAsync(cycle.Id, correction.Letter, page, cancellationToken) is not { IsMailed: true })
            {
                return new CorrectionStep(IsOver: false, soonest);
            }
            if (time.GetUtcNow() >= stopAt)
            {
                return new CorrectionStep(IsOver: false, time.GetUtcNow());
            }
        }
        // One that waits for its recipient's server keeps no other page waiting.
        if (later is not null)
        {
            return new CorrectionStep(IsOver: false, later);
        }
        await FinishAsync(cycle, correction, cancellationToken);
        return null;
    }

    // What was approved; an address that was corrected since is held by the gate until a second person lets it be used.
    private async Task EnterAsync(
        Cycle cycle, Correction correction, int index, int page, Dictionary<EntryCode, EntryResult> results, CancellationToken cancellationToken)
    {
        var rows = new List<LetterDelivery>();
        foreach (var entry in await manifests.ReadPageAsync(cycle.Id, correction.ManifestSha256!, index + 1, cancellationToken))
        {
            var first = await ledger.FindAsync(cycle.Id, entry.EntryCode, cancellationToken);
            var row = LetterDelivery.Of(cycle.Id, entry.EntryCode, cycle.Round, correction.Letter) with
            {
                Page = page,
                Address = first?.Address ?? entry.Address,
                Documents = entry.Documents,
            };
            var isByPost = first is not null && LetterManifest.AddressOfCorrection(first).Length == 0;
            rows.Add(
                entry.Documents.Count == 0
                    ? row with { State = DeliveryState.Held, Why = await WhyAsync(cycle, correction, results[entry.EntryCode], cancellationToken) }
                : first?.State is DeliveryState.Bounced or DeliveryState.Dropped or DeliveryState.Held
                    ? row with { State = DeliveryState.Held, Why = DeliveryCause.FirstNotReached }
                : isByPost ? row.WaitingToGo(time.GetUtcNow()) with { State = DeliveryState.ToPost }
                : row.WaitingToGo(time.GetUtcNow()));
        }
        await ledger.EnterAsync(cycle.Id, page, rows, cancellationToken);
    }

    private async Task<DeliveryCause> WhyAsync(Cycle cycle, Correction correction, EntryResult result, CancellationToken cancellationToken)
    {
        Render(await corrections.RendererAsync(cycle, correction, cancellationToken), result, out var why);
        return why ?? DeliveryCause.NotApproved;
    }

    private async Task FinishAsync(Cycle cycle, Correction correction, CancellationToken cancellationToken)
    {
        if (correction.Cancelled is { } cancelled)
        {
            await HoldPaperAsync(cycle, correction, cancelled, cancellationToken);
        }
        await journals.KeepLeftAsync(cycle.Id, cancellationToken);
        var totals = await ledger.TotalsAsync(cycle.Id, correction.Letter, cancellationToken);
        var sent = correction with
        {
            State = correction.Cancelled is not null && totals.Mailed + totals.Posted == 0 ? CorrectionState.Cancelled : CorrectionState.Sent,
            SentAt = correction.SentAt ?? time.GetUtcNow(),
        };
        var entry = Entry(TrailKind.CorrectionSent, correction) with
        {
            After = TrailValues.Of(("state", sent.State), ("letters", correction.Entries), ("mailed", totals.Mailed), ("held", totals.Held)),
        };
        await corrections.TryCommitAsync(cycle, sent, entry, cancellationToken);
    }

    // What was called off is not posted either.
    private async Task HoldPaperAsync(Cycle cycle, Correction correction, PersonsWord cancelled, CancellationToken cancellationToken)
    {
        var waiting = ledger.CorrectionsAsync(cycle.Id, cancellationToken).Where(row => row.Letter == correction.Letter && row.State == DeliveryState.ToPost);
        foreach (var row in await waiting.ToListAsync(cancellationToken))
        {
            var why = DeliveryCause.Cancelled(cancelled.Reason);
            await ledger.TryMoveAsync(row, row with { State = DeliveryState.Held, StateAt = time.GetUtcNow(), Why = why }, why, by: null, cancellationToken);
        }
    }

    // A letter that cannot be rendered is held, and the others go on.
    private static IReadOnlyList<(EntryCode Entry, LetterDocument Document, byte[] Pdf)> Render(
        CorrectionRenderer renderer, EntryResult result, out DeliveryCause? why)
    {
        why = null;
        try
        {
            return renderer.Render(result);
        }
        catch (LetterFaultException e)
        {
            why = e.Why;
            return [];
        }
    }

    private async Task<IReadOnlyList<EntryResult>> EntriesAsync(Cycle cycle, CorrectionWords words, int page, CancellationToken cancellationToken) =>
        [.. (await results.ReadPageAsync(cycle, page, cancellationToken))
            .Where(result => words.Has(result.Entry.Code))
            .OrderBy(result => result.Entry.Code.Text, StringComparer.Ordinal)];

    private TrailEntry Entry(string kind, Correction correction) =>
        new(kind, By: null, time.GetUtcNow()) { Subject = correction.Number.ToString(CultureInfo.InvariantCulture) };
}
