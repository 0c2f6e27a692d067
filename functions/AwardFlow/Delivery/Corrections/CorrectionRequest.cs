using AwardFlow.Cycles;
using AwardFlow.Letters;

namespace AwardFlow.Delivery;

/// <summary>A new letter to entries whose first letter was sent in error, as a person asks for it.</summary>
public sealed record CorrectionRequest
{
    /// <summary>The entries, 1 to <see cref="CorrectionRules.MostEntries"/>, whose letters were sent.</summary>
    public required IReadOnlyList<EntryCode> Entries { get; init; }

    /// <summary>The register number, another one than the first letter's; with <see cref="FirstNumber"/> it holds <c>{number}</c>.</summary>
    public required string Number { get; init; }

    /// <summary>What <c>{number}</c> is in the first letter of the correction, by the order of the entries' codes; null where all have one number.</summary>
    public int? FirstNumber { get; init; }

    /// <summary>The letter's date, not before the first letter's.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What the letter is about; null for <c>ขอแก้ไข</c> and the first letter's subject.</summary>
    public string? Subject { get; init; }

    /// <summary>The paragraphs, with the same placeholders as those of the first letter.</summary>
    public required IReadOnlyList<string> Opening { get; init; }

    /// <summary>The paragraphs at the end, with the same placeholders.</summary>
    public required IReadOnlyList<string> Closing { get; init; }

    /// <summary>Whether the table of the result stands between them.</summary>
    public bool ResultTable { get; init; }

    /// <summary>Which of the other documents go with it, rendered anew: <c>certificate.pdf</c>, <c>results.pdf</c>; null for none.</summary>
    public IReadOnlyList<string>? Documents { get; init; }

    /// <summary>What goes with the letter (สิ่งที่ส่งมาด้วย); null for the names of <see cref="Documents"/>.</summary>
    public IReadOnlyList<string>? Enclosures { get; init; }

    /// <summary>The certificate's wording; null where that was right. Its number stays, and its design where the usual one is given.</summary>
    public CertificateWording? Certificate { get; init; }

    /// <summary>Entries that the first letter named wrongly; null for none.</summary>
    public IReadOnlyList<CorrectedNames>? Names { get; init; }

    /// <summary>The documents in the order in which they are attached, the letter first.</summary>
    internal IReadOnlyList<LetterDocument> Attached() =>
        [.. LetterStore.Documents.Where(
            document => document == LetterDocument.Letter || Documents?.Contains(LetterStore.FileName(document), StringComparer.Ordinal) == true)];

    /// <summary>The cycle's definition with the wording of this correction.</summary>
    internal CycleDefinition On(CycleDefinition definition)
    {
        var enclosures = Enclosures ?? [.. Attached().Select(NameOf).OfType<string>()];
        return definition with
        {
            Letter = definition.Letter with
            {
                Number = Number,
                FirstNumber = FirstNumber,
                Date = Date,
                Subject = Subject ?? SubjectOf(definition),
                References = null,
                Opening = Opening,
                Closing = Closing,
                Passed = null,
                NotPassed = null,
                Enclosures = new Enclosures(enclosures, enclosures),
            },
            // Its words alone are new: a certificate keeps its number, and its design unless another is asked for.
            Certificate = Certificate is { } worded
                ? worded with
                {
                    Number = definition.Certificate?.Number,
                    FirstNumber = definition.Certificate?.FirstNumber,
                    Design = worded.Design == CertificateDesign.Classic ? definition.Certificate?.Design ?? CertificateDesign.Classic : worded.Design,
                }
                : definition.Certificate,
        };
    }

    /// <summary>The usual subject.</summary>
    public static string SubjectOf(CycleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return $"ขอแก้ไข{definition.Letter.Subject}";
    }

    private static string? NameOf(LetterDocument document) => document switch
    {
        LetterDocument.Certificate => "ใบประกาศเกียรติคุณ (ฉบับแก้ไข) จำนวน ๑ ฉบับ",
        LetterDocument.ResultSheet => "สรุปผลการพิจารณา (ฉบับแก้ไข) จำนวน ๑ ฉบับ",
        _ => null,
    };
}
