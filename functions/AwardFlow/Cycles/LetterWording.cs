namespace AwardFlow.Cycles;

/// <summary>The words of the letter that all entrants get.</summary>
public sealed record LetterWording
{
    /// <summary>The register number, such as <c>สพร ๒๕๖๔/ว๒๔๒๕</c>; ว marks one number for all recipients.</summary>
    public required string Number { get; init; }

    /// <summary>The letter's date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What the letter is about (เรื่อง).</summary>
    public required string Subject { get; init; }

    /// <summary>The paragraphs before the result.</summary>
    public required IReadOnlyList<string> Opening { get; init; }

    /// <summary>The paragraphs after the result.</summary>
    public required IReadOnlyList<string> Closing { get; init; }

    /// <summary>What goes with the letter (สิ่งที่ส่งมาด้วย).</summary>
    public required Enclosures Enclosures { get; init; }

    /// <summary>Who signs.</summary>
    public required Signatory Signatory { get; init; }
}
