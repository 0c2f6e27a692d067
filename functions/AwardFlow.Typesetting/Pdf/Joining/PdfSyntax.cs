using System.Buffers.Text;

namespace AwardFlow.Typesetting.Pdf.Joining;

/// <summary>
/// Reads the syntax of a PDF file (ISO 32000-1, 7.2 and 7.3), as far as joining files needs it: where a value ends, and which objects it names.
/// </summary>
internal ref struct PdfSyntax
{
    private const int Deepest = 64;

    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;

    /// <param name="bytes">The bytes.</param>
    /// <param name="at">Where to begin.</param>
    /// <exception cref="FormatException">That is not within them.</exception>
    public PdfSyntax(ReadOnlySpan<byte> bytes, int at)
    {
        if (at < 0 || at > bytes.Length)
        {
            throw new FormatException("A place lies outside of the file.");
        }
        _bytes = bytes;
        _at = at;
    }

    /// <summary>A whole number.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public int Integer()
    {
        Blanks();
        if (!Utf8Parser.TryParse(_bytes[_at..], out int number, out var length) || number < 0)
        {
            throw new FormatException("A number is missing.");
        }
        _at += length;
        return number;
    }

    /// <summary>Passes over a word that must stand here.</summary>
    /// <exception cref="FormatException">Something else stands here.</exception>
    public void Expect(ReadOnlySpan<byte> word)
    {
        if (!TryTake(word))
        {
            throw new FormatException("A word is missing.");
        }
    }

    /// <summary>Passes over a word if it stands here.</summary>
    public bool TryTake(ReadOnlySpan<byte> word)
    {
        Blanks();
        if (!_bytes[_at..].StartsWith(word))
        {
            return false;
        }
        _at += word.Length;
        return true;
    }

    /// <summary>A value: an array, a dictionary, a string, a name, a number or a reference.</summary>
    /// <exception cref="FormatException">There is none, or it does not end.</exception>
    public ReadOnlySpan<byte> Value()
    {
        Blanks();
        var from = _at;
        Skip(0);
        // A reference is three words.
        if (IsDigit(_bytes[from]) && TryReference(_bytes, from, out var end, out _))
        {
            _at = end;
        }
        return _bytes[from.._at];
    }

    /// <summary>The data of a stream behind the word <c>stream</c>.</summary>
    /// <exception cref="FormatException">It reaches beyond the file.</exception>
    public ReadOnlySpan<byte> Data(int length)
    {
        if (_at < _bytes.Length && _bytes[_at] == '\r')
        {
            _at++;
        }
        if (_at < _bytes.Length && _bytes[_at] == '\n')
        {
            _at++;
        }
        return length <= _bytes.Length - _at ? _bytes.Slice(_at, length) : throw new FormatException("A stream is cut.");
    }

    /// <summary>The value of a dictionary's entry; empty where there is none.</summary>
    /// <exception cref="FormatException">It is no dictionary.</exception>
    public static ReadOnlySpan<byte> Entry(ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> name)
    {
        var reader = new PdfSyntax(dictionary, 0);
        reader.Expect("<<"u8);
        while (!reader.TryTake(">>"u8))
        {
            var key = reader.Value();
            var value = reader.Value();
            if (key.Length == name.Length + 1 && key[0] == '/' && key[1..].SequenceEqual(name))
            {
                return value;
            }
        }
        return default;
    }

    /// <summary>The number of the object that a value names; null where it is no reference.</summary>
    public static int? Reference(ReadOnlySpan<byte> value) =>
        value.Length > 0 && IsDigit(value[0]) && TryReference(value, 0, out _, out var number) ? number : null;

    /// <summary>The numbers of all objects that a value names, in order.</summary>
    public static List<int> References(ReadOnlySpan<byte> value)
    {
        var numbers = new List<int>();
        var at = 0;
        while (NextReference(value, ref at, out _, out var number))
        {
            numbers.Add(number);
        }
        return numbers;
    }

    /// <summary>Finds the next reference of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="at">Where to look from; then where the reference ends.</param>
    /// <param name="start">Where the reference begins.</param>
    /// <param name="number">The number of the object that it names.</param>
    /// <returns>Whether there is one.</returns>
    public static bool NextReference(ReadOnlySpan<byte> value, ref int at, out int start, out int number)
    {
        (start, number) = (0, 0);
        while (at < value.Length)
        {
            var c = value[at];
            if (c == '<' && at + 1 < value.Length && value[at + 1] == '<')
            {
                at += 2;
            }
            else if (c is (byte)'(' or (byte)'<')
            {
                var reader = new PdfSyntax(value, at);
                reader.Skip(0);
                at = reader._at;
            }
            else if (IsDigit(c) && (at == 0 || IsDelimiter(value[at - 1])))
            {
                if (TryReference(value, at, out var end, out number))
                {
                    start = at;
                    at = end;
                    return true;
                }
                at++;
            }
            else
            {
                at++;
            }
        }
        return false;
    }

    private static bool TryReference(ReadOnlySpan<byte> bytes, int at, out int end, out int number)
    {
        end = at;
        if (!Utf8Parser.TryParse(bytes[at..], out number, out var length))
        {
            return false;
        }
        end = at + length;
        if (!Blank(bytes, ref end) || !Utf8Parser.TryParse(bytes[end..], out int _, out length))
        {
            return false;
        }
        end += length;
        if (!Blank(bytes, ref end) || end >= bytes.Length || bytes[end] != 'R' || (end + 1 < bytes.Length && !IsDelimiter(bytes[end + 1])))
        {
            return false;
        }
        end++;
        return true;
    }

    private static bool Blank(ReadOnlySpan<byte> bytes, ref int at)
    {
        var from = at;
        while (at < bytes.Length && IsBlank(bytes[at]))
        {
            at++;
        }
        return at > from;
    }

    private void Skip(int depth)
    {
        Blanks();
        if (_at >= _bytes.Length || depth > Deepest)
        {
            throw new FormatException("A value is missing, or too deep.");
        }
        switch (_bytes[_at])
        {
            case (byte)'(':
                SkipString();
                break;
            case (byte)'<' when _at + 1 < _bytes.Length && _bytes[_at + 1] == '<':
                _at += 2;
                while (!TryTake(">>"u8))
                {
                    Skip(depth + 1);
                }
                break;
            case (byte)'<':
                var end = _bytes[_at..].IndexOf((byte)'>');
                _at += end < 0 ? throw new FormatException("A string does not end.") : end + 1;
                break;
            case (byte)'[':
                _at++;
                while (!TryTake("]"u8))
                {
                    Skip(depth + 1);
                }
                break;
            default:
                var from = _at++;
                while (_at < _bytes.Length && !IsDelimiter(_bytes[_at]))
                {
                    _at++;
                }
                if (_bytes[from] is (byte)')' or (byte)'>' or (byte)']')
                {
                    throw new FormatException("A value is missing.");
                }
                break;
        }
    }

    private void SkipString()
    {
        var open = 0;
        for (; _at < _bytes.Length; _at++)
        {
            switch (_bytes[_at])
            {
                case (byte)'\\':
                    _at++;
                    break;
                case (byte)'(':
                    open++;
                    break;
                case (byte)')' when --open == 0:
                    _at++;
                    return;
            }
        }
        throw new FormatException("A string does not end.");
    }

    private void Blanks()
    {
        while (_at < _bytes.Length)
        {
            if (_bytes[_at] == '%')
            {
                var end = _bytes[_at..].IndexOfAny((byte)'\n', (byte)'\r');
                _at = end < 0 ? _bytes.Length : _at + end;
            }
            else if (!IsBlank(_bytes[_at]))
            {
                return;
            }
            else
            {
                _at++;
            }
        }
    }

    private static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';

    private static bool IsBlank(byte c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte c) =>
        IsBlank(c) || c is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'/' or (byte)'%' or (byte)'{' or (byte)'}';
}
