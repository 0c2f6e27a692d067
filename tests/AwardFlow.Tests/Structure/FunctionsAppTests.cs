using System.Text.RegularExpressions;

namespace AwardFlow.Tests.Structure;

/// <summary>
/// The Functions app as text: it is built only where its packages are, but what it forgets must be seen everywhere.
/// </summary>
public partial class FunctionsAppTests
{
    [Fact]
    public void Every_step_has_an_activity_and_every_flow_an_orchestrator()
    {
        var steps = Repository.Sources("functions", "AwardFlow", "Workflow").Select(File.ReadAllText).ToArray();
        var declared = steps.SelectMany(text => Step().Matches(text)).Select(match => $"{match.Groups["name"].Value}({match.Groups["input"].Value}): {match.Groups["result"].Value}").ToArray();
        Assert.Contains("CloseScores(CycleRef): Closing", declared);
        Assert.Equal(steps.Sum(text => AnyStep().Count(text)), declared.Length);
        var activities = Functions().SelectMany(text => Activity().Matches(text)).Select(match => $"{match.Groups["name"].Value}({match.Groups["input"].Value}): {match.Groups["result"].Value}");
        Assert.Empty(declared.Except(activities, StringComparer.Ordinal));

        var flows = steps.SelectMany(text => SubFlow().Matches(text)).Select(match => $"CycleFlow.{match.Groups["name"].Value}").Append("CycleFlow").ToArray();
        Assert.True(flows.Length > 1);
        var orchestrators = Functions().SelectMany(text => Orchestrator().Matches(text)).Select(match => match.Groups["name"].Value);
        Assert.Equal(flows.Order(StringComparer.Ordinal), orchestrators.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Functions() => Repository.Sources("functions", "AwardFlow.Functions").Select(File.ReadAllText);

    [GeneratedRegex(@"Step<(?<input>\w+), (?<result>\w+)> Step = new\(nameof\((?<name>\w+)\)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();

    [GeneratedRegex(@"public static readonly Step<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyStep();

    [GeneratedRegex(@"\[Function\(nameof\((?<name>\w+)\)\)\]\s+public (async )?Task(<(?<result>\w+)>)? \w+\(\[ActivityTrigger\] (?<input>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Activity();

    [GeneratedRegex(@"SubFlow<\w+> (?<name>\w+) = new\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubFlow();

    [GeneratedRegex(@"\[Function\(nameof\((?<name>[\w.]+)\)\)\]\s+public static (async )?Task \w+\(\[OrchestrationTrigger\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Orchestrator();
}
