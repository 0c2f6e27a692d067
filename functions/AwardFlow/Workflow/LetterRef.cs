using System.Text;
using AwardFlow.Cycles;

namespace AwardFlow.Workflow;

/// <summary>Names one letter of a cycle that a person had sent again.</summary>
/// <param name="CycleId">The cycle's id.</param>
/// <param name="EntryCode">The entry's code.</param>
/// <param name="FlowVersion">The <see cref="Workflow.FlowVersion.Current"/> that asked for it.</param>
public sealed record LetterRef(CycleId CycleId, EntryCode EntryCode, int FlowVersion)
{
    /// <summary>The id of the orchestration that mails it: no cycle's id has a low line, and no engine minds any of its characters.</summary>
    public string ToInstanceId() => $"{CycleId}_letter_{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(EntryCode.Text))}";
}
