using System.Security.Cryptography;
using AwardFlow.Cycles;
using AwardFlow.Storage;
using AwardFlow.Typesetting.Pictures;

namespace AwardFlow.Letters;

/// <summary>Keeps the pictures of cycles' documents: the files as they were sent, among the cycle's uploads.</summary>
/// <param name="storage">Where uploads are kept.</param>
/// <param name="cycles">The cycles.</param>
public sealed class LetterPictureStore(IStorage storage, CycleStore cycles)
{
    /// <summary>Takes a picture in place of the one before.</summary>
    /// <param name="cycleId">The cycle, not closed yet.</param>
    /// <param name="picture">Which picture.</param>
    /// <param name="format">Its format.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">The cycle is closed.</exception>
    /// <exception cref="InvalidDefinitionException">The file is not a picture that can be drawn.</exception>
    public async Task<Cycle> AcceptAsync(CycleId cycleId, LetterPicture picture, PictureFormat format, byte[] file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        MustBeOpen(await cycles.GetAsync(cycleId, cancellationToken));
        try
        {
            _ = Picture.Read(file, format);
        }
        catch (PictureException e)
        {
            throw new InvalidDefinitionException(picture == LetterPicture.Emblem ? "emblem" : "signature", PictureTexts.NotDrawn(e));
        }
        var blob = $"{Convert.ToHexStringLower(SHA256.HashData(file))}{Extension(format)}";
        await storage.Uploads.WriteAsync(new NewBlob($"{cycleId}/{blob}", BinaryData.FromBytes(file), format == PictureFormat.Svg ? "image/svg+xml" : "image/png"), cancellationToken);
        return await SetAsync(cycleId, picture, blob, cancellationToken);
    }

    /// <summary>Does without a picture from now on; the file stays as evidence.</summary>
    /// <inheritdoc cref="AcceptAsync" path="/exception[@cref!='T:AwardFlow.Cycles.InvalidDefinitionException']"/>
    public Task<Cycle> RemoveAsync(CycleId cycleId, LetterPicture picture, CancellationToken cancellationToken) =>
        SetAsync(cycleId, picture, blob: null, cancellationToken);

    /// <summary>A cycle's pictures.</summary>
    public async Task<LetterPictures> ReadAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return new LetterPictures(
            await ReadAsync(cycle.Id, cycle.EmblemBlob, cancellationToken), await ReadAsync(cycle.Id, cycle.SignatureBlob, cancellationToken));
    }

    private async Task<Picture?> ReadAsync(CycleId cycleId, string? blob, CancellationToken cancellationToken)
    {
        if (blob is null)
        {
            return null;
        }
        var file = await storage.Uploads.GetAsync($"{cycleId}/{blob}", cancellationToken);
        return Picture.Read(file.ToArray(), blob.EndsWith(Extension(PictureFormat.Svg), StringComparison.Ordinal) ? PictureFormat.Svg : PictureFormat.Png);
    }

    private Task<Cycle> SetAsync(CycleId cycleId, LetterPicture picture, string? blob, CancellationToken cancellationToken) => cycles.ChangeAsync(
        cycleId,
        cycle => picture == LetterPicture.Emblem ? MustBeOpen(cycle) with { EmblemBlob = blob } : MustBeOpen(cycle) with { SignatureBlob = blob },
        cancellationToken);

    private static Cycle MustBeOpen(Cycle cycle) => cycle.IsCollecting
        ? cycle
        : throw new CycleConflictException(PictureTexts.Closed(cycle.Id));

    private static string Extension(PictureFormat format) => format == PictureFormat.Svg ? ".svg" : ".png";
}
