using System.Text.Json;
using System.Text.RegularExpressions;
using AwardFlow.Storage;

namespace AwardFlow.Tests.Structure;

/// <summary>infra/ as text: what the code asks of it.</summary>
public partial class InfraTests
{
    // The one-machine host has settings of its own, which are not the Functions app's.
    private static readonly string[] Projects = ["AwardFlow", "AwardFlow.Web", "AwardFlow.Functions"];

    // Settings that an app on Azure does not need, and why.
    private static readonly Dictionary<string, string> NotForAzure = new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage"] = "A connection string has the account's key; on Azure the identity is used.",
        ["AzureWebJobsStorage__blobServiceUri"] = "The account's name says it.",
        ["AzureWebJobsStorage__tableServiceUri"] = "The account's name says it.",
        ["Api__Keys"] = "A section; its keys are in infra/.",
        ["Api__Keys__NAME"] = "Stands for any name in a message.",
        ["Clock__LongestGap"] = "Its default is right where nobody switches the machine off.",
        ["Mail__Outbox"] = "Files are lost with the instance that wrote them.",
        ["Proxies__Trusted"] = "The platform stands in front; who calls is decided by keys and its sign-in.",
        ["WEBSITE_AUTH_ENABLED"] = "The platform sets it.",
        ["WEBSITE_SITE_NAME"] = "The platform sets it.",
    };

    [Fact]
    public void Every_app_setting_that_code_reads_is_in_infra()
    {
        var settings = Settings().ToArray();
        Assert.Contains("Mail__Transport", settings);
        Assert.Contains("ClosingSweep", settings);
        var infra = Text("*.bicep");
        Assert.DoesNotContain(
            settings, setting => !NotForAzure.ContainsKey(setting) && !Regex.IsMatch(infra, $@"\b{setting}\b", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void What_is_said_not_to_be_for_azure_is_read_by_code() => Assert.Empty(NotForAzure.Keys.Except(Settings(), StringComparer.Ordinal));

    [Fact]
    public void Every_container_and_table_of_the_code_is_in_infra()
    {
        string[] names = [.. AzureStorage.Containers, AzureStorage.RowsTable];
        var storage = File.ReadAllText(Path.Combine(Infra, "modules", "storage.bicep"));
        Assert.DoesNotContain(names, name => !storage.Contains($"'{name}'", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_parameter_that_azd_gives_is_one()
    {
        using var parameters = JsonDocument.Parse(File.ReadAllText(Path.Combine(Infra, "main.parameters.json")));
        var declared = Parameter().Matches(File.ReadAllText(Path.Combine(Infra, "main.bicep"))).Select(match => match.Groups["name"].Value);
        Assert.Empty(
            parameters.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name).Except(declared, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_parameter_can_be_set_with_azd_and_has_one_default()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Infra, "main.parameters.json")));
        var given = file.RootElement.GetProperty("parameters").EnumerateObject()
            .ToDictionary(parameter => parameter.Name, parameter => parameter.Value.GetProperty("value").GetString()!);
        var declared = Parameter().Matches(File.ReadAllText(Path.Combine(Infra, "main.bicep"))).ToList();
        Assert.Contains(declared, parameter => parameter.Groups["default"].Success);
        Assert.All(declared, parameter =>
        {
            Assert.Contains(parameter.Groups["name"].Value, given.Keys);
            var variable = given[parameter.Groups["name"].Value];
            // Whose deployment it is azd knows.
            if (parameter.Groups["default"].Success && variable != "${AZURE_PRINCIPAL_ID}")
            {
                Assert.EndsWith($"={parameter.Groups["default"].Value.Trim('\'')}}}", variable, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public void What_alerts_look_for_is_what_the_code_logs()
    {
        var words = Words().Matches(Text("alerts.bicep")).Select(match => match.Groups["words"].Value).ToArray();
        Assert.NotEmpty(words);
        var lines = Code().SelectMany(text => LogLine().Matches(text)).Select(match => match.Value).ToArray();
        Assert.All(words, word => Assert.Contains(lines, line => line.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void Telemetry_is_sent_by_the_app_alone_and_has_a_daily_cap()
    {
        // The Functions host's own requests and dependencies hold recipients' links.
        Assert.DoesNotContain("APPLICATIONINSIGHTS_CONNECTION_STRING", Text("*.bicep"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("dailyQuotaGb", Text("monitoring.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void Storage_has_no_keys() => Assert.DoesNotContain("listKeys", Text("*.bicep"), StringComparison.OrdinalIgnoreCase);

    private static string Infra => Path.Combine(Repository.Root, "infra");

    private static string Text(string pattern) =>
        string.Join('\n', Directory.EnumerateFiles(Infra, pattern, SearchOption.AllDirectories).Select(File.ReadAllText));

    private static IEnumerable<string> Code() => Projects
        .SelectMany(project => Repository.Sources("functions", project)).Select(File.ReadAllText);

    private static IEnumerable<string> Settings() => Code()
        .SelectMany(text => Read().Matches(text).Concat(Named().Matches(text)))
        .Select(match => match.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"(configuration|settings)(\.GetSection\(|\[)(nameof\((?<name>\w+)\)|""(?<name>[^""]+)"")", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Read();

    // In messages and in documentation a setting has the name that people give it.
    [GeneratedRegex(@"\b(?<name>[A-Z][A-Za-z0-9]+(__[A-Za-z0-9]+)+)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^param (?<name>\w+) \w+( = (?<default>[^\r\n]+))?", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"Message has ""(?<words>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"LoggerMessage\([^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LogLine();
}
