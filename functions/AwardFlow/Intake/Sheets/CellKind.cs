namespace AwardFlow.Intake.Sheets;

/// <summary>What a cell holds, as its file says. Text files hold texts only.</summary>
internal enum CellKind
{
    /// <summary>A text, or nothing.</summary>
    Text,

    /// <summary>A number, or a formula whose last value is one.</summary>
    Number,

    /// <summary>A number that is shown as a percentage: 0.85 is seen as 85%.</summary>
    Percentage,

    /// <summary>A number that is shown as a date or time, which spreadsheets make of what looks like one.</summary>
    Date,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>An error such as #REF!.</summary>
    Error,

    /// <summary>A formula that no program has worked out yet.</summary>
    Unworked,

    /// <summary>Something of a form that is not known here.</summary>
    Unread,
}
