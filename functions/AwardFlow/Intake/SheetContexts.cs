using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>Looks up what sheets are understood against.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="accepted">What counts.</param>
/// <param name="mappings">What people said that columns mean.</param>
/// <param name="scores">The scores that count.</param>
public sealed class SheetContexts(CycleStore cycles, AcceptedRows accepted, ColumnMappings mappings, IScoresSoFar scores)
{
    internal async Task<SheetContext> OfAsync(Cycle cycle, UploadKind kind, CancellationToken cancellationToken)
    {
        var history = await accepted.HistoryAsync(cycle, cancellationToken);
        var uploads = AcceptedRows.Counting(history);
        var context = new SheetContext
        {
            Definition = await cycles.DefinitionAsync(cycle, cancellationToken),
            Entries = await accepted.EntriesAsync(cycle, uploads, cancellationToken),
            Withdrawn = new WithdrawnScores(Withdrawal.Of(history)),
            Judges = [.. uploads.SelectMany(upload => upload.Judges)],
            Submissions = uploads.Where(upload => upload.IsSubmission)
                .GroupBy(upload => upload.Judge!)
                .ToDictionary(each => each.Key, each => each.Last().Number),
            Mapping = new Sheets.ColumnMapping(await mappings.GetAsync(cycle.Id, kind, cancellationToken)),
        };
        return cycle.ScoreSheets == 0 ? context : context with { Scores = await scores.SoFarAsync(cycle, cancellationToken) };
    }
}
