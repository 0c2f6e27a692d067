using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Engine;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Intake;

/// <summary>Setting cycles up: their definitions, from the first draft until scores are frozen.</summary>
/// <param name="storage">Where pictures are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="effects">What a change does to accepted scores.</param>
/// <param name="engine">Runs the flows.</param>
/// <param name="time">The clock.</param>
public sealed class DefinitionCommands(IStorage storage, CycleStore cycles, DefinitionEffects effects, ICycleEngine engine, TimeProvider time)
{
    // Two who start a cycle in the same moment get two ids.
    private const int MostIds = 1000;

    /// <summary>Creates a cycle and starts its flow, opens a draft, or changes a cycle whose scores are not frozen.</summary>
    /// <param name="definition">The definition, checked.</param>
    /// <param name="put">Who puts it, and on what conditions.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="InvalidDefinitionException">The closing time has passed.</exception>
    /// <exception cref="DefinitionChangedException">A condition does not hold.</exception>
    /// <exception cref="CycleConflictException">The cycle is closed.</exception>
    public async Task<DefinitionResult> PutAsync(CycleDefinition definition, DefinitionPut put, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(put);
        while (true)
        {
            var before = await cycles.FindAsync(definition.Id, cancellationToken);
            MustHold(put, definition.Id, before);
            if (before is null)
            {
                MustBeAhead(definition.ClosesAt);
                var created = Cycle.New(definition) with { DefinitionSha256 = await cycles.KeepAsync(definition, cancellationToken) };
                if (await cycles.TryCreateAsync(created, Change(DefinitionChangeKind.Created), put.By, cancellationToken) is not { } cycle)
                {
                    continue;
                }
                await engine.StartAsync(definition.Id, CancellationToken.None);
                return new DefinitionResult(cycle);
            }
            MustBeEditable(before);
            if (before.IsDraft || before.ClosesAt != definition.ClosesAt)
            {
                MustBeAhead(definition.ClosesAt);
            }
            var effect = before.IsDraft ? null : await effects.OfAsync(before, definition, cancellationToken);
            if (effect is not null && effect.Confirm != put.Confirm)
            {
                return new DefinitionResult(before) { Before = before, ToConfirm = effect };
            }
            var after = before with
            {
                // A later closing time calls a cycle back that lacked scores.
                State = before.ClosesAt == definition.ClosesAt && !before.IsDraft ? before.State : CycleState.Open,
                ClosesAt = definition.ClosesAt,
                ClosesByHand = before.ClosesByHand && before.ClosesAt == definition.ClosesAt,
                DefinitionSha256 = await cycles.KeepAsync(definition, cancellationToken),
            };
            if (after == before)
            {
                return new DefinitionResult(before) { Before = before };
            }
            var change = Change(before.IsDraft ? DefinitionChangeKind.Opened : DefinitionChangeKind.Changed) with { ScoresDropped = effect?.Dropped };
            if (await cycles.TryChangeAsync(before, after, change, put.By, cancellationToken) is { } changed)
            {
                await WakeAsync(changed);
                return new DefinitionResult(changed) { Before = before };
            }
        }
    }

    /// <summary>Creates or changes a draft, which may lack things.</summary>
    /// <param name="id">The cycle.</param>
    /// <param name="draft">The definition as it is so far.</param>
    /// <param name="put">Who puts it, and on what conditions.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="DefinitionChangedException">A condition does not hold.</exception>
    /// <exception cref="CycleConflictException">The cycle is no draft any more.</exception>
    public async Task<DefinitionResult> PutDraftAsync(CycleId id, DefinitionDraft draft, DefinitionPut put, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(put);
        while (true)
        {
            var before = await cycles.FindAsync(id, cancellationToken);
            MustHold(put, id, before);
            if (before is { IsDraft: false })
            {
                throw new CycleConflictException(CycleTexts.NoDraft(id));
            }
            var row = (before ?? new Cycle { Partition = id.Text, Key = Cycle.Row, State = CycleState.Draft }) with
            {
                ClosesAt = draft.Definition.ClosesAt,
                DefinitionSha256 = await cycles.KeepAsync(id, draft, cancellationToken),
            };
            var stored = row == before ? before
                : before is null ? await cycles.TryCreateAsync(row, Change(DefinitionChangeKind.Created), put.By, cancellationToken)
                : await cycles.TryChangeAsync(before, row, Change(DefinitionChangeKind.Changed), put.By, cancellationToken);
            if (stored is not null)
            {
                return new DefinitionResult(stored) { Before = before, Faults = draft.Faults };
            }
        }
    }

