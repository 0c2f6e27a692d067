using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AwardFlow.Intake.Sheets;

/// <summary>One section of a number format: what it makes of a number.</summary>
internal sealed partial class FormatSection
{
    private const int MostPlaces = 15;

    // General as eastern Asian programs write it; the letter G alone would be an era.
    private static readonly string[] GeneralNames = ["G/標準", "G/通用格式", "G/표준", "G/ทั่วไป"];

    private readonly List<Token> _tokens = [];
    private readonly int _places;
    private readonly int _leastDigits;
    private readonly int _digits;
    private readonly int _thousands;
    private readonly bool _grouped;
    private readonly string? _scientific;
    private readonly int _fraction;
    private readonly decimal? _denominator;
    private readonly bool _isGeneral;

    private FormatSection(string code, List<Token> tokens, Func<decimal, bool>? condition, bool isDate)
    {
        Condition = condition;
        IsEmpty = code.Length == 0;
        _isGeneral = tokens.Exists(token => token.Kind == TokenKind.General) || tokens.Exists(token => token.Kind == TokenKind.Text);
        var first = tokens.FindIndex(token => token.Kind == TokenKind.Digit);
        if (first < 0 && !isDate && !_isGeneral && tokens.Exists(token => token.Kind == TokenKind.Word))
        {
            // The word General in another language: Standard, ทั่วไป.
            _isGeneral = true;
            tokens = [new Token(TokenKind.General, "")];
        }
        Kind = isDate ? CellKind.Date : tokens.Exists(token => token.Kind == TokenKind.Percent) ? CellKind.Percentage : CellKind.Number;
        if (first >= 0)
        {
            var point = tokens.FindIndex(token => token.Kind == TokenKind.Point);
            var end = point < 0 ? tokens.Count : point;
            _digits = tokens.Take(end).Count(token => token.Kind == TokenKind.Digit);
            _leastDigits = tokens.Take(end).Count(token => token is { Kind: TokenKind.Digit, Text: "0" });
            _places = Math.Min(MostPlaces, tokens.Skip(end).Count(token => token.Kind == TokenKind.Digit));
            var last = tokens.FindLastIndex(Math.Max(0, end - 1), token => token.Kind == TokenKind.Digit);
            for (var i = first; i < tokens.Count; i++)
            {
                if (tokens[i].Kind == TokenKind.Comma)
                {
                    _grouped |= i < last;
                    _thousands += i > last ? 1 : 0;
                }
            }
            tokens = [.. tokens.Where((token, i) => token.Kind != TokenKind.Comma || i < first)];
            if (code.IndexOf("E+", StringComparison.OrdinalIgnoreCase) is >= 0 and var exponent
                || (exponent = code.IndexOf("E-", StringComparison.OrdinalIgnoreCase)) >= 0)
            {
                _scientific = Scientific().Match(code) is { Success: true } match ? match.Value : null;
            }
            if (Fraction().Match(code) is { Success: true } fraction)
            {
                _fraction = fraction.Groups["denominator"].Length;
                _denominator = decimal.TryParse(fraction.Groups["denominator"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var fixedOne)
                    && fixedOne > 0
                    ? fixedOne
                    : null;
            }
        }
        _tokens = tokens;
        IsPlain = first >= 0 && _scientific is null && _fraction == 0 && _thousands == 0
            && tokens.TrueForAll(token => token.Kind is TokenKind.Digit or TokenKind.Point);
    }

    private enum TokenKind
    {
        Literal, Word, Digit, Point, Comma, Percent, General, Text,
    }

    /// <summary>For which numbers the section is; null where its place says so.</summary>
    public Func<decimal, bool>? Condition { get; }

    /// <summary>What a person takes a number in it for.</summary>
    public CellKind Kind { get; }

    /// <summary>Whether it shows nothing.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether it has a place for texts.</summary>
    public bool IsForTexts => _tokens.Exists(token => token.Kind == TokenKind.Text);

    // Digits alone: nothing to write out unless it rounds or has zeros in front.
    private bool IsPlain { get; }

    /// <summary>What a person sees of a number; null where it is the number itself.</summary>
    /// <param name="number">The number.</param>
    /// <param name="unsigned">Whether the section stands for negative numbers, and so shows no minus of its own.</param>
    public string? Shown(decimal number, bool unsigned)
    {
        if (Kind == CellKind.Date)
        {
            return null;
        }
        if (_isGeneral)
        {
            return _tokens.Count == 1 ? null : string.Concat(_tokens.Select(token =>
                token.Kind is TokenKind.General or TokenKind.Text ? number.ToString(CultureInfo.InvariantCulture) : token.Text));
        }
        if (_scientific is { } scientific)
        {
            return number.ToString(scientific, CultureInfo.InvariantCulture);
        }
        if (_fraction > 0)
        {
            return IsFraction(number) ? null : $"~{Math.Round(number, 2, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture)}";
        }
        var value = Kind == CellKind.Percentage ? number * 100 : number;
        for (var i = 0; i < _thousands; i++)
        {
            value /= 1000;
        }
        var rounded = Math.Round(Math.Abs(value), _places, MidpointRounding.AwayFromZero);
        var digits = decimal.Truncate(rounded) is > 0 and var whole ? whole.ToString(CultureInfo.InvariantCulture) : "";
        return IsPlain && rounded == Math.Abs(number) && _leastDigits <= Math.Max(1, digits.Length)
            ? null
            : (number < 0 && !unsigned ? "-" : "")
                + Write(digits, (rounded - decimal.Truncate(rounded)).ToString($"F{_places}", CultureInfo.InvariantCulture)[(_places > 0 ? 2 : 1)..]);
    }

    /// <summary>What a person sees of a text, as a format's last section; null where it is the text itself.</summary>
    public string? ShownText(string text) => IsEmpty ? "" : _tokens.Count == 1 && (IsForTexts || _isGeneral) ? null
        : string.Concat(_tokens.Select(token => token.Kind is TokenKind.Text or TokenKind.General ? text : token.Text)).Trim();

    /// <summary>Understands one section's code.</summary>
    public static FormatSection Parse(string code)
    {
        foreach (var general in GeneralNames)
        {
            code = code.Replace(general, "General", StringComparison.OrdinalIgnoreCase);
        }
        var tokens = new List<Token>();
        Func<decimal, bool>? condition = null;
        var isDate = false;
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            switch (c)
            {
                case '"':
                    var end = code.IndexOf('"', i + 1) is >= 0 and var close ? close : code.Length;
                    tokens.Add(new Token(TokenKind.Literal, code[(i + 1)..end]));
                    i = end;
                    break;
                case '\\':
                    tokens.Add(new Token(TokenKind.Literal, i + 1 < code.Length ? code[++i].ToString() : ""));
                    break;
                case '_' or '*':
                    i++;
                    break;
                case '[':
                    var until = code.IndexOf(']', i) is >= 0 and var bracket ? bracket : code.Length;
                    var inside = code[(i + 1)..until];
                    condition ??= ConditionOf(inside);
                    isDate |= Elapsed().IsMatch(inside);
                    if (inside.StartsWith('$') && inside.Split('-')[0][1..] is { Length: > 0 } currency)
                    {
                        tokens.Add(new Token(TokenKind.Literal, currency));
                    }
                    i = until;
                    break;
                case '0' or '#' or '?':
                    tokens.Add(new Token(TokenKind.Digit, c.ToString()));
                    break;
                case '.':
                    tokens.Add(new Token(tokens.Exists(token => token.Kind == TokenKind.Point) ? TokenKind.Literal : TokenKind.Point, "."));
                    break;
                case ',':
                    tokens.Add(new Token(TokenKind.Comma, ","));
                    break;
                case '%':
                    tokens.Add(new Token(TokenKind.Percent, "%"));
                    break;
                case '@':
                    tokens.Add(new Token(TokenKind.Text, ""));
                    break;
                case 'E' or 'e' when i + 1 < code.Length && code[i + 1] is '+' or '-':
                    tokens.Add(new Token(TokenKind.Literal, code[i..(i + 2)]));
                    i++;
                    break;
                case 't' or 'T' when i + 1 < code.Length && code[i + 1] is '0' or '#' or '?':
                    // The digits are Thai ones, which read the same.
                    break;
                default:
                    var from = i;
                    while (i + 1 < code.Length && IsLetter(c) && IsLetter(code[i + 1]) && !StartsThaiDigits(code, i + 1))
                    {
                        i++;
                    }
                    var run = code[from..(i + 1)];
                    isDate |= DateParts().IsMatch(run);
                    tokens.Add(run.Equals("General", StringComparison.OrdinalIgnoreCase)
                        ? new Token(TokenKind.General, "")
                        : new Token(IsLetter(c) ? TokenKind.Word : TokenKind.Literal, run));
                    break;
            }
        }
        return new FormatSection(code, tokens, condition, isDate);
    }

