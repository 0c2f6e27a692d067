namespace AwardFlow.Cycles;

/// <summary>The public body that runs the cycle, as its letters show it.</summary>
public sealed record Organiser
{
    /// <summary>The body's code in letter numbers, such as สพร.</summary>
    public required string Code { get; init; }

    /// <summary>The body's name.</summary>
    public required string Name { get; init; }

    /// <summary>The unit that owns the matter.</summary>
    public required string Centre { get; init; }

    /// <summary>The team within the unit.</summary>
    public required string Team { get; init; }

    /// <summary>The postal address; a line break starts a new line of the letter's head.</summary>
    public required string Address { get; init; }

    /// <summary>A telephone number.</summary>
    public required string Phone { get; init; }

    /// <summary>Whom to ask for on that number.</summary>
    public required string Contact { get; init; }

    /// <summary>The body's own central correspondence e-mail.</summary>
    public required string SarabanEmail { get; init; }
}
