using AwardFlow.Intake;
using AwardFlow.Intake.Texts;
using AwardFlow.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace AwardFlow.Web.Answers;

/// <summary>
/// Takes uploaded sheets from requests: as the body itself, or as the multipart field <c>file</c>. What a file is its
/// content decides; media types and names are often wrong.
/// </summary>
public static class UploadBody
{
    /// <summary>The largest sheet in bytes.</summary>
    public const int LargestSheet = 50_000_000;

    // A client that is cut off while it sends sees a broken connection, not the answer. So too large a body is read to
    // its end, up to this many bytes, and thrown away.
    private const int LargestDrained = 4 * LargestSheet;

    private const int LongestName = 255;

    /// <summary>Reads a sheet; a large one is kept on disk meanwhile.</summary>
    /// <exception cref="BadHttpRequestException">It is too large (413).</exception>
    /// <exception cref="RequestRefusedException">It is plainly no sheet (415), there is none, or the body is broken.</exception>
    internal static async Task<UploadedFile> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestDrained;
        }
        var by = Access.Caller.Of(request.HttpContext);
        var options = new UploadOptions
        {
            Sheet = Asked(request, "sheet"),
            Judge = Asked(request, "judge"),
            FirstCode = Asked(request, "firstCode"),
            Confirm = Asked(request, "confirm"),
        };
        var media = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.Value?.ToLowerInvariant() : null;
        if (media == "multipart/form-data")
        {
            var file = await FormFileAsync(request, cancellationToken);
            return new UploadedFile(file.OpenReadStream(), Name(file.FileName), by, options);
        }
        if (media is "application/json" or "application/problem+json" || media?.Split('/')[0] is "image" or "audio" or "video" or "multipart")
        {
            throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, UploadTexts.OtherKind, UploadTexts.MediaType(media));
        }
        return new UploadedFile(await SpoolAsync(request, cancellationToken), Name: null, by, options);
    }

    private static string? Asked(HttpRequest request, string parameter) => request.Query[parameter].ToString() is { Length: > 0 } value ? value : null;

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
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            // Cut off on its way, or no form at all.
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, UploadTexts.Unreadable, RequestTexts.BrokenForm);
        }
        return form.Files.GetFile("file") ?? throw new RequestRefusedException(StatusCodes.Status400BadRequest, UploadTexts.Unreadable, UploadTexts.NoFile);
    }

    private static async Task<Stream> SpoolAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var spool = SpoolFile.Create();
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

    // Kept for people to recognise the file by; browsers of old send a whole path.
    private static string? Name(string sent)
    {
        var name = new string([.. sent.Split('/', '\\')[^1].Where(c => !char.IsControl(c))]);
        return name.Length == 0 ? null : name[..Math.Min(name.Length, LongestName)];
    }

    private static async Task<BadHttpRequestException> TooLargeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await request.Body.CopyToAsync(Stream.Null, cancellationToken);
        return new BadHttpRequestException("The sheet is too large.", StatusCodes.Status413PayloadTooLarge);
    }
}
