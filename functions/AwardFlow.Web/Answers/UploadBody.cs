using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace AwardFlow.Web.Answers;

/// <summary>Takes uploaded sheets from requests: as the body itself, or as the multipart field <c>file</c>.</summary>
public static class UploadBody
{
    /// <summary>The largest sheet in bytes.</summary>
    public const int LargestSheet = 50_000_000;

    // A client that is cut off while it sends sees a broken connection, not the answer. So too large a body is read to
    // its end, up to this many bytes, and thrown away.
    private const int LargestDrained = 4 * LargestSheet;

    /// <summary>Reads a sheet; a large one is kept on disk meanwhile.</summary>
    /// <exception cref="BadHttpRequestException">It is too large (413), or of a kind that is not taken (415).</exception>
    internal static async Task<UploadedFile> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestDrained;
        }
        var by = request.HttpContext.User.Identity?.Name ?? "";
        if (request.HasFormContentType)
        {
            var file = await FormFileAsync(request, cancellationToken);
            return new UploadedFile(file.OpenReadStream(), FormatOf(file.ContentType, file.FileName), Path.GetFileName(file.FileName), by);
        }
        var format = FormatOf(request.ContentType, name: null);
        return new UploadedFile(await SpoolAsync(request, cancellationToken), format, Name: null, by);
    }

    private static async Task<IFormFile> FormFileAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = LargestSheet, ValueCountLimit = 16 }, cancellationToken);
        }
        catch (InvalidDataException e) when (e.Message.Contains("length limit", StringComparison.OrdinalIgnoreCase))
        {
            throw await TooLargeAsync(request, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw new BadHttpRequestException($"The multipart body cannot be read: {e.Message}", e);
        }
        return form.Files.GetFile("file") ?? throw new BadHttpRequestException("The multipart body has no file in its field 'file'.");
    }

    private static async Task<Stream> SpoolAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var spool = new FileStream(
            Path.Combine(Path.GetTempPath(), $"awardflow-{Guid.NewGuid():N}.upload"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var buffer = new byte[1 << 16];
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (spool.Length + read > LargestSheet)
                {
                    throw await TooLargeAsync(request, cancellationToken);
                }
                await spool.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
            await spool.FlushAsync(cancellationToken);
            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }

    // Windows without Excel's registration sends a csv file as something else, but its name tells.
    private static SheetFormat FormatOf(string? contentType, string? name)
    {
        var media = MediaTypeHeaderValue.TryParse(contentType, out var parsed) ? parsed.MediaType.Value?.ToLowerInvariant() : null;
        return (media, Path.GetExtension(name)?.ToLowerInvariant()) switch
        {
            ("text/csv" or "application/csv", _) => SheetFormat.Csv,
            (Xlsx.ContentType, _) => SheetFormat.Xlsx,
            (null or "application/octet-stream" or "application/vnd.ms-excel" or "text/plain", ".csv") => SheetFormat.Csv,
            (null or "application/octet-stream", ".xlsx") => SheetFormat.Xlsx,
            _ => throw new BadHttpRequestException(
                $"Sheets are taken as text/csv or {Xlsx.ContentType}; this one came as '{contentType}'.", StatusCodes.Status415UnsupportedMediaType),
        };
    }

    private static async Task<BadHttpRequestException> TooLargeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await request.Body.CopyToAsync(Stream.Null, cancellationToken);
        return new BadHttpRequestException("The sheet is too large.", StatusCodes.Status413PayloadTooLarge);
    }
}
