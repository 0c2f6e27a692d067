using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Thai;

namespace AwardFlow.Records.Register;

/// <summary>
/// The register of outgoing letters (ทะเบียนหนังสือส่ง), with the columns of form 14 of the Prime Minister's Office Regulation on
/// Correspondence B.E. 2526: of a cycle, or of a year over all cycles.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="ledger">How letters went.</param>
/// <param name="corrections">Corrections of letters, each a letter of its own.</param>
public sealed class OutgoingRegister(CycleStore cycles, ResultsStore results, DeliveryLedger ledger, CorrectionStore corrections)
{
    /// <summary>Its columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["เลขทะเบียนส่ง", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ"];

    /// <summary>The letters of a cycle, by entry code, and then its corrections that were released.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">Its scores are not frozen, so letters have no numbers.</exception>
    public async Task<IReadOnlyList<object?[]>> OfAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        if (cycle.ResultsSha256 is null)
        {
            throw new CycleConflictException(RegisterTexts.NotClosed);
        }
        return [.. (await LinesAsync(cycle, cancellationToken)).Select((line, i) => line.Cells(i + 1))];
    }

    /// <summary>The released letters of all cycles that are dated in a year, by their dates and numbers; last the cycles that cannot be read.</summary>
    /// <param name="year">The year of the Buddhist Era.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<IReadOnlyList<object?[]>> OfYearAsync(int year, CancellationToken cancellationToken)
    {
        var (lines, left) = (new List<RegisterLine>(), new List<object?[]>());
        await foreach (var cycle in cycles.ListAsync(cancellationToken))
        {
            if (cycle is { ResultsSha256: not null, IsReleased: true })
            {
                try
                {
                    lines.AddRange((await LinesAsync(cycle, cancellationToken)).Where(line => ThaiDate.BuddhistYear(line.Date) == year));
                }
                catch (StorageException e) when (e.Fault == StorageFault.Damaged)
                {
                    // It keeps nobody from the others, but a register that lacks letters says so.
                    left.Add([null, null, null, null, null, null, null, RegisterTexts.Unreadable(cycle.Id)]);
                }
            }
        }
        // Letters that have one number all together stay by entry.
        return [.. lines.OrderBy(line => line.Date).ThenBy(line => line.Number).Select((line, i) => line.Cells(i + 1)), .. left];
    }

    private async Task<List<RegisterLine>> LinesAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        var rows = await ledger.ListAsync(cycle.Id, cancellationToken).ToDictionaryAsync(row => row.EntryCode, cancellationToken: cancellationToken);
        var letters = (await results.ReadAsync(cycle, cancellationToken)).Entries
            .Where(result => result.Average is not null)
            .OrderBy(result => result.Entry.Code, EntryCodeOrder.Counting).ToList();
        var lines = letters.Select(result => Line(definition, result, rows.GetValueOrDefault(result.Entry.Code), cycle.State == CycleState.Cancelled)).ToList();
        var released = (await corrections.ListAsync(cycle, cancellationToken)).Where(each => each.IsReleased).ToList();
        var corrected = released.Count == 0
            ? []
            : await ledger.CorrectionsAsync(cycle.Id, cancellationToken)
                .ToDictionaryAsync(row => (row.EntryCode, row.Letter), cancellationToken: cancellationToken);
        foreach (var correction in released)
        {
            var words = await corrections.WordsAsync(cycle, correction, cancellationToken);
            lines.AddRange(letters.Where(result => words.Has(result.Entry.Code)).Select(result =>
                Line(
                    words.Definition,
                    result with { Entry = words.EntryOf(result.Entry) },
                    corrected.GetValueOrDefault((result.Entry.Code, correction.Letter))) with
                {
                    Note = $"{result.Entry.Code} แก้ไขหนังสือที่ {new LetterWords(definition, result.Entry, result).Number}",
                }));
        }
        return lines;
    }

    private static RegisterLine Line(CycleDefinition definition, EntryResult result, LetterDelivery? row, bool isCalledOff = false)
    {
        var words = new LetterWords(definition, result.Entry, result);
        return new RegisterLine
        {
            Number = result.Entry.Serial is { } serial && definition.Letter.FirstNumber is { } first ? first + serial - 1 : null,
            LetterNumber = words.Number,
            Date = definition.Letter.Date,
            From = definition.Organiser.Name,
            To = result.Entry.Addressee,
            Subject = words.Subject,
            Way = RegisterTexts.Way(result.Entry, row, isCalledOff),
            Note = result.Entry.Code.Text,
        };
    }
}
