using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>The beginning of a table of a TrueType file, of whole words of four bytes.</summary>
internal sealed class SharedTable(byte[] data)
{
    /// <summary>The data, compressed.</summary>
    public SharedPiece Piece { get; } = SharedPiece.Of(data);

    /// <summary>The sum of its words.</summary>
    public uint Checksum { get; } = TrueTypeFile.Checksum(data);
}
