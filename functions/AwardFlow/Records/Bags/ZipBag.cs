using System.Buffers.Binary;
using System.IO.Compression;

namespace AwardFlow.Records.Bags;

/// <summary>
/// A bag in a zip from anywhere. The work that it makes is bounded by its own size: what it lists, and what it unpacks to,
/// and none of its names leads anywhere but into it.
/// </summary>
internal sealed class ZipBag : IBagFiles
{
    // Some 500,000 files with names as long as AwardFlow's; 7,850 entries make 35,000.
    private const long LongestDirectory = 64_000_000;

    // Sheets and journals shrink to a tenth, sometimes a thirtieth.
    private const long MostGrowth = 100;
    private const long GrowthWithoutQuestion = 100_000_000;

    private const int EndLength = 22;
    private const int LongestComment = 65_535;
    private const uint EndSignature = 0x06054B50;
    private const uint EndSignature64 = 0x06064B50;
    private const uint LocatorSignature64 = 0x07064B50;
    private const int LocatorLength = 20;
    private const int LinkMode = 0xA000;
    private const int ModeMask = 0xF000;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;

    private ZipBag(ZipArchive zip, Dictionary<string, ZipArchiveEntry> entries)
    {
        (_zip, _entries) = (zip, entries);
        Lengths = entries.ToDictionary(entry => entry.Key, entry => entry.Value.Length, StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, long> Lengths { get; }

    /// <summary>Opens a zip.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RecordsException">It is none, is cut off, or is made to do harm.</exception>
    public static async Task<ZipBag> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.Asynchronous);
        try
        {
            CheckDirectory(file);
            file.Position = 0;
            var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, cancellationToken);
            return new ZipBag(zip, Files(zip, file.Length));
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or NotSupportedException or EndOfStreamException or OverflowException)
        {
            await file.DisposeAsync();
            throw new RecordsException("The file is no zip, or is cut off.");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public async Task<Stream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return new BoundedReading(await _entries[path].OpenAsync(cancellationToken), Lengths[path], path);
        }
        catch (InvalidDataException)
        {
            throw new RecordsException($"{path}: cannot be unpacked; it was altered or cut off.");
        }
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    // The library reads all that the directory lists into memory, so its size is looked at before, and found as the library finds
    // it: by the last end that there is, and by the longer record wherever one of the three fields says that it holds.
    private static void CheckDirectory(FileStream file)
    {
        var tail = new byte[Math.Min(file.Length, LocatorLength + EndLength + LongestComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        Span<byte> signature = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(signature, EndSignature);
        var at = tail.Length < EndLength ? -1 : tail.AsSpan(0, tail.Length - EndLength + sizeof(uint)).LastIndexOf(signature);
        if (at < 0 || BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 20)) != tail.Length - at - EndLength)
        {
            throw new RecordsException("The file is no zip, or is cut off.");
        }
        var end = tail.AsSpan(at);
        long start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        var isLong = start == uint.MaxValue || BinaryPrimitives.ReadUInt16LittleEndian(end[4..]) == ushort.MaxValue
            || BinaryPrimitives.ReadUInt16LittleEndian(end[10..]) == ushort.MaxValue;
        if (isLong && at >= LocatorLength && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at - LocatorLength)) == LocatorSignature64)
        {
            start = Start64(file, BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(at - LocatorLength + 8)));
        }
        if (start < 0 || start > file.Length || file.Length - start > LongestDirectory)
        {
            throw new RecordsException("The zip lists more files than any archive has.");
        }
    }

    private static long Start64(FileStream file, long at)
    {
        var end = new byte[56];
        if (at < 0 || at > file.Length - end.Length)
        {
            return -1;
        }
        file.Position = at;
        file.ReadExactly(end);
        return BinaryPrimitives.ReadUInt32LittleEndian(end) == EndSignature64 ? BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(48)) : -1;
    }

    private static Dictionary<string, ZipArchiveEntry> Files(ZipArchive zip, long length)
    {
        var files = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string? bag = null;
        var unpacked = 0L;
        foreach (var entry in zip.Entries)
        {
            var isFolder = entry.FullName.EndsWith('/');
            var name = isFolder ? entry.FullName[..^1] : entry.FullName;
            if (!BagPath.IsValid(name) || ((entry.ExternalAttributes >> 16) & ModeMask) == LinkMode)
            {
                throw new RecordsException("The zip has a name that leads out of it, or a link.");
            }
            if (entry.IsEncrypted)
            {
                throw new RecordsException("The zip is encrypted.");
            }
            // RFC 8493, section 4: one folder, with the bag in it.
            bag ??= name.Split('/')[0];
            if (name.Split('/')[0] != bag)
            {
                throw new RecordsException("The zip has more than the one folder of a bag.");
            }
            if (isFolder)
            {
                continue;
            }
            if (name == bag || !names.Add(name))
            {
                throw new RecordsException(name == bag ? "The zip has no bag in a folder." : $"{name[(bag.Length + 1)..]}: stands in the zip twice.");
            }
            unpacked = checked(unpacked + entry.Length);
            files.Add(name[(bag.Length + 1)..], entry);
        }
        return unpacked <= GrowthWithoutQuestion || unpacked / MostGrowth <= length
            ? files
            : throw new RecordsException("The zip unpacks to far more than any archive does.");
    }
}
