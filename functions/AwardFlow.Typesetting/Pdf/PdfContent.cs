using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>Writes the operators of a content stream (ISO 32000-1, 7.8.2).</summary>
internal sealed class PdfContent
{
    private readonly ArrayBufferWriter<byte> _bytes = new(8 * 1024);
    private PdfColour _fill;
    private PdfColour _stroke;

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>How many bytes were written so far.</summary>
    public int Length => _bytes.WrittenCount;

    /// <summary>Writes PDF syntax as it is.</summary>
    public PdfContent Raw(ReadOnlySpan<byte> ascii)
    {
        _bytes.Write(ascii);
        return this;
    }

    /// <summary>Writes PDF syntax as it is.</summary>
    public PdfContent Raw(string ascii)
    {
        Encoding.ASCII.GetBytes(ascii, _bytes);
        return this;
    }

    /// <summary>Writes a number with at most three decimals, and a space.</summary>
    public PdfContent Number(double value)
    {
        Thousandths((long)Math.Round(value * 1000));
        return Raw(" ");
    }

    /// <summary>Writes a whole number.</summary>
    public PdfContent Integer(long value)
    {
        var span = _bytes.GetSpan(24);
        Utf8Formatter.TryFormat(value, span, out var written);
        _bytes.Advance(written);
        return this;
    }

    /// <summary>Writes a glyph's id as four hexadecimal digits.</summary>
    public PdfContent Glyph(ushort id)
    {
        Utf8Formatter.TryFormat(id, _bytes.GetSpan(4), out var written, new StandardFormat('X', 4));
        _bytes.Advance(written);
        return this;
    }

    /// <summary>Writes text as a string in UTF-16 (ISO 32000-1, 7.3.4.2).</summary>
    public PdfContent Text(string text)
    {
        var span = _bytes.GetSpan(6 + 4 * text.Length);
        var at = 0;
        void Add(Span<byte> bytes, byte value)
        {
            if (value is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r')
            {
                bytes[at++] = (byte)'\\';
                value = value == '\r' ? (byte)'r' : value;
            }
            bytes[at++] = value;
        }
        span[at++] = (byte)'(';
        span[at++] = 0xFE;
        span[at++] = 0xFF;
        foreach (var c in text)
        {
            Add(span, (byte)(c >> 8));
            Add(span, (byte)c);
        }
        span[at++] = (byte)')';
        _bytes.Advance(at);
        return this;
    }

    /// <summary>Sets the colour that text and areas are filled with, unless it is set.</summary>
    public PdfContent Fill(PdfColour colour)
    {
        if (colour != _fill)
        {
            _fill = colour;
            Colour(colour).Raw("rg\n");
        }
        return this;
    }

    /// <summary>Sets the colour of rules, unless it is set.</summary>
    public PdfContent Stroke(PdfColour colour)
    {
        if (colour != _stroke)
        {
            _stroke = colour;
            Colour(colour).Raw("RG\n");
        }
        return this;
    }

    private PdfContent Colour(PdfColour colour) => Number(colour.Red / 255.0).Number(colour.Green / 255.0).Number(colour.Blue / 255.0);

    private void Thousandths(long value)
    {
        if (value < 0)
        {
            Raw("-");
            value = -value;
        }
        Integer(value / 1000);
        var rest = (int)(value % 1000);
        if (rest == 0)
        {
            return;
        }
        var digits = 3;
        while (rest % 10 == 0)
        {
            rest /= 10;
            digits--;
        }
        Raw(".");
        Utf8Formatter.TryFormat(rest, _bytes.GetSpan(4), out var written, new StandardFormat('D', (byte)digits));
        _bytes.Advance(written);
    }
}
