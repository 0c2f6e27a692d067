using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AwardFlow.Tests.Structure;
using AwardFlow.Web.Api;
using Microsoft.AspNetCore.Http;

namespace AwardFlow.Tests.Web;

/// <summary>What browsers may keep of the pages, and how little they are sent.</summary>
public partial class PageFilesTests
{
    // A font's package has a licence of its own beside that of the font.
    private static readonly string[] LicenceFiles = ["LICENSE_FONT", "LICENSE"];

    [Fact]
    public void The_first_page_names_every_file_by_an_address_that_may_be_kept_for_good()
    {
        var html = Encoding.UTF8.GetString(PageFiles.FirstPage.For(Request("")).Content);
        var addresses = Address().Matches(html).Select(match => match.Value).ToArray();
        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.Equal(PageFiles.AddressOf(address[(address.LastIndexOf('/') + 1)..]), address));
        Assert.All(addresses, address => Assert.NotNull(PageFiles.Find(address[(address.LastIndexOf('/') + 1)..])));
    }

    [Fact]
    public void Scripts_and_styles_name_each_other_by_relative_addresses() =>
        Assert.All(["style.css", "receipt.css", "app.js", "cycle.js"], name => Assert.DoesNotContain("/pages/", Text(name), StringComparison.Ordinal));

    [Theory]
    [InlineData("", null)]
    [InlineData("identity", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("br;q=0, gzip;q=0", null)]
    public void A_request_gets_the_smallest_coding_that_it_takes(string accepted, string? coding) =>
        Assert.Equal(coding, PageFiles.Find("app.js")!.For(Request(accepted)).Coding);

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public void A_coding_holds_the_same_file_in_fewer_bytes_under_a_tag_of_its_own(string coding)
    {
        var file = PageFiles.Find("words-th.js")!;
        var (plain, coded) = (file.For(Request("")), file.For(Request(coding)));
        using var stream = new MemoryStream(coded.Content);
        using Stream decoded = coding == "br" ? new BrotliStream(stream, CompressionMode.Decompress) : new GZipStream(stream, CompressionMode.Decompress);
        using var content = new MemoryStream();
        decoded.CopyTo(content);
        Assert.Equal(plain.Content, content.ToArray());
        Assert.True(coded.Content.Length < plain.Content.Length / 2);
        Assert.NotEqual(plain.Tag, coded.Tag);
    }

    [Fact]
    public void Outsiders_reach_every_file_that_the_judges_page_names_and_none_of_the_office()
    {
        var reached = PageFiles.OfJudgePage.ToHashSet(StringComparer.Ordinal);
        var html = Encoding.UTF8.GetString(PageFiles.JudgePage.For(Request("")).Content);
        var named = Address().Matches(html).Select(match => match.Value[(match.Value.LastIndexOf('/') + 1)..]).ToList();
        Assert.Contains("judge.js", named);
        for (var i = 0; i < named.Count; i++)
        {
            named.AddRange(Named()
                .Matches(named[i].EndsWith(".js", StringComparison.Ordinal) || named[i].EndsWith(".css", StringComparison.Ordinal) ? Text(named[i]) : "")
                .Select(match => match.Groups["name"].Value)
                .Except(named, StringComparer.Ordinal));
        }
        Assert.Empty(named.Except(reached, StringComparer.Ordinal));
        Assert.DoesNotContain("app.js", reached);
        Assert.DoesNotContain("index.html", reached);
    }

    [Fact]
    public void Whatever_goes_along_from_npm_brings_its_licence()
    {
        var licences = Text("licences.txt");
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "package.json")));
        Assert.All(package.RootElement.GetProperty("dependencies").EnumerateObject(), dependency =>
        {
            var folder = Path.Combine(Repository.Root, "node_modules", dependency.Name);
            var file = LicenceFiles.Select(name => Path.Combine(folder, name)).First(File.Exists);
            Assert.Contains(File.ReadAllText(file).Trim(), licences, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_coding_is_made_once() =>
        Assert.Same(PageFiles.Find("app.js")!.For(Request("br")), PageFiles.Find("app.js")!.For(Request("br")));

    private static string Text(string name) => Encoding.UTF8.GetString(PageFiles.Find(name)!.For(Request("")).Content);

    private static HttpRequest Request(string acceptedCodings)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptEncoding = acceptedCodings;
        return request;
    }

    // What a script imports and a style uses: './judge-sheet.js', url(Sarabun-Regular.ttf).
    [GeneratedRegex("""(from|import)\s*\(?\s*'\./(?<name>[^']+)'|url\(["']?(?<name>[\w.-]+)["']?\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex("(?<=\")/pages/[^\"]+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
