namespace AwardFlow.Intake;

/// <summary>What an entry of a cycle's history brings.</summary>
public enum UploadKind
{
    /// <summary>The works that were entered.</summary>
    Entries,

    /// <summary>Judges' scores.</summary>
    Scores,

    /// <summary>Nothing: an earlier upload counts no more.</summary>
    Undo,
}
