using System.Globalization;
using System.Text.RegularExpressions;
using AwardFlow.Delivery;
using AwardFlow.Storage;
using AwardFlow.TestKit.Documentation;
using AwardFlow.Tests.Structure;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Tests.Documentation;

/// <summary>docs/settings.md and its Thai twin have every setting that the product reads, with its default, and none besides.</summary>
public partial class SettingsPageTests
{
    // Names that the code puts together, by the expression that it reads them with.
    private static readonly Dictionary<string, string[]> PutTogether = new(StringComparer.Ordinal)
    {
        ["$\"Mail:{name}\""] = ["Mail__From", "Mail__RedirectTo", "Mail__Timeout", "Mail__ReconcileAfter"],
        ["$\"Retention:{name}\""] =
        [
            "Retention__RefusedUploadsDays", "Retention__DraftsDays", "Retention__ReceiptNamesDays", "Retention__TelephonesDays",
            "Retention__ScoresByJudgeDays", "Retention__JudgesAndNoticesDays", "Retention__CycleDays",
        ],
        ["nameof(ClosingSweep)"] = ["ClosingSweep"],
        ["\"Role\""] = ["Api__Keys__NAME__Role"],
        ["\"Person\""] = ["Api__Keys__NAME__Person"],
        ["setting"] = ["APPLICATIONINSIGHTS_CONNECTION_STRING", "APPINSIGHTS_INSTRUMENTATIONKEY", "OTEL_EXPORTER_OTLP_ENDPOINT"],
        // serve tells itself where the list of people is; nobody sets it.
        ["PeopleSetting"] = [],
    };

    // Sections that are read as a whole.
    private static readonly Dictionary<string, string[]> Sections = new(StringComparer.Ordinal)
    {
        ["Api:Keys"] = ["Api__Keys__NAME"],
        ["Logging"] = ["Logging__LogLevel__AwardFlow"],
        ["AzureWebJobsStorage"] = ["AzureWebJobsStorage"],
    };

    [Theory]
    [InlineData("docs/settings.md")]
    [InlineData("docs/settings.th.md")]
    public void Every_setting_that_the_code_reads_is_in_the_table_and_none_besides(string path)
    {
        var (read, documented) = (Read(), Rows(path).SelectMany(row => row.Names).ToList());
        Assert.Equal([], read.Except(documented, StringComparer.Ordinal).Select(name => $"{path} lacks a row: | `{name}` | what it means | its default |"));
        Assert.Equal([], documented.Except(read, StringComparer.Ordinal).Select(name => $"{path} has {name}, which nothing reads."));
        Assert.Equal(documented.Distinct(StringComparer.Ordinal), documented);
    }

    [Theory]
    [InlineData("docs/settings.md")]
    [InlineData("docs/settings.th.md")]
    public void Every_setting_has_a_default_or_says_that_there_is_none(string path) =>
        Assert.All(Rows(path), row => Assert.True(row.Default.Length > 0 && row.Meaning.Length > 0, $"{path}: {row.Names[0]} has an empty cell."));

