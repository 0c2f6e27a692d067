using AwardFlow.Thai;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AwardFlow.Web.Answers;

/// <summary>In which language a caller wants to be told things: the header <c>Accept-Language</c> (RFC 9110, 12.5.4).</summary>
internal static class AcceptLanguage
{
    /// <summary>Thai or English, whichever is wanted more; English where neither is named.</summary>
    public static Language Of(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language, StringWithQualityHeaderValueComparer.QualityComparer)
            .Select(Known).FirstOrDefault(language => language is not null);
        return wanted ?? Language.English;
    }

    /// <summary>Says that an answer depends on the language that is wanted, and which it is in.</summary>
    public static void Tell(HttpResponse response, Language language)
    {
        response.Headers.ContentLanguage = language == Language.Thai ? "th" : "en";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
    }

    private static Language? Known(StringWithQualityHeaderValue language) => language.Value.ToString().Split('-')[0].ToLowerInvariant() switch
    {
        "th" => Language.Thai,
        "en" => Language.English,
        _ => null,
    };
}
