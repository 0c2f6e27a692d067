namespace AwardFlow.Typesetting.Pdf;

/// <summary>The checksum Adler-32 of RFC 1950.</summary>
internal static class Adler
{
    /// <summary>The checksum of nothing.</summary>
    public const uint Empty = 1;

    private const uint Base = 65521;

    // So many bytes cannot overflow the sums.
    private const int Stretch = 5552;

    /// <summary>The checksum of data.</summary>
    public static uint Of(ReadOnlySpan<byte> data)
    {
        uint low = 1, high = 0;
        while (!data.IsEmpty)
        {
            var stretch = data[..Math.Min(Stretch, data.Length)];
            foreach (var value in stretch)
            {
                low += value;
                high += low;
            }
            (low, high) = (low % Base, high % Base);
            data = data[stretch.Length..];
        }
        return high << 16 | low;
    }

    /// <summary>The checksum of data that is followed by other data.</summary>
    /// <param name="first">The checksum of the first.</param>
    /// <param name="second">The checksum of the second.</param>
    /// <param name="length">How many bytes the second has.</param>
    public static uint Join(uint first, uint second, int length)
    {
        ulong low = first & 0xFFFF;
        var high = (first >> 16) + (second >> 16) + (ulong)length % Base * (low + Base - 1) % Base;
        low += (second & 0xFFFF) + Base - 1;
        return (uint)(high % Base << 16 | low % Base);
    }
}
