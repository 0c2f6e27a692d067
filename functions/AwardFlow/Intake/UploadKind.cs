namespace AwardFlow.Intake;

/// <summary>What an uploaded sheet holds.</summary>
public enum UploadKind
{
    /// <summary>The works that were entered.</summary>
    Entries,

    /// <summary>Judges' scores.</summary>
    Scores,
}
