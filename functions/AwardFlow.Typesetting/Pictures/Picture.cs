using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>A picture to draw on pages, read from a PNG or SVG file. Safe for use by many threads and documents.</summary>
public abstract class Picture
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestFile = 2_000_000;

    private protected Picture(double width, double height)
    {
        Width = width;
        Height = height;
    }

    /// <summary>The picture's own width, in a unit of its own.</summary>
    public double Width { get; }

    /// <summary>The picture's own height, in the same unit.</summary>
    public double Height { get; }

    /// <summary>The size at which it fits in a rectangle, as wide to its height as it is.</summary>
    /// <param name="width">The rectangle's width, above 0.</param>
    /// <param name="height">The rectangle's height, above 0, in the same unit.</param>
    public (double Width, double Height) Within(double width, double height)
    {
        var scale = Math.Min(width / Width, height / Height);
        return (Width * scale, Height * scale);
    }

    /// <summary>Reads a picture.</summary>
    /// <param name="file">A PNG or SVG file.</param>
    /// <param name="format">Which of them it is.</param>
    /// <exception cref="PictureException">The file is not such a picture, is too large, or uses what is not drawn; the message says which.</exception>
    public static Picture Read(byte[] file, PictureFormat format)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > LargestFile)
        {
            throw new PictureException(PictureFault.TooLarge, "", $"The picture has {file.Length} bytes; at most {LargestFile} are taken.");
        }
        return format == PictureFormat.Png ? RasterPicture.Decode(file) : new SvgReader().Read(file);
    }

    /// <summary>Writes the picture as an object that fills the unit square when it is drawn, and says its number.</summary>
    internal abstract int Write(PdfFile file);
}
