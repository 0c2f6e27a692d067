using System.Globalization;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>A picture of shapes.</summary>
internal sealed class VectorPicture : Picture
{
    private readonly int _length;
    private readonly byte[] _content;

    /// <param name="width">Its width, in units of its own.</param>
    /// <param name="height">Its height.</param>
    /// <param name="content">Operators that draw it in that rectangle, with the origin at its lower left corner.</param>
    public VectorPicture(double width, double height, ReadOnlySpan<byte> content)
        : base(width, height)
    {
        _length = content.Length;
        _content = PdfFile.Deflate(content);
    }

    internal override int Write(PdfFile file) => file.Deflated(
        string.Create(CultureInfo.InvariantCulture,
            $"/Type /XObject /Subtype /Form /BBox [0 0 {Width:0.###} {Height:0.###}] /Matrix [{1 / Width:0.##########} 0 0 {1 / Height:0.##########} 0 0] /Resources << >>"),
        _length,
        _content);
}
