namespace AwardFlow.Storage;

/// <summary>What a <see cref="RowChange"/> does.</summary>
public enum RowChangeKind
{
    /// <summary>Adds a row that must not be there.</summary>
    Add,

    /// <summary>Replaces a row that must have a version.</summary>
    Replace,

    /// <summary>Writes a row, whatever is there.</summary>
    Put,

    /// <summary>Deletes a row that must have a version.</summary>
    Delete,
}
