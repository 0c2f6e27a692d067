namespace AwardFlow.Typesetting.Fonts;

/// <summary>Charm, a calligraphic face by Cadson Demak for titles, under the SIL Open Font License.</summary>
public static class DisplayFace
{
    private static readonly Lazy<FontFace> LazyCharm = new(() => Sarabun.Load("Charm-Bold"));

    /// <summary>The bold weight (700).</summary>
    public static FontFace Charm => LazyCharm.Value;
}
