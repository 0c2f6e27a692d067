namespace AwardFlow.Receipts;

/// <summary>What is wrong with a receipt that somebody wrote.</summary>
public enum ReceiptFault
{
    /// <summary>There is no register number.</summary>
    NumberMissing,

    /// <summary>The register number has more than <see cref="ReceiptForm.LongestNumber"/> characters.</summary>
    NumberTooLong,

    /// <summary>There is no such day.</summary>
    DateWrong,

    /// <summary>It lies before the day on which the letter was mailed.</summary>
    DateTooEarly,

    /// <summary>It lies ahead.</summary>
    DateAhead,

    /// <summary>There is no such time of day.</summary>
    TimeWrong,

    /// <summary>There is no division.</summary>
    DivisionMissing,

    /// <summary>The division has more than <see cref="ReceiptForm.LongestText"/> characters.</summary>
    DivisionTooLong,

    /// <summary>The name has more than <see cref="ReceiptForm.LongestText"/> characters.</summary>
    NameTooLong,
}
