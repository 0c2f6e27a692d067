namespace AwardFlow.Typesetting.Layout;

/// <summary>How the lines of a paragraph fill their column.</summary>
public enum Alignment
{
    /// <summary>Lines keep their own widths, each as full as it can be.</summary>
    Ragged,

    /// <summary>
    /// All lines but the last reach the column's width. Lines are broken so that the whole paragraph is stretched as
    /// evenly as can be.
    /// </summary>
    Justified,

    /// <summary>As few lines as there can be, of widths as like as can be: for text that is centred.</summary>
    Balanced,
}
