namespace AwardFlow.Cycles;

/// <summary>How a certificate looks.</summary>
public enum CertificateDesign
{
    /// <summary>A gold frame with stepped corners and a title in a calligraphic face.</summary>
    Classic,

    /// <summary>Bands in blue and gold above and below, without a frame.</summary>
    Modern,

    /// <summary>Fine black lines only: for printing in black, and for paper that has a frame of its own colour.</summary>
    Plain,
}
