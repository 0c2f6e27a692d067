using System.Globalization;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>A picture of pixels, with its transparency where it has any.</summary>
internal sealed class RasterPicture : Picture
{
    private readonly int _pixelsAcross;
    private readonly int _pixelsDown;
    private readonly byte[] _colours;
    private readonly byte[]? _opacity;

    private RasterPicture(int pixelsAcross, int pixelsDown, byte[] colours, byte[]? opacity)
        : base(pixelsAcross, pixelsDown)
    {
        (_pixelsAcross, _pixelsDown) = (pixelsAcross, pixelsDown);
        (_colours, _opacity) = (PdfFile.Deflate(colours), opacity is null ? null : PdfFile.Deflate(opacity));
    }

    /// <exception cref="PictureException">The file is no PNG, is broken, or has too many pixels.</exception>
    public static RasterPicture Decode(byte[] file)
    {
        var png = PngReader.Read(file);
        return Split(png.Width, png.Height, png.Pixels);
    }

    internal override int Write(PdfFile file)
    {
        var size = string.Create(
            CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {_pixelsAcross} /Height {_pixelsDown} /BitsPerComponent 8");
        var mask = "";
        if (_opacity is not null)
        {
            var number = file.Deflated($"{size} /ColorSpace /DeviceGray", _pixelsAcross * _pixelsDown, _opacity);
            mask = string.Create(CultureInfo.InvariantCulture, $" /SMask {number} 0 R");
        }
        return file.Deflated($"{size} /ColorSpace /DeviceRGB{mask}", 3 * _pixelsAcross * _pixelsDown, _colours);
    }

    private static RasterPicture Split(int width, int height, ReadOnlySpan<byte> pixels)
    {
        var colours = new byte[3 * width * height];
        var opacity = new byte[width * height];
        var opaque = true;
        for (var i = 0; i < opacity.Length; i++)
        {
            var pixel = pixels.Slice(4 * i, 4);
            opacity[i] = pixel[3];
            opaque &= pixel[3] == byte.MaxValue;
            // What is not seen is stored as white, which compresses to nothing.
            if (pixel[3] == 0)
            {
                colours.AsSpan(3 * i, 3).Fill(byte.MaxValue);
            }
            else
            {
                pixel[..3].CopyTo(colours.AsSpan(3 * i));
            }
        }
        return new RasterPicture(width, height, colours, opaque ? null : opacity);
    }
}
