using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace AwardFlow.Tests.Structure;

/// <summary>What may use what, read from the compiled product.</summary>
public class StageOrderTests
{
    // The order in which the data travels; Thai, Storage and the trail are the ground floor, Workflow conducts.
    internal static readonly string[] Stages = ["Cycles", "Intake", "Scoring", "Letters", "Approvals", "Delivery", "Receipts", "Notices", "Records"];
    private static readonly string[] GroundFloor = ["Thai", "Storage", "Trail"];

    private static readonly Architecture Product = new ArchLoader()
        .LoadAssemblies(
            typeof(AwardFlow.Cycles.Cycle).Assembly,
            typeof(AwardFlow.Typesetting.Layout.Paragraph).Assembly,
            typeof(AwardFlow.Web.AwardFlowWeb).Assembly).Build();

    [Fact]
    public void A_stage_uses_only_the_stages_before_it() => Assert.DoesNotContain(
        Uses(), use => Array.IndexOf(Stages, use.From) is >= 0 and var from && (Array.IndexOf(Stages, use.To) > from || use.To is "Workflow" or "Web"));

    [Fact]
    public void The_ground_floor_uses_no_stage() =>
        Assert.DoesNotContain(Uses(), use => GroundFloor.Contains(use.From) && !GroundFloor.Contains(use.To) && use.To != "Typesetting");

    [Fact]
    public void The_port_that_wakes_the_workflow_knows_of_cycles_alone() =>
        Assert.Equal(["Cycles"], Uses().Where(use => use.From == "Engine").Select(use => use.To).Distinct());

    [Fact]
    public void Typesetting_knows_nothing_of_awards() => Assert.DoesNotContain(Uses(), use => use.From == "Typesetting");

    [Fact]
    public void Every_stage_is_there_to_be_looked_at() =>
        Assert.Superset(Stages.Concat(GroundFloor).ToHashSet(StringComparer.Ordinal), Product.Types.Select(StageOf).ToHashSet(StringComparer.Ordinal));

    private static IEnumerable<(string From, string To, string Why)> Uses() =>
        from type in Product.Types
        from dependency in type.Dependencies
        let uses = (From: StageOf(type), To: StageOf(dependency.Target), Why: $"{type.FullName} uses {dependency.Target.FullName}")
        where uses.From.Length > 0 && uses.To.Length > 0 && uses.From != uses.To
        select uses;

    private static string StageOf(IType type) =>
        type.Namespace?.FullName is { } name && name.StartsWith("AwardFlow.", StringComparison.Ordinal) ? name.Split('.')[1] : "";
}
