using AwardFlow.Thai;

namespace AwardFlow.Records.Register;

/// <summary>A line of the register of outgoing letters.</summary>
internal sealed record RegisterLine
{
    /// <summary>The letter's own number in the register; null where all letters of its cycle have one number.</summary>
    public int? Number { get; init; }

    /// <summary>The number as the letter has it.</summary>
    public required string LetterNumber { get; init; }

    /// <summary>The letter's date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Who sends it.</summary>
    public required string From { get; init; }

    /// <summary>To whom it goes.</summary>
    public required string To { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>How it was sent.</summary>
    public required string Way { get; init; }

    /// <summary>The entry, and what else there is to note.</summary>
    public required string Note { get; init; }

    /// <summary>Its cells, in the register's order.</summary>
    /// <param name="place">Its place on the list, from 1: its number where the letter has none of its own.</param>
    public object?[] Cells(int place) =>
        [Number ?? CircularNumber.Of(LetterNumber, ThaiDate.BuddhistYear(Date)) ?? place, LetterNumber, ThaiDate.InFull(Date), From, To, Subject, Way, Note];
}
