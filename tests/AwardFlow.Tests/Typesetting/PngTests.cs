using System.Buffers.Binary;
using System.Text;
using AwardFlow.Typesetting.Pictures;

namespace AwardFlow.Tests.Typesetting;

public class PngTests
{
    private const int Grey = 0, Rgb = 2, Indexed = 3, GreyAlpha = 4, Rgba = 6;

    public static TheoryData<int, int, bool> Kinds { get; } = [.. new[]
    {
        (Grey, 1), (Grey, 2), (Grey, 4), (Grey, 8), (Grey, 16), (Rgb, 8), (Rgb, 16),
        (Indexed, 1), (Indexed, 2), (Indexed, 4), (Indexed, 8), (GreyAlpha, 8), (GreyAlpha, 16), (Rgba, 8), (Rgba, 16),
    }.SelectMany(kind => new[] { (kind.Item1, kind.Item2, false), (kind.Item1, kind.Item2, true) })];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_png_is_read_pixel_by_pixel(int kind, int depth, bool interlaced)
    {
        foreach (var (width, height) in new[] { (1, 1), (3, 5), (13, 11), (8, 9) })
        {
            var random = new Random(width);
            var samples = new int[width, height, 4];
            for (var i = 0; i < samples.Length; i++)
            {
                samples[i / 4 % width, i / 4 / width, i % 4] = random.Next(1 << depth);
            }
            var png = new PngFile(width, height, kind, depth) { Interlaced = interlaced };
            if (kind == Indexed)
            {
                png.Chunk("PLTE", [.. Enumerable.Range(0, 3 << depth).Select(i => (byte)(7 * i))]).Chunk("tRNS", 9, 200);
            }
            var read = PngReader.Read(png.With((x, y, s) => samples[x, y, s]));
            Assert.Equal((width, height), (read.Width, read.Height));
            for (var i = 0; i < width * height; i++)
            {
                Assert.Equal(Expected(kind, depth, s => samples[i % width, i / width, s]), read.Pixels.AsSpan(4 * i, 4).ToArray());
            }
        }
    }

    [Theory]
    [InlineData(Grey, 4)]
    [InlineData(Grey, 16)]
    [InlineData(Rgb, 8)]
    [InlineData(Rgb, 16)]
    public void A_colour_that_is_marked_as_transparent_is(int kind, int depth)
    {
        var colour = new[] { 5, 6, 7 };
        var png = new PngFile(2, 1, kind, depth);
        png.Chunk("tRNS", [.. Enumerable.Range(0, png.Samples).SelectMany(i => new byte[] { 0, (byte)colour[i] })]);
        var read = PngReader.Read(png.With((x, _, s) => x == 0 ? colour[s] : 1));
        Assert.Equal((0, 255), (read.Pixels[3], read.Pixels[7]));
    }

