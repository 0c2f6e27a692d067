namespace AwardFlow.Typesetting.Fonts;

/// <summary>
/// Sarabun, the typeface of official Thai documents (cabinet resolution of 7 September 2010, 13 national fonts), in the
/// cut that Google Fonts publishes under the SIL Open Font License.
/// </summary>
public static class Sarabun
{
    private static readonly Lazy<FontFace> LazyRegular = new(() => Load("Sarabun-Regular"));
    private static readonly Lazy<FontFace> LazyBold = new(() => Load("Sarabun-Bold"));

    /// <summary>The regular weight (400).</summary>
    public static FontFace Regular => LazyRegular.Value;

    /// <summary>The bold weight (700).</summary>
    public static FontFace Bold => LazyBold.Value;

    internal static FontFace Load(string name)
    {
        using var resource = typeof(Sarabun).Assembly.GetManifestResourceStream(name + ".ttf")!;
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return new FontFace(name, file);
    }
}
