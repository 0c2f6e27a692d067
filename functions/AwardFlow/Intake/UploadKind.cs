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

    /// <summary>Nothing: an entry, or one judge's scores of it, is out of the award.</summary>
    Withdrawal,

    /// <summary>Nothing: what was withdrawn is put back.</summary>
    Restoration,
}
