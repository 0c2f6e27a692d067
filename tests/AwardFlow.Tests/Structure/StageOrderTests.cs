using System.Text.RegularExpressions;

namespace AwardFlow.Tests.Structure;

public partial class StageOrderTests
{
    // The order in which the data travels; Thai and Storage are the ground floor, Workflow conducts.
    private static readonly string[] Stages = ["Cycles", "Intake", "Scoring", "Letters", "Delivery", "Receipts", "Reports"];

    [Fact]
    public void A_stage_uses_only_the_stages_before_it()
    {
        var wrong = Sources().Where(use => Array.IndexOf(Stages, use.From) is >= 0 and var from && (Array.IndexOf(Stages, use.To) > from || use.To == "Workflow"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_ground_floor_uses_no_stage() =>
        Assert.DoesNotContain(Sources(), use => use.From is "Thai" or "Storage" && use.To is not ("Thai" or "Storage" or "Typesetting"));

    [Fact]
    public void Typesetting_knows_nothing_of_awards() => Assert.DoesNotContain(
        Repository.Sources("functions", "AwardFlow.Typesetting").SelectMany(File.ReadLines),
        line => Using().Match(line) is { Success: true } match && match.Groups["stage"].Value != "Typesetting");

    private static IEnumerable<(string From, string To, string File)> Sources() =>
        from file in Repository.Sources("functions", "AwardFlow")
        let stage = Path.GetRelativePath(Path.Combine(Repository.Root, "functions", "AwardFlow"), file).Split(Path.DirectorySeparatorChar)[0]
        from line in File.ReadLines(file)
        let match = Using().Match(line)
        where match.Success && match.Groups["stage"].Value != stage
        select (stage, match.Groups["stage"].Value, file);

    [GeneratedRegex(@"^using (static )?AwardFlow\.(?<stage>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Using();
}
