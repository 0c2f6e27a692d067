using System.Collections.Concurrent;
using System.Security.Cryptography;
using AwardFlow.Cycles;
using AwardFlow.Storage;
using AwardFlow.Trail;
using AwardFlow.Typesetting.Pictures;

namespace AwardFlow.Letters;

/// <summary>Keeps the pictures of cycles' documents: the files as they were sent, among the cycle's uploads.</summary>
/// <param name="storage">Where uploads are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="time">The clock.</param>
public sealed class LetterPictureStore(IStorage storage, CycleStore cycles, TimeProvider time)
{
    // Letters are rendered page by page, and previews set letter by letter, each with the same two.
    private const int MostDecoded = 16;

    private readonly ConcurrentDictionary<string, Picture> _decoded = new(StringComparer.Ordinal);

    /// <summary>Takes a picture in place of the one before.</summary>
    /// <param name="cycleId">The cycle, not closed yet.</param>
    /// <param name="picture">Which picture.</param>
    /// <param name="format">Its format.</param>
    /// <param name="file">The file.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">The cycle is closed.</exception>
    /// <exception cref="InvalidDefinitionException">The file is not a picture that can be drawn.</exception>
    public async Task<Cycle> AcceptAsync(
        CycleId cycleId, LetterPicture picture, PictureFormat format, byte[] file, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        MustBeEditable(await cycles.GetAsync(cycleId, cancellationToken));
        _ = Read(picture, format, file);
        var blob = $"{Convert.ToHexStringLower(SHA256.HashData(file))}{Extension(format)}";
        await storage.Uploads.WriteAsync(
            new NewBlob($"{cycleId}/{blob}", BinaryData.FromBytes(file), format == PictureFormat.Svg ? "image/svg+xml" : "image/png"), cancellationToken);
        return await SetAsync(cycleId, picture, blob, by, cancellationToken);
    }

    /// <summary>Does without a picture from now on; the file stays as evidence.</summary>
    /// <inheritdoc cref="AcceptAsync" path="/exception[@cref!='T:AwardFlow.Cycles.InvalidDefinitionException']"/>
    public Task<Cycle> RemoveAsync(CycleId cycleId, LetterPicture picture, Actor by, CancellationToken cancellationToken) =>
        SetAsync(cycleId, picture, blob: null, by, cancellationToken);

    /// <summary>Reads a picture that somebody sends.</summary>
    /// <exception cref="InvalidDefinitionException">The file is not a picture that can be drawn.</exception>
    public static Picture Read(LetterPicture picture, PictureFormat format, byte[] file)
    {
        try
        {
            return Picture.Read(file, format);
        }
        catch (PictureException e)
        {
            throw new InvalidDefinitionException(picture == LetterPicture.Emblem ? "emblem" : "signature", PictureTexts.NotDrawn(e));
        }
    }

    /// <summary>The file of a picture as it was sent, and its format; null where the cycle does without.</summary>
    public async Task<(BinaryData File, PictureFormat Format)?> FindFileAsync(Cycle cycle, LetterPicture picture, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var blob = BlobOf(cycle, picture);
        return blob is null ? null : (await storage.Uploads.GetAsync($"{cycle.Id}/{blob}", cancellationToken), FormatOf(blob));
    }

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
        // The name holds the file's hash, so what was decoded once is that picture still.
        var path = $"{cycleId}/{blob}";
        if (!_decoded.TryGetValue(path, out var picture))
        {
            var file = await storage.Uploads.GetAsync(path, cancellationToken);
            picture = Picture.Read(file.ToArray(), FormatOf(blob));
            if (_decoded.Count >= MostDecoded)
            {
                _decoded.Clear();
            }
            _decoded[path] = picture;
        }
        return picture;
    }

    private async Task<Cycle> SetAsync(CycleId cycleId, LetterPicture picture, string? blob, Actor by, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = MustBeEditable(await cycles.GetAsync(cycleId, cancellationToken));
            if (BlobOf(before, picture) == blob)
            {
                return before;
            }
            var (after, kind) = picture == LetterPicture.Emblem
                ? (before with { EmblemBlob = blob }, DefinitionChangeKind.Emblem)
                : (before with { SignatureBlob = blob }, DefinitionChangeKind.Signature);
            if (await cycles.TryChangeAsync(before, after, new DefinitionChange { Kind = kind, Detail = blob, At = time.GetUtcNow() }, by, cancellationToken)
                is { } changed)
            {
                return changed;
            }
        }
    }

    private static string? BlobOf(Cycle cycle, LetterPicture picture) => picture == LetterPicture.Emblem ? cycle.EmblemBlob : cycle.SignatureBlob;

    private static Cycle MustBeEditable(Cycle cycle) => cycle.IsEditable
        ? cycle
        : throw new CycleConflictException(PictureTexts.Closed(cycle.Id));

    private static PictureFormat FormatOf(string blob) =>
        blob.EndsWith(Extension(PictureFormat.Svg), StringComparison.Ordinal) ? PictureFormat.Svg : PictureFormat.Png;

    private static string Extension(PictureFormat format) => format == PictureFormat.Svg ? ".svg" : ".png";
}
