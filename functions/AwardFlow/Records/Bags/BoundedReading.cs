namespace AwardFlow.Records.Bags;

/// <summary>Reads as many bytes as a file is said to have, and not one more: a zip may say one thing and unpack to another.</summary>
/// <param name="from">What is read; closed with this.</param>
/// <param name="length">How many bytes it has.</param>
/// <param name="path">The file's path, for who has to be told.</param>
internal sealed class BoundedReading(Stream from, long length, string path) : Stream
{
    private readonly long _length = length;
    private long _left = length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _length - _left;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Counted(Guarded(() => from.Read(buffer, offset, count)));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Counted(await from.ReadAsync(buffer, cancellationToken));
        }
        catch (InvalidDataException)
        {
            throw Broken();
        }
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            from.Dispose();
        }
        base.Dispose(disposing);
    }

    private int Guarded(Func<int> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException)
        {
            throw Broken();
        }
    }

    private int Counted(int read)
    {
        _left -= read;
        return _left >= 0 ? read : throw new RecordsException($"{path}: unpacks to more than it says.");
    }

    private RecordsException Broken() => new($"{path}: cannot be unpacked; it was altered or cut off.");
}
