namespace AwardFlow.Letters;

/// <summary>One of the documents that an entrant gets.</summary>
public enum LetterDocument
{
    /// <summary>The official letter: <c>letter.pdf</c>.</summary>
    Letter,
}
