using System.Text;

namespace AwardFlow.Intake.Sheets;

/// <summary>
/// Tells the encoding of a text file by its content: a byte order mark, else UTF-16 by its zero bytes, else UTF-8 where
/// the whole file is valid in it, else Windows-874 (with it TIS-620) where every byte has a meaning there and Thai marks
/// stand where Thai marks can.
/// </summary>
internal static class TextEncoding
{
    private const int Sample = 4096;

    // Western European text read as Windows-874 has Thai marks after Latin letters; a rare slip of typing has one too.
    private const int MostMisplacedPercent = 5;

    // Thai words may touch Latin ones (LINEของเทศบาล), but not at every third letter.
    private const int MostTouchingPercent = 30;

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding, which throws on what is invalid in it.</summary>
    /// <param name="file">The file; its position is its start before and after.</param>
    /// <returns>Null where it is none of those that are known.</returns>
    public static Encoding? Of(Stream file)
    {
        var start = new byte[Sample];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return ByMark(start.AsSpan(0, length)) ?? ByContent(file);
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe, 0, 0]))
        {
            return new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true);
        }
        if (start.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]))
        {
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
        }
        if (start.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
        {
            return new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);
        }
        return UnmarkedUtf16(start);
    }

    // Without a mark, the separators and line breaks of UTF-16 give themselves away: every second byte of them is zero,
    // and Thai letters have the other one 0x0E.
    private static UnicodeEncoding? UnmarkedUtf16(ReadOnlySpan<byte> start)
    {
        var (little, big, pairs) = (0, 0, start.Length / 2);
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            little += start[i] != 0 && start[i + 1] is 0 or 0x0e ? 1 : 0;
            big += start[i + 1] != 0 && start[i] is 0 or 0x0e ? 1 : 0;
        }
        return pairs >= 4 && little > pairs * 9 / 10 ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)
            : pairs >= 4 && big > pairs * 9 / 10 ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)
            : null;
    }

    private static Encoding? ByContent(Stream file)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var decoder = utf8.GetDecoder();
        var thai = new ThaiBytes();
        var isUtf8 = true;
        var buffer = new byte[1 << 16];
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            var bytes = buffer.AsSpan(0, read);
            isUtf8 = isUtf8 && IsValid(decoder, bytes, last: false);
            thai.Add(bytes);
        }
        isUtf8 = isUtf8 && IsValid(decoder, [], last: true);
        file.Position = 0;
        return thai.HasZero ? null
            : isUtf8 ? utf8
            : thai.IsLikely ? Encoding.GetEncoding(874, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            : null;
    }

    private static bool IsValid(Decoder decoder, ReadOnlySpan<byte> bytes, bool last)
    {
        try
        {
            // Counting alone would forget the half of a character at the end of a block.
            Span<char> characters = stackalloc char[1024];
            while (true)
            {
                decoder.Convert(bytes, characters, last, out var used, out _, out var completed);
                bytes = bytes[used..];
                if (completed)
                {
                    return true;
                }
            }
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Holds bytes against Windows-874: TIS-620 with some punctuation below 0xA0.</summary>
    private sealed class ThaiBytes
    {
        private byte _before;
        private bool _any;
        private int _letters;
        private int _misplaced;
        private int _touching;
        private bool _undefined;

        public bool HasZero { get; private set; }

        public bool IsLikely =>
            !_undefined && _letters > 0 && _misplaced * 100 <= _letters * MostMisplacedPercent && _touching * 100 <= _letters * MostTouchingPercent;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            foreach (var b in bytes)
            {
                // Zeros alone at the end fill up what an old program wrote.
                HasZero |= b != 0 && _before == 0 && _any;
                _any = true;
                if (b >= 0x80)
                {
                    _undefined |=
                        b is 0xdb or 0xdc or 0xdd or 0xde or 0xfc or 0xfd or 0xfe or 0xff or (> 0x80 and < 0x85) or (> 0x85 and < 0x91) or (> 0x97 and < 0xa0);
                    _letters += b > 0xa0 ? 1 : 0;
                    // A mark needs a Thai consonant or another mark before it.
                    _touching += b > 0xa0 && char.IsAsciiLetter((char)_before) ? 1 : 0;
                    _misplaced += IsMark(b) && _before is < 0xa1 or (> 0xda and < 0xe7) ? 1 : 0;
                }
                _before = b;
            }
        }

        private static bool IsMark(byte b) => b is 0xd1 or (>= 0xd4 and <= 0xda) or (>= 0xe7 and <= 0xee);
    }
}
