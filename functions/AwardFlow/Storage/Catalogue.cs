namespace AwardFlow.Storage;

/// <summary>
/// Names all cycles in a small partition of its own, so that nobody reads everything to find them. A cycle is named before
/// it is made: a name without a cycle is one whose making was cut off.
/// </summary>
internal static class Catalogue
{
    /// <summary>The partition. No cycle's id has a '_'.</summary>
    public const string Partition = "_cycles";

    /// <summary>Names a cycle.</summary>
    public static RowChange Name(string cycle) => RowChange.Put(cycle, "{}");
}
