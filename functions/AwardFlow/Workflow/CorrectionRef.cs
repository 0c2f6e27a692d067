using System.Globalization;
using AwardFlow.Cycles;

namespace AwardFlow.Workflow;

/// <summary>Names a correction of a cycle's letters.</summary>
/// <param name="CycleId">The cycle's id.</param>
/// <param name="Number">Which correction, from 1.</param>
/// <param name="FlowVersion">The <see cref="Workflow.FlowVersion.Current"/> that asked for it.</param>
public sealed record CorrectionRef(CycleId CycleId, int Number, int FlowVersion)
{
    /// <summary>The id of its orchestration: no cycle's id has a low line.</summary>
    public string ToInstanceId() => string.Create(CultureInfo.InvariantCulture, $"{CycleId}_correction_{Number}");
}
