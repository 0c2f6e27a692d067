using System.Net;
using System.Security.Cryptography;
using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Storage;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;

namespace AwardFlow.Intake;

/// <summary>
/// Takes uploaded sheets, whole or not at all. The file is kept as evidence either way; its rows count from the moment
/// that one transaction writes the upload's row and the cycle's, so no upload slips in while a cycle closes.
/// </summary>
/// <param name="storage">Where uploads are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="accepted">What was accepted before.</param>
/// <param name="time">The clock.</param>
public sealed class SheetIntake(AwardStorage storage, CycleStore cycles, AcceptedRows accepted, TimeProvider time)
{
    /// <summary>Takes a list of entries or a score sheet.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="kind">What the sheet holds.</param>
    /// <param name="file">The sheet.</param>
    /// <param name="cancellationToken">Stops reading and waiting for storage.</param>
    /// <returns>What was taken, and the state that the cycle was in.</returns>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">The cycle takes no uploads any more.</exception>
    /// <exception cref="UploadRefusedException">The sheet is bad.</exception>
    public async Task<(AcceptedUpload Upload, CycleState State)> AcceptAsync(string cycleId, UploadKind kind, UploadedFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var cycle = OpenForUploads(await cycles.GetAsync(cycleId, cancellationToken));
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(Rewound(file.Content), cancellationToken));
        var source = $"{sha256}.{(file.Format == SheetFormat.Csv ? "csv" : "xlsx")}";
        await storage.Uploads.GetBlobClient($"{cycleId}/{source}").UploadAsync(Rewound(file.Content), new BlobUploadOptions(), cancellationToken);
        while (true)
        {
            var (rows, count, entries, ignored) = await UnderstandAsync(cycle, kind, file, cancellationToken);
            var rowsBlob = $"{Convert.ToHexStringLower(SHA256.HashData(rows))}.rows.csv";
            await storage.Uploads.GetBlobClient($"{cycleId}/{rowsBlob}").UploadAsync(BinaryData.FromBytes(rows), overwrite: true, cancellationToken);
            var upload = new Upload
            {
                PartitionKey = cycleId,
                RowKey = Upload.Key(cycle.Uploads + 1),
                Number = cycle.Uploads + 1,
                Kind = kind,
                FileName = file.Name,
                SourceBlob = source,
                RowsBlob = rowsBlob,
                Rows = count,
                By = file.By,
                At = time.GetUtcNow(),
            };
            var counted = cycle with
            {
                Uploads = upload.Number,
                Entries = entries,
                ScoreSheets = cycle.ScoreSheets + (kind == UploadKind.Scores ? 1 : 0),
            };
            if (await TryCommitAsync(counted, upload, cancellationToken))
            {
                return (new AcceptedUpload(upload.Number, kind, count, entries, ignored, sha256), cycle.State);
            }
            // Somebody else uploaded, extended or closed meanwhile: look again at what that means for this sheet.
            cycle = OpenForUploads(await cycles.GetAsync(cycleId, cancellationToken));
        }
    }

    private async Task<(byte[] Rows, int Count, int Entries, IReadOnlyList<string> Ignored)> UnderstandAsync(
        Cycle cycle, UploadKind kind, UploadedFile file, CancellationToken cancellationToken)
    {
        var known = await accepted.EntriesAsync(cycle, cancellationToken);
        var sheet = file.Format == SheetFormat.Csv ? CsvSheet.Read(Rewound(file.Content)) : XlsxSheet.Read(Rewound(file.Content));
        if (kind == UploadKind.Entries)
        {
            var entries = EntriesSheet.Read(sheet, out var ignored);
            var codes = known.Concat(entries).Select(entry => entry.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return (AcceptedRows.Write(entries), entries.Count, codes.Count, ignored);
        }
        else
        {
            var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
            var scores = new ScoresSheet(definition, known.Select(entry => entry.Code)).Read(sheet, out var ignored);
            return (AcceptedRows.Write(scores), scores.Count, known.Count, ignored);
        }
    }

    private async Task<bool> TryCommitAsync(Cycle cycle, Upload upload, CancellationToken cancellationToken)
    {
        try
        {
            await storage.Cycles.SubmitTransactionAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.UpdateReplace, cycle, cycle.ETag),
                    new TableTransactionAction(TableTransactionActionType.Add, upload),
                ],
                cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is (int)HttpStatusCode.PreconditionFailed or (int)HttpStatusCode.Conflict)
        {
            return false;
        }
    }

    private Cycle OpenForUploads(Cycle cycle) => cycle switch
    {
        { IsCollecting: false } => throw new CycleConflictException($"The cycle '{cycle.Id}' is closed: its scores are frozen and it takes no uploads."),
        { CloseRequestedAt: not null } => throw new CycleConflictException($"The cycle '{cycle.Id}' is being closed and takes no uploads."),
        { State: CycleState.Open } when time.GetUtcNow() >= cycle.ClosesAt =>
            throw new CycleConflictException($"The closing time of the cycle '{cycle.Id}' has passed and it takes no uploads."),
        _ => cycle,
    };

    private static Stream Rewound(Stream stream)
    {
        stream.Position = 0;
        return stream;
    }
}