    private static bool StartsThaiDigits(string code, int i) => code[i] is 't' or 'T' && i + 1 < code.Length && code[i + 1] is '0' or '#' or '?';

    private static bool IsLetter(char c) =>
        char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static Func<decimal, bool>? ConditionOf(string inside)
    {
        if (Comparison().Match(inside) is not { Success: true } match
            || !decimal.TryParse(match.Groups["limit"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit))
        {
            return null;
        }
        return match.Groups["operator"].Value switch
        {
            "<" => number => number < limit,
            "<=" => number => number <= limit,
            ">" => number => number > limit,
            ">=" => number => number >= limit,
            "<>" => number => number != limit,
            _ => number => number == limit,
        };
    }

    // Digits fill the places from the right; the first place takes all that are left.
    private string Write(string digits, string fraction)
    {
        var text = new StringBuilder();
        var (place, after, inFraction) = (0, 0, false);
        var kept = fraction.TrimEnd('0').Length;
        foreach (var token in _tokens)
        {
            switch (token.Kind)
            {
                case TokenKind.Digit when inFraction:
                    text.Append(after < kept || (after < fraction.Length && token.Text == "0") ? fraction[after] : "");
                    after++;
                    break;
                case TokenKind.Digit:
                    place++;
                    var (last, first) = (digits.Length - (_digits - place), place == 1 ? 0 : digits.Length - (_digits - place) - 1);
                    if (last <= 0)
                    {
                        text.Append(token.Text == "0" ? "0" : "");
                    }
                    for (var i = Math.Max(0, first); i < last; i++)
                    {
                        text.Append(digits[i]).Append(_grouped && digits.Length - i > 1 && (digits.Length - i - 1) % 3 == 0 ? "," : "");
                    }
                    break;
                case TokenKind.Point:
                    inFraction = true;
                    text.Append('.');
                    break;
                case TokenKind.Comma:
                    text.Append(',');
                    break;
                default:
                    text.Append(token.Text);
                    break;
            }
        }
        return text.ToString().Trim();
    }

    private bool IsFraction(decimal number)
    {
        if (_denominator is { } denominators)
        {
            return number * denominators % 1 == 0;
        }
        var most = (int)Math.Pow(10, Math.Min(_fraction, 2)) - 1;
        return _fraction > 2 || Enumerable.Range(1, most).Any(denominator => number * denominator % 1 == 0);
    }

    // Day, month, year, hour, second, era and the Buddhist year, in English and in Thai (ว ด ป ช น ท), and nothing else.
    [GeneratedRegex(
        "^(d{1,4}|m{1,5}|y{1,4}|b{1,4}|h{1,2}|s{1,2}|e{1,4}|g{1,3}|ว{1,4}|ด{1,5}|ป{1,4}|ช{1,2}|น{1,2}|ท{1,2})+$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex DateParts();

    [GeneratedRegex("^(h+|m+|s+|ช+|น+|ท+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Elapsed();

    [GeneratedRegex("^(?<operator><=|>=|<>|<|>|=)(?<limit>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"[0#?.]+E[+-]0+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"[#?0]\s*/\s*(?<denominator>[1-9][0-9]*|[?#0]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fraction();

    private readonly record struct Token(TokenKind Kind, string Text);
}