    [Fact]
    public void Colours_of_another_space_become_srgb()
    {
        // Display P3's red is more than sRGB has; its grey is the same; Adobe RGB's grey curve is another.
        var p3 = new PngFile(3, 1, Rgb, 8).Chunk("iCCP", Profile(
            Curve(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045), 0.51512, 0.24119, -0.00105, 0.29198, 0.69225, 0.04189, 0.15710, 0.06657, 0.78407));
        var pixels = PngReader.Read(p3.With((x, _, s) => x == 0 ? 128 : x == 1 ? (s == 0 ? 200 : 100) : s == 0 ? 255 : 0)).Pixels;
        Assert.All(pixels[..3], grey => Assert.InRange(grey, 127, 129));
        Assert.InRange(pixels[4], 211, 217);
        Assert.InRange(pixels[5], 91, 97);
        Assert.Equal((255, 0, 0), (pixels[8], pixels[9], pixels[10]));
        var linear = new PngFile(1, 1, Grey, 8)
            .Chunk("iCCP", Profile([.. "curv"u8, 0, 0, 0, 0, 0, 0, 0, 0], 0.43607, 0.22249, 0.01392, 0.38515, 0.71687, 0.09708, 0.14307, 0.06061, 0.71410));
        Assert.InRange(PngReader.Read(linear.With((_, _, _) => 55)).Pixels[0], 126, 130);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sRGB")]
    [InlineData("a\0\0nothing that unpacks")]
    public void A_profile_that_cannot_be_read_changes_nothing(string chunk)
    {
        var read = PngReader.Read(new PngFile(1, 1, Rgb, 8).Chunk("iCCP", Encoding.ASCII.GetBytes(chunk)).With((_, _, s) => 40 + s));
        Assert.Equal([40, 41, 42, 255], read.Pixels);
    }

    [Fact]
    public void A_picture_that_unpacks_to_more_than_its_pixels_takes_no_more_than_they()
    {
        var bomb = new PngFile(1, 1, Grey, 8).File(PngFile.Deflated(new byte[300_000_000]));
        Assert.True(bomb.Length < Picture.LargestFile);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal([0, 0, 0, 255], PngReader.Read(bomb).Pixels);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void A_profile_that_unpacks_without_end_is_left()
    {
        var bomb = new PngFile(1, 1, Grey, 8).Chunk("iCCP", [(byte)'x', 0, 0, .. PngFile.Deflated(new byte[300_000_000])]).With((_, _, _) => 7);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal([7, 7, 7, 255], PngReader.Read(bomb).Pixels);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Theory]
    [InlineData(4001, 1)]
    [InlineData(1, 4001)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(-1, -1)]
    public void A_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(int width, int height)
    {
        var e = Assert.Throws<PictureException>(() => Picture.Read(new PngFile(width, height, Rgb, 8).File([1, 2]), PictureFormat.Png));
        Assert.Equal(PictureFault.TooManyPixels, e.Fault);
    }

    [Theory]
    [InlineData(0, 1, Grey, 8)]
    [InlineData(1, 1, 1, 8)]
    [InlineData(1, 1, Grey, 3)]
    [InlineData(1, 1, Rgb, 4)]
    [InlineData(1, 1, Indexed, 16)]
    [InlineData(1, 1, Indexed, 8)]
    [InlineData(3, 3, Grey, 8)]
    public void A_header_that_says_what_cannot_be_is_refused(int width, int height, int kind, int depth) =>
        Assert.Equal(
            PictureFault.Broken,
            Assert.Throws<PictureException>(
                () => Picture.Read(new PngFile(width, height, kind, depth).File(PngFile.Deflated([0, 1])), PictureFormat.Png)).Fault);

    [Fact]
    public void A_pixel_outside_the_palette_is_refused() => Assert.Equal(
        PictureFault.Broken,
        Assert.Throws<PictureException>(
            () => Picture.Read(new PngFile(1, 1, Indexed, 8).Chunk("PLTE", 1, 2, 3).With((_, _, _) => 1), PictureFormat.Png)).Fault);

    [Fact]
    public void Every_file_that_is_cut_off_or_changed_is_read_or_refused_and_nothing_else()
    {
        var png = new PngFile(20, 20, Rgba, 8) { Interlaced = true }.Chunk("iCCP", Profile(Curve(2.2, 1, 0, 1, 0), 1, 0, 0, 0, 1, 0, 0, 0, 1))
            .With((x, y, s) => x * y + s & 255);
        for (var length = 0; length < png.Length; length++)
        {
            Assert.Throws<PictureException>(() => Picture.Read(png[..length], PictureFormat.Png));
        }
        for (var i = 0; i < png.Length; i++)
        {
            var changed = (byte[])png.Clone();
            changed[i] ^= 0x41;
            try
            {
                Picture.Read(changed, PictureFormat.Png);
            }
            catch (PictureException)
            {
                // Refused.
            }
        }
    }

    private static byte[] Expected(int kind, int depth, Func<int, int> sample)
    {
        byte At(int i) => (byte)Math.Round(sample(i) * 255.0 / ((1 << depth) - 1));
        return kind switch
        {
            Grey => [At(0), At(0), At(0), 255],
            Rgb => [At(0), At(1), At(2), 255],
            Indexed =>
            [
                (byte)(21 * sample(0)),
                (byte)(21 * sample(0) + 7),
                (byte)(21 * sample(0) + 14),
                sample(0) == 0 ? (byte)9 : sample(0) == 1 ? (byte)200 : (byte)255,
            ],
            GreyAlpha => [At(0), At(0), At(0), At(1)],
            _ => [At(0), At(1), At(2), At(3)],
        };
    }

    private static byte[] Curve(params double[] parameters) => [.. "para"u8, 0, 0, 0, 0, 0, 3, 0, 0, .. parameters.SelectMany(Fixed)];

    // A profile of three curves and three columns, as a chunk of a PNG.
    private static byte[] Profile(byte[] curve, params double[] columns)
    {
        var names = new[] { "rTRC", "gTRC", "bTRC", "rXYZ", "gXYZ", "bXYZ" };
        var bodies = new[] { curve, curve, curve }.Concat(
            columns.Chunk(3).Select(column => (byte[])[.. "XYZ "u8, 0, 0, 0, 0, .. column.SelectMany(Fixed)])).ToList();
        var profile = new List<byte>(new byte[128]);
        Encoding.ASCII.GetBytes("RGB ").CopyTo(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(profile)[16..]);
        Encoding.ASCII.GetBytes("acsp").CopyTo(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(profile)[36..]);
        profile.AddRange(Number(names.Length));
        var at = 132 + 12 * names.Length;
        foreach (var (name, body) in names.Zip(bodies))
        {
            profile.AddRange([.. Encoding.ASCII.GetBytes(name), .. Number(at), .. Number(body.Length)]);
            at += body.Length;
        }
        bodies.ForEach(profile.AddRange);
        return [(byte)'x', 0, 0, .. PngFile.Deflated([.. profile])];
    }

    private static byte[] Fixed(double number) => Number((int)Math.Round(number * 65536));

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
