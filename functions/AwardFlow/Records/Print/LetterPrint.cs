using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Receipts;
using AwardFlow.Records.Bags;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Pdf.Joining;

namespace AwardFlow.Records.Print;

/// <summary>All of a cycle's letters at once: one PDF to print, or a zip. Both are written as they are read, so memory does not grow with the cycle.</summary>
/// <param name="selection">Which letters.</param>
/// <param name="links">Where recipients confirm letters.</param>
/// <param name="receipts">Whether they can reach that from elsewhere.</param>
public sealed class LetterPrint(LetterSelection selection, IRecipientLinks links, ReceiptSettings receipts)
{
    /// <summary>How many labels a sheet has.</summary>
    public const int LabelsOnSheet = LabelSheet.OnSheet;

    /// <summary>Whether there is anything to print.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    public async Task<bool> AnyAsync(CycleId cycleId, LetterFilter filter, CancellationToken cancellationToken)
    {
        var (cycle, _) = await selection.CycleAsync(cycleId, cancellationToken);
        return await selection.ListWithCorrectionsAsync(cycle, filter, cancellationToken).AnyAsync(cancellationToken);
    }

    /// <summary>Writes one PDF of them, by entry code: of each letter its address sheet, if that is asked for, and its documents.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="options">Which.</param>
    /// <param name="output">Where it goes. Where something goes wrong on the way it has no end, so no reader takes it for whole.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="LetterFaultException">A document is missing or altered, and cannot be rendered as it was.</exception>
    public async Task WritePdfAsync(CycleId cycleId, PrintOptions options, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (cycle, definition) = await selection.CycleAsync(cycleId, cancellationToken);
        var binder = new PdfBinder($"หนังสือ {ThaiNumerals.InText(definition.Title)}", definition.Organiser.Name, Date(definition));
        await foreach (var letter in selection.FetchAsync(cycle, options, cancellationToken))
        {
            if (options.AddressSheets)
            {
                binder.Add(Address(cycle, letter));
            }
            foreach (var (_, pdf) in letter.Files)
            {
                binder.Add(pdf.ToMemory());
            }
            await binder.FlushAsync(output, cancellationToken);
        }
        binder.Finish();
        await binder.FlushAsync(output, cancellationToken);
    }

    /// <summary>Writes a zip of them: a folder an entry.</summary>
    /// <inheritdoc cref="WritePdfAsync" path="/param"/>
    /// <inheritdoc cref="WritePdfAsync" path="/exception"/>
    public async Task WriteZipAsync(CycleId cycleId, PrintOptions options, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (cycle, definition) = await selection.CycleAsync(cycleId, cancellationToken);
        // Of all entries the same time, so that the same letters give the same bytes.
        var date = Date(definition);
        await using var zip = await ZipSink.CreateAsync(output, $"{cycleId}-letters", date, cancellationToken);
        await foreach (var letter in selection.FetchAsync(cycle, options, cancellationToken))
        {
            if (options.AddressSheets)
            {
                await AddAsync(zip, $"{FolderOf(letter)}/address.pdf", Address(cycle, letter), cancellationToken);
            }
            foreach (var (document, pdf) in letter.Files)
            {
                await AddAsync(zip, $"{FolderOf(letter)}/{LetterStore.FileName(document)}", pdf.ToMemory(), cancellationToken);
            }
        }
    }

    /// <summary>Writes labels with the addresses of letters that go by post, 3 by 8 on a sheet.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="filter">Of which letters.</param>
    /// <param name="skip">How many labels of the first sheet are used already, 0 to 23.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">Its letters are not released, or it is paused.</exception>
    public async Task WriteLabelsAsync(CycleId cycleId, LetterFilter filter, int skip, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        var (cycle, definition) = await selection.CycleAsync(cycleId, cancellationToken);
        LetterSelection.MustLeave(cycle);
        var sheet = new LabelSheet(definition, skip);
        await foreach (var letter in selection.ListWithCorrectionsAsync(cycle, filter, cancellationToken))
        {
            sheet.Add(letter.Result.Entry, letter.Row.Letter);
        }
        await output.WriteAsync(sheet.Finish(), cancellationToken);
    }

    // Whoever has a telephone in the hand cannot reach this very machine.
    private byte[] Address(Cycle cycle, SelectedLetter letter)
    {
        var mayLeave = LetterSelection.MayLeave(cycle);
        var link = mayLeave && !receipts.BaseUrl.IsLoopback && letter.Row is { State: DeliveryState.ToPost or DeliveryState.Posted }
            ? links.For(letter.Definition, letter.Row)
            : null;
        return new AddressSheet(letter.Definition).Render(letter.Result, link, mayLeave ? null : DocumentMark.Draft);
    }

    private static string FolderOf(SelectedLetter letter) => letter.Row.Letter == 1
        ? letter.Row.EntryCode.Text
        : string.Create(CultureInfo.InvariantCulture, $"{letter.Row.EntryCode}/correction-{Correction.NumberOf(letter.Row.Letter)}");

    private static async Task AddAsync(ZipSink zip, string name, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        await using var stream = await zip.CreateAsync(name, cancellationToken);
        await stream.WriteAsync(file, cancellationToken);
    }

    private static DateTimeOffset Date(CycleDefinition definition) => new(definition.Letter.Date.ToDateTime(TimeOnly.MinValue), ThaiTime.Offset);
}
