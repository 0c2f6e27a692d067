using System.Globalization;
using AwardFlow.Typesetting.Pdf;
using SkiaSharp;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>A picture of pixels, with its transparency where it has any.</summary>
internal sealed class RasterPicture : Picture
{
    private const int MostPixelsASide = 4000;

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
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != SKEncodedImageFormat.Png)
        {
            throw new PictureException(PictureFault.NotPng, "", "The file is not a PNG picture.");
        }
        if (codec.Info.Width > MostPixelsASide || codec.Info.Height > MostPixelsASide)
        {
            throw new PictureException(PictureFault.TooManyPixels, $"{codec.Info.Width} × {codec.Info.Height}", $"The picture has {codec.Info.Width} by {codec.Info.Height} pixels; at most {MostPixelsASide} by {MostPixelsASide} are taken.");
        }
        using var space = SKColorSpace.CreateSrgb();
        using var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, space));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            throw new PictureException(PictureFault.Broken, "", "The PNG picture is broken: its pixels cannot be read.");
        }
        return Split(bitmap.Width, bitmap.Height, bitmap.GetPixelSpan());
    }

    internal override int Write(PdfFile file)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {_pixelsAcross} /Height {_pixelsDown} /BitsPerComponent 8");
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
