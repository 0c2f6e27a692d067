namespace AwardFlow.Cycles;

/// <summary>The words of the certificate (ใบประกาศเกียรติคุณ), with <see cref="Placeholders"/>. What is null keeps its usual wording.</summary>
public sealed record CertificateWording
{
    /// <summary>How it looks.</summary>
    public CertificateDesign Design { get; init; } = CertificateDesign.Classic;

    /// <summary>The certificate's own number with the placeholder <c>{number}</c>, such as <c>{number}/{year}</c>; null for none.</summary>
    public string? Number { get; init; }

    /// <summary>What <c>{number}</c> is on the first certificate, 1 to 10,000,000; 1 where none is given.</summary>
    public int? FirstNumber { get; init; }

    /// <summary>What the certificate is called.</summary>
    public string? Title { get; init; }

    /// <summary>The line before the organisation's name.</summary>
    public string? Presentation { get; init; }

    /// <summary>What the certificate shows of an entry that passed.</summary>
    public string? Passed { get; init; }

    /// <summary>What the certificate shows of an entry that did not.</summary>
    public string? NotPassed { get; init; }
}
