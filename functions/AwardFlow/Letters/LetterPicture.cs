namespace AwardFlow.Letters;

/// <summary>A picture that an organiser may add to a cycle's documents.</summary>
public enum LetterPicture
{
    /// <summary>The organiser's emblem, above letter and certificate.</summary>
    Emblem,

    /// <summary>The signatory's signature.</summary>
    Signature,
}
