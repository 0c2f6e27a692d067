using System.Globalization;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>Reads numbers and words one after another, each character once.</summary>
/// <param name="text">An attribute's value.</param>
internal ref struct SvgScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Whether nothing but white space and commas is left.</summary>
    public bool IsAtEnd
    {
        get
        {
            SkipSeparators();
            return _at == _text.Length;
        }
    }

    /// <summary>What is left.</summary>
    public readonly ReadOnlySpan<char> Rest => _text[_at..];

    /// <summary>The next number, if one comes next.</summary>
    /// <param name="number">Finite, and at most <see cref="SvgNumbers.Largest"/> in size.</param>
    /// <exception cref="PictureException">The number is too large.</exception>
    public bool TryNumber(out double number)
    {
        SkipSeparators();
        var end = _at;
        end += end < _text.Length && _text[end] is '+' or '-' ? 1 : 0;
        var digits = Digits(ref end);
        if (end < _text.Length && _text[end] == '.')
        {
            end++;
            digits += Digits(ref end);
        }
        number = 0;
        if (digits == 0)
        {
            return false;
        }
        if (end < _text.Length && _text[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            exponent += exponent < _text.Length && _text[exponent] is '+' or '-' ? 1 : 0;
            end = Digits(ref exponent) > 0 ? exponent : end;
        }
        number = double.Parse(_text[_at..end], NumberStyles.Float, CultureInfo.InvariantCulture);
        SvgNumbers.MustBeUsable(number, _text[_at..end]);
        _at = end;
        return true;
    }

    /// <summary>The next flag of an arc: 0 or 1, which need no space after them.</summary>
    public bool TryFlag(out bool flag)
    {
        SkipSeparators();
        flag = _at < _text.Length && _text[_at] == '1';
        return _at < _text.Length && _text[_at++] is '0' or '1';
    }

    /// <summary>The next letters, if any come next.</summary>
    public ReadOnlySpan<char> Word()
    {
        SkipSeparators();
        var start = _at;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at]))
        {
            _at++;
        }
        return _text[start.._at];
    }

    /// <summary>The next letter, if one comes next.</summary>
    public bool TryLetter(out char letter)
    {
        SkipSeparators();
        letter = _at < _text.Length ? _text[_at] : '\0';
        var found = char.IsAsciiLetter(letter);
        _at += found ? 1 : 0;
        return found;
    }

    /// <summary>Passes over a character, if it comes next.</summary>
    public bool TrySkip(char expected)
    {
        SkipSeparators();
        var found = _at < _text.Length && _text[_at] == expected;
        _at += found ? 1 : 0;
        return found;
    }

    private readonly int Digits(ref int at)
    {
        var start = at;
        while (at < _text.Length && char.IsAsciiDigit(_text[at]))
        {
            at++;
        }
        return at - start;
    }

    private void SkipSeparators()
    {
        while (_at < _text.Length && (_text[_at] is ' ' or ',' or '\t' or '\n' or '\r' or '\f'))
        {
            _at++;
        }
    }
}