    [Theory]
    [InlineData("docs/settings.md")]
    [InlineData("docs/settings.th.md")]
    public void The_defaults_are_those_of_the_code(string path)
    {
        var nothing = new ConfigurationBuilder().Build();
        var mail = MailSettings.Read(nothing);
        var sendGrid = SendGridSettings.Read(nothing, sends: false);
        static SmtpSettings Smtp(string? security) =>
            SmtpSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Smtp:Host", "relay"), new("Smtp:Security", security)]).Build());
        static string Port(string? security) => Smtp(security).Port.ToString(CultureInfo.InvariantCulture);
        string Undo(bool mailLeaves) => AwardFlow.Approvals.ApprovalSettings.Read(nothing, mailLeaves).Undo.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        Dictionary<string, string[]> defaults = new(StringComparer.Ordinal)
        {
            ["Mail__Transport"] = [mail.Transport.ToString().ToLowerInvariant()],
            ["Mail__WhenUnsure"] = [mail.WhenUnsure.ToString().ToLowerInvariant()],
            ["Mail__ReconcileAfter"] = [mail.ReconcileAfter.ToString("c", CultureInfo.InvariantCulture)],
            ["SendGrid__BaseUrl"] = [sendGrid.BaseUrl.OriginalString],
            ["SendGrid__Sandbox"] = [sendGrid.Sandbox ? "true" : "false"],
            ["Smtp__Port"] = [Port(null), Port("tls"), Port("none")],
            ["Smtp__Security"] = [Smtp(null).Security.ToString().ToLowerInvariant()],
            ["Approval__UndoSeconds"] = [Undo(mailLeaves: true), Undo(mailLeaves: false)],
            ["Clock__LongestGap"] = [ClockSettings.Read(nothing).LongestGap.ToString("c", CultureInfo.InvariantCulture)],
        };
        Assert.All(defaults, each => Assert.All(
            each.Value, value => Assert.Contains(value, Rows(path).Single(row => row.Names.Contains(each.Key)).Default, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_setting_that_a_page_names_is_one()
    {
        var documented = Rows("docs/settings.md").SelectMany(row => row.Names).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], DocumentationPage.All.SelectMany(page => Mentioned().Matches(page.Text).Select(match => (page.Path, Name: match.Groups["name"].Value)))
            .Where(mention => !documented.Contains(mention.Name) && !mention.Name.StartsWith("AzureFunctionsJobHost__", StringComparison.Ordinal)
                && !mention.Name.StartsWith("Api__Keys", StringComparison.Ordinal))
            .Select(mention => $"{mention.Path} names {mention.Name}, which docs/settings.md does not have."));
    }

    private static SortedSet<string> Read()
    {
        var read = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Repository.Sources("functions"))
        {
            var text = File.ReadAllText(file);
            foreach (Match match in Section().Matches(text))
            {
                Assert.True(
                    Sections.TryGetValue(match.Groups["name"].Value, out var names), $"{file} reads a section that this test does not know: {match.Value}");
                read.UnionWith(names);
            }
            foreach (Match match in Indexed().Matches(text))
            {
                var name = match.Groups["name"].Value;
                if (PutTogether.TryGetValue(name, out var names))
                {
                    read.UnionWith(names);
                }
                else
                {
                    Assert.True(
                        name.StartsWith('"') && name.EndsWith('"'), $"{file} reads a setting by an expression that this test does not know: {match.Value}");
                    read.Add(name.Trim('"').Replace(":", "__", StringComparison.Ordinal));
                }
            }
        }
        return read;
    }

    private static List<Row> Rows(string path) =>
    [
        .. DocumentationPage.Of(path).Text.Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | "))
            .Select(cells => new Row(
                [.. Name().Matches(cells[0]).Select(match => match.Groups["name"].Value)],
                cells.ElementAtOrDefault(1) ?? "",
                cells.ElementAtOrDefault(2) ?? "")),
    ];

    // Whatever holds the settings is called so.
    [GeneratedRegex(@"\b(?:configuration|settings|section|builder\.Configuration)\[(?<name>[^\]]+)\]", RegexOptions.None, 1000)]
    private static partial Regex Indexed();

    [GeneratedRegex(
        @"\b(?:configuration|settings|Configuration)\.(?:GetSection|GetValue<\w+>|GetConnectionString)\((?:""(?<name>[^""]*)""|[^)]*)\)",
        RegexOptions.None,
        1000)]
    private static partial Regex Section();

    [GeneratedRegex("`(?<name>[A-Za-z0-9_]+)`", RegexOptions.None, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<![\w])(?<name>[A-Z][A-Za-z]+(?:__[A-Za-z0-9]+)+)", RegexOptions.None, 1000)]
    private static partial Regex Mentioned();

    private sealed record Row(IReadOnlyList<string> Names, string Meaning, string Default);
}
