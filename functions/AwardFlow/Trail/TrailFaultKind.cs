namespace AwardFlow.Trail;

/// <summary>What does not fit in a trail.</summary>
public enum TrailFaultKind
{
    /// <summary>The line is not there.</summary>
    LineMissing,

    /// <summary>The line is not as it was written.</summary>
    LineAltered,

    /// <summary>The line stands where it was not written.</summary>
    LineMoved,

    /// <summary>The line stands behind the trail's end: nobody wrote it as lines are written.</summary>
    LineForged,

    /// <summary>The trail's end does not say what it said before: lines were cut off, or all of it was written anew.</summary>
    EndSetBack,

    /// <summary>The line's values are not as they were written.</summary>
    ValuesAltered,

    /// <summary>The line's values are not there, and no line says that they were erased.</summary>
    ValuesMissing,

    /// <summary>A row that the line says never changes is not as it was, or one that letters are released by is not as the line has it.</summary>
    RowAltered,

    /// <summary>A row that the line tells of is not there.</summary>
    RowMissing,
}
