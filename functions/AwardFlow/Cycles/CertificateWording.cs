namespace AwardFlow.Cycles;

/// <summary>The words of the certificate (ใบประกาศเกียรติคุณ), with <see cref="Placeholders"/>. What is null keeps its usual wording.</summary>
public sealed record CertificateWording
{
    /// <summary>What the certificate is called.</summary>
    public string? Title { get; init; }

    /// <summary>The line before the organisation's name.</summary>
    public string? Presentation { get; init; }

    /// <summary>What the certificate shows of an entry that passed.</summary>
    public string? Passed { get; init; }

    /// <summary>What the certificate shows of an entry that did not.</summary>
    public string? NotPassed { get; init; }
}