    /// <summary>Opens a draft: its definition is whole, and entries and scores may come.</summary>
    /// <param name="id">The cycle.</param>
    /// <param name="put">Who opens it, and on what conditions.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="InvalidDefinitionException">The definition lacks something, or its closing time has passed.</exception>
    /// <exception cref="CycleConflictException">The cycle is no draft any more.</exception>
    public async Task<DefinitionResult> OpenAsync(CycleId id, DefinitionPut put, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(put);
        var cycle = await cycles.GetAsync(id, cancellationToken);
        MustHold(put, id, cycle);
        if (!cycle.IsDraft)
        {
            throw new CycleConflictException(CycleTexts.NoDraft(id));
        }
        var draft = await cycles.DraftAsync(cycle, cancellationToken);
        return draft.Faults.Count > 0
            ? throw new InvalidDefinitionException(draft.Faults)
            // What was looked at is what is opened.
            : await PutAsync(draft.Definition, put with { IfMatch = [cycle.DefinitionTag], MustBeNew = false }, cancellationToken);
    }

    /// <summary>Starts a draft from another definition.</summary>
    /// <param name="id">The new cycle's id; null for one that is made from its year.</param>
    /// <param name="source">What it starts from; of it, dates and years are brought up to date.</param>
    /// <param name="pictures">The cycle whose emblem and signature it takes over; null for none.</param>
    /// <param name="by">Who starts it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="DefinitionChangedException">There is a cycle with this id.</exception>
    public async Task<DefinitionResult> StartAsync(CycleId? id, DefinitionDraft source, Cycle? pictures, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var year = NewDefinition.YearOf(time.GetUtcNow());
        for (var n = 1; n <= MostIds; n++)
        {
            var name = id ?? CycleId.Parse(n == 1 ? $"award-{year}" : $"award-{year}-{n}");
            if (await cycles.FindAsync(name, cancellationToken) is null && (id is not null || !await cycles.IsBeingErasedAsync(name, cancellationToken)))
            {
                var draft = NewDefinition.From(source, name, time.GetUtcNow());
                var row = Cycle.New(draft.Definition) with
                {
                    State = CycleState.Draft,
                    DefinitionSha256 = await cycles.KeepAsync(name, draft, cancellationToken),
                    EmblemBlob = await CopyAsync(pictures, pictures?.EmblemBlob, name, cancellationToken),
                    SignatureBlob = await CopyAsync(pictures, pictures?.SignatureBlob, name, cancellationToken),
                };
                var started = Change(DefinitionChangeKind.Created) with { Detail = BroughtUp(source, draft) };
                if (await cycles.TryCreateAsync(row, started, by, cancellationToken) is { } created)
                {
                    return new DefinitionResult(created) { Faults = draft.Faults };
                }
            }
            if (id is not null)
            {
                throw new DefinitionChangedException(CycleTexts.IsThere(name), await cycles.FindAsync(name, cancellationToken));
            }
        }
        throw new CycleConflictException(CycleTexts.NoIdLeft(year));
    }

    private static string? BroughtUp(DefinitionDraft source, DefinitionDraft draft) => NewDefinition.YearsBroughtUp(source, draft) is { Count: > 0 } places
        ? string.Join(';', places.Prepend(source.Definition.Year.ToString(CultureInfo.InvariantCulture))) : null;

    private async Task<string?> CopyAsync(Cycle? from, string? blob, CycleId to, CancellationToken cancellationToken)
    {
        if (from is null || blob is null)
        {
            return null;
        }
        var file = await storage.Uploads.GetAsync($"{from.Id}/{blob}", cancellationToken);
        await storage.Uploads.WriteAsync(new NewBlob($"{to}/{blob}", file), cancellationToken);
        return blob;
    }

    // A cycle that lacks scores is not woken by a word that was changed: with nothing left to wait for it would close at once.
    private async Task WakeAsync(Cycle cycle)
    {
        if (cycle.State == CycleState.Open)
        {
            await engine.StartAsync(cycle.Id, CancellationToken.None);
            await engine.SignalAsync(cycle.Id, Signals.Extend, CancellationToken.None);
        }
    }

    private DefinitionChange Change(DefinitionChangeKind kind) => new() { Kind = kind, At = time.GetUtcNow() };

    private static void MustHold(DefinitionPut put, CycleId id, Cycle? cycle)
    {
        if (put.MustBeNew && cycle is not null)
        {
            throw new DefinitionChangedException(CycleTexts.IsThere(id), cycle);
        }
        if (put.IfMatch is { } tags && (cycle is null || !tags.Any(tag => tag == "*" || tag == cycle.DefinitionTag)))
        {
            throw new DefinitionChangedException(cycle is null ? CycleTexts.IsNotThere(id) : CycleTexts.ChangedMeanwhile(cycle), cycle);
        }
    }

    private static void MustBeEditable(Cycle cycle)
    {
        if (!cycle.IsEditable)
        {
            throw new CycleConflictException(CycleTexts.DefinitionStands(cycle.Id));
        }
    }

    private void MustBeAhead(DateTimeOffset closesAt)
    {
        if (closesAt <= time.GetUtcNow())
        {
            throw new InvalidDefinitionException("closesAt", CycleTexts.TimePassed(closesAt));
        }
    }
}
