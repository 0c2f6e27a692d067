using System.Text;

namespace AwardFlow.Tests.Functions;

/// <summary>Requests of people whom the platform signed in, as its host hands them to the app.</summary>
public class SignedInTests
{
    private static readonly string Principal = Convert.ToBase64String(Encoding.UTF8.GetBytes(
        """{"auth_typ":"aad","role_typ":"roles","claims":[{"typ":"preferred_username","val":"malee@example.go.th"},{"typ":"oid","val":"0f8e3c1a-7d52-4a40-9a55-000000000001"},{"typ":"roles","val":"Operator"}]}"""));

    [Theory]
    [InlineData("https://award.example", "same-origin", "https", 200)]
    [InlineData("https://award.example", null, "https", 200)]
    [InlineData(null, null, "https", 200)]
    [InlineData("http://award.example", null, "http", 200)]
    [InlineData("http://award.example", null, "https", 401)]
    [InlineData("https://award.example", null, "http", 401)]
    [InlineData("https://another.example", "cross-site", "https", 401)]
    [InlineData("https://another.example", null, "https", 401)]
    [InlineData("https://other.award.example", "same-site", "https", 401)]
    [InlineData("https://award.example:444", null, "https", 401)]
    [InlineData("null", null, "https", 401)]
    public async Task Only_the_apps_own_pages_speak_for_who_is_signed_in(string? origin, string? site, string scheme, int status)
    {
        await using var app = new WorkerPipeline(signsIn: true);
        var response = await app.AnswerAsync("GET", "/api/caller", headers =>
        {
            headers["X-MS-CLIENT-PRINCIPAL"] = Principal;
            (headers.Origin, headers["Sec-Fetch-Site"]) = (origin, site);
        }, scheme: scheme);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Where_the_platform_signs_nobody_in_anybody_can_write_the_header_and_it_opens_nothing()
    {
        await using var app = new WorkerPipeline(signsIn: false);
        Assert.Equal(401, (await app.AnswerAsync("GET", "/api/caller", headers => headers["X-MS-CLIENT-PRINCIPAL"] = Principal)).StatusCode);
    }
}
