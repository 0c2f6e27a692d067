namespace AwardFlow.Intake.Sheets;

/// <summary>
/// XML as it is read, up to a stretch without markup that no cell can have. An XML reader hands a text over whole, however
/// long it is, so this is what keeps one text from filling the memory.
/// </summary>
/// <param name="xml">The XML; it is closed with this stream.</param>
internal sealed class BoundedTextStream(Stream xml) : Stream
{
    // A cell has at most 32,767 characters, each of at most 8 bytes when escaped.
    private const int LongestStretch = 1_000_000;

    private int _stretch;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = xml.Read(buffer);
        var markup = buffer[..read].LastIndexOf((byte)'<');
        _stretch = markup < 0 ? _stretch + read : read - markup;
        return _stretch <= LongestStretch ? read : throw new InvalidDataException("a text in it is longer than any cell can be.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            xml.Dispose();
        }
        base.Dispose(disposing);
    }
}
