using System.IO.Compression;
using System.Text;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Tests.Typesetting;

public class ZlibPiecesTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 300)]
    [InlineData(300, 10, 0)]
    [InlineData(100_000, 70_000, 255)]
    public void Pieces_come_out_as_one_stream_whose_checksum_is_right(int first, int second, int third)
    {
        var stream = new ZlibPieces(compress: true).Add(Bytes(first, 1)).Add(SharedPiece.Of(Bytes(second, 2))).Add(Bytes(third, 3));
        // The reader checks the sum.
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(stream.Finish().ToArray()), CompressionMode.Decompress))
        {
            zlib.CopyTo(inflated);
        }
        Assert.Equal([.. Bytes(first, 1), .. Bytes(second, 2), .. Bytes(third, 3)], inflated.ToArray());
        Assert.Equal(first + second + third, stream.Length);
    }

    [Fact]
    public void The_checksum_is_that_of_RFC_1950() => Assert.Equal(0x11E60398u, Adler.Of("Wikipedia"u8));

    [Fact]
    public void Checksums_of_parts_join_to_that_of_the_whole()
    {
        var whole = Bytes(200_000, 7);
        Assert.All([0, 1, 65520, 65521, 65522, 199_999, 200_000], at =>
            Assert.Equal(Adler.Of(whole), Adler.Join(Adler.Of(whole.AsSpan(0, at)), Adler.Of(whole.AsSpan(at)), whole.Length - at)));
    }

    [Fact]
    public void The_same_data_is_compressed_once() =>
        Assert.Same(SharedPiece.Of(Encoding.ASCII.GetBytes("AwardFlow")), SharedPiece.Of(Encoding.ASCII.GetBytes("AwardFlow")));

    private static byte[] Bytes(int length, int seed) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * seed % 251))];
}
