namespace AwardFlow.Delivery;

/// <summary>What a receiving desk stamps on a letter, as it is kept with the letter.</summary>
public sealed record RegistrationStamp
{
    /// <summary>The register number (เลขรับ), as the desk writes it.</summary>
    public required string Number { get; init; }

    /// <summary>Date and time of the stamp.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The division that the letter goes to, if it is said.</summary>
    public string? Division { get; init; }

    /// <summary>Who registered it, if it is said.</summary>
    public string? Name { get; init; }

    /// <summary>Who of the organiser's wrote the receipt down, where it came by telephone.</summary>
    public string? TelephonedTo { get; init; }
}
