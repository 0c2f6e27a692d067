namespace AwardFlow.Storage;

/// <summary>Why storage cannot do what it was asked to.</summary>
public enum StorageFault
{
    /// <summary>It cannot be reached, or failed in a way that may pass.</summary>
    Unavailable,

    /// <summary>There is no room left.</summary>
    Full,

    /// <summary>It cannot be written to.</summary>
    ReadOnly,

    /// <summary>What it holds was damaged.</summary>
    Damaged,

    /// <summary>A later version of the program wrote it.</summary>
    TooNew,
}
