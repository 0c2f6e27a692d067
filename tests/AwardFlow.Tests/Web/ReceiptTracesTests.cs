using System.Diagnostics;
using AwardFlow.Web.Receipts;

namespace AwardFlow.Tests.Web;

public class ReceiptTracesTests
{
    private const string Token = "AWgVqsAAAQ-_Zm9vYmFy";

    [Theory]
    [InlineData($"/r/{Token}", "/r/{token}")]
    [InlineData($"/r/{Token}/letter.pdf", "/r/{token}/letter.pdf")]
    [InlineData($"https://award.example/r/{Token}?lang=en#form", "https://award.example/r/{token}?lang=en#form")]
    [InlineData($"https://award.example/R/%41{Token}", "https://award.example/R/{token}")]
    [InlineData($"GET /r/{Token}", "GET /r/{token}")]
    [InlineData($"GET r/{Token}", "GET r/{token}")]
    [InlineData("GET /r/{token}", "GET /r/{token}")]
    [InlineData("/api/cycles/dga-2564/letters/LG-001", "/api/cycles/dga-2564/letters/LG-001")]
    [InlineData("/api/cycles/for/approve", "/api/cycles/for/approve")]
    public void A_link_loses_its_token_and_other_addresses_stay(string address, string shown) => Assert.Equal(shown, ReceiptTraces.WithoutTokens(address));

    [Fact]
    public void No_name_or_tag_of_a_trace_keeps_a_token()
    {
        using var activity = new Activity("Microsoft.AspNetCore.Hosting.HttpRequestIn") { DisplayName = $"GET /r/{Token}" };
        activity.SetTag("url.path", $"/r/{Token}")
            .SetTag("url.full", $"https://award.example/r/{Token}?lang=th")
            .SetTag("http.request.method", "GET")
            .SetTag("http.response.status_code", 200);
        ReceiptTraces.Hide(activity);
        Assert.DoesNotContain(Token, activity.DisplayName + string.Concat(activity.TagObjects.Select(tag => tag.Value)), StringComparison.Ordinal);
        Assert.Equal(
            ("GET", 200, "/r/{token}"),
            (activity.GetTagItem("http.request.method"), activity.GetTagItem("http.response.status_code"), activity.GetTagItem("url.path")));
    }
}
