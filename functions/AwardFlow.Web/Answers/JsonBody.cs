using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Intake.Texts;
using AwardFlow.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AwardFlow.Web.Answers;

/// <summary>Reads bodies of requests.</summary>
internal static class JsonBody
{
    private const int Largest = 1_000_000;

    /// <summary>The body of a request in JSON, as bytes.</summary>
    /// <exception cref="BadHttpRequestException">It is too large (413).</exception>
    /// <exception cref="RequestRefusedException">It is of another kind (415).</exception>
    public static async Task<byte[]> BytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, UploadTexts.OtherKind, RequestTexts.JsonWanted(request.ContentType));
        }
        return await BytesAsync(request, Largest, cancellationToken);
    }

    /// <summary>The body of a request, whatever it is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="largest">The most bytes that it may have.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="BadHttpRequestException">It is too large (413).</exception>
    public static async Task<byte[]> BytesAsync(HttpRequest request, int largest, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = largest;
        }
        if (request.ContentLength > largest)
        {
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }

    /// <summary>A small record in JSON.</summary>
    /// <param name="request">The request.</param>
    /// <param name="member">The record's only member.</param>
    /// <param name="example">How the body should look.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="InvalidDefinitionException">It is not such a record.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, string member, string example, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(await BytesAsync(request, cancellationToken), AwardJson.Options) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new InvalidDefinitionException(member, RequestTexts.GivenAs(example));
        }
    }
}
