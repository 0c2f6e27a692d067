namespace AwardFlow.Letters;

/// <summary>One of the documents that an entrant gets.</summary>
public enum LetterDocument
{
    /// <summary>The official letter: <c>letter.pdf</c>.</summary>
    Letter,

    /// <summary>The certificate (ใบประกาศเกียรติคุณ): <c>certificate.pdf</c>.</summary>
    Certificate,

    /// <summary>The result sheet (สรุปผลการพิจารณา): <c>results.pdf</c>.</summary>
    ResultSheet,
}
