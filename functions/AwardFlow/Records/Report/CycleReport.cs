using AwardFlow.Cycles;
using AwardFlow.Letters;

namespace AwardFlow.Records.Report;

/// <summary>A cycle's report, and the memo that carries it upward.</summary>
/// <param name="reader">Takes its figures.</param>
/// <param name="pictures">The emblem.</param>
public sealed class CycleReport(FigureReader reader, LetterPictureStore pictures)
{
    /// <summary>The report as a PDF.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">Its scores are not frozen.</exception>
    public async Task<byte[]> PdfAsync(CycleId cycle, CancellationToken cancellationToken) =>
        ReportRenderer.Render(await reader.ReadAsync(cycle, cancellationToken));

    /// <summary>The memo as a PDF.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="options">To whom, from whom, number and date.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">Its scores are not frozen.</exception>
    public async Task<byte[]> MemoAsync(CycleId cycle, MemoOptions options, CancellationToken cancellationToken)
    {
        var figures = await reader.ReadAsync(cycle, cancellationToken);
        return new MemoRenderer(figures, options, (await pictures.ReadAsync(figures.Cycle, cancellationToken)).Emblem).Render();
    }

    /// <summary>The report's sheets, by name: their columns and rows, numbers as numbers.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">Its scores are not frozen.</exception>
    public async Task<IReadOnlyList<(string Name, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)>> SheetsAsync(
        CycleId cycle, CancellationToken cancellationToken) =>
        ReportSheets.Of(await reader.ReadAsync(cycle, cancellationToken));
}
