namespace AwardFlow.Cycles;

/// <summary>
/// The words of the letter that all entrants get. Subject, references, paragraphs and enclosures may hold
/// <see cref="Placeholders"/>.
/// </summary>
public sealed record LetterWording
{
    /// <summary>The register number, such as <c>สพร ๒๕๖๔/ว๒๔๒๕</c>; ว marks one number for all recipients.</summary>
    public required string Number { get; init; }

    /// <summary>
    /// What the placeholder <c>{number}</c> of <see cref="Number"/> is in the first letter, 1 to 10,000,000, where each letter has
    /// a register number of its own; null where all have one. Numbers follow the order of the entries' codes; entries without a letter take none.
    /// </summary>
    public int? FirstNumber { get; init; }

    /// <summary>The office's own words, names and terms, which no line breaks: at most 500 of 2 to 100 characters; null for none.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>The letter's date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What the letter is about (เรื่อง).</summary>
    public required string Subject { get; init; }

    /// <summary>Letters that this one refers to (อ้างถึง); null for none.</summary>
    public IReadOnlyList<string>? References { get; init; }

    /// <summary>The paragraphs before the result.</summary>
    public required IReadOnlyList<string> Opening { get; init; }

    /// <summary>The paragraphs after the result.</summary>
    public required IReadOnlyList<string> Closing { get; init; }

    /// <summary>Paragraphs for entries that passed; null for the shared ones.</summary>
    public ResultWording? Passed { get; init; }

    /// <summary>Paragraphs for entries that did not pass; null for the shared ones.</summary>
    public ResultWording? NotPassed { get; init; }

    /// <summary>What goes with the letter (สิ่งที่ส่งมาด้วย).</summary>
    public required Enclosures Enclosures { get; init; }

    /// <summary>Who signs.</summary>
    public required Signatory Signatory { get; init; }
}
