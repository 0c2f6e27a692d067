namespace AwardFlow.Cycles;

/// <summary>Whether letters wait for a person before they are sent.</summary>
public enum Approval
{
    /// <summary>Letters wait until an approver releases them.</summary>
    Required,

    /// <summary>Letters are sent as soon as they are rendered.</summary>
    None,
}
