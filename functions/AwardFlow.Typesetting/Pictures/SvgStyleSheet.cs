using System.Drawing;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>
/// Works out how shapes are painted: from their attributes, the picture's rules, and their own style, each before the one
/// before it (SVG 1.1, 6.4). Rules that ask for more than a <see cref="SvgSelector"/> can say are refused by name.
/// </summary>
internal sealed class SvgStyleSheet
{
    private static readonly string[] Properties =
    [
        "color", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "fill-rule", "display", "visibility", "paint-order",
        "opacity", "fill-opacity", "stroke-opacity", "clip-path", "mask", "filter", "stroke-dasharray",
        "marker", "marker-start", "marker-mid", "marker-end", "mix-blend-mode", "vector-effect",
    ];

    // A picture of many shapes and many rules may ask for any amount of work.
    private const int MostApplied = 1_000_000;

    // Drawing programs write a class for every shape at most.
    private const int MostSelectors = 20_000;

    private readonly Dictionary<string, List<Rule>> _rules = new(StringComparer.Ordinal);
    private int _selectors;
    private int _applied;

    /// <param name="css">The texts of the picture's style elements.</param>
    /// <exception cref="PictureException">It has rules that are not followed, or too many.</exception>
    public SvgStyleSheet(string css)
    {
        var text = WithoutComments(css).AsSpan();
        for (var rest = text.TrimStart(); rest.Length > 0; rest = rest.TrimStart())
        {
            if (rest[0] == '@' && Statement(rest) is > 0 and var statement)
            {
                rest = rest[statement..];
                continue;
            }
            var open = rest.IndexOf('{');
            if (open < 0)
            {
                return;
            }
            var end = rest[open..].IndexOf('}') is >= 0 and var close ? open + close : rest.Length;
            // A font is of no use to shapes.
            if (!rest.StartsWith("@font-face", StringComparison.OrdinalIgnoreCase))
            {
                Add(rest[..open], rest[(open + 1)..end]);
            }
            rest = rest[Math.Min(end + 1, rest.Length)..];
        }
    }

    /// <summary>How an element is painted, given how its group is.</summary>
    /// <exception cref="PictureException">It is painted in a way that is not drawn.</exception>
    public SvgStyle Of(XElement element, SvgStyle inherited)
    {
        // What is not inherited is as it is at first.
        var style = inherited with { IsDisplayed = true };
        foreach (var property in Properties)
        {
            if (element.Attribute(property) is { } attribute)
            {
                style = With(style, property, attribute.Value);
            }
        }
        foreach (var rule in RulesFor(element))
        {
            style = With(style, rule.Declarations);
        }
        return element.Attribute("style") is { } own ? With(style, Declarations(own.Value)) : style;
    }

    private void Add(ReadOnlySpan<char> selectors, ReadOnlySpan<char> body)
    {
        var declarations = Declarations(body);
        foreach (var range in selectors.Split(','))
        {
            MustBeFew(++_selectors, MostSelectors);
            var written = selectors[range].Trim();
            if (written.IsEmpty)
            {
                continue;
            }
            var selector = SvgSelector.Read(written) ?? throw NotDrawn(written, "Give the shapes their colours themselves");
            if (!_rules.TryGetValue(selector.Key, out var rules))
            {
                _rules.Add(selector.Key, rules = []);
            }
            rules.Add(new Rule(selector, _selectors, declarations));
        }
    }

    // In the order in which they are applied: what weighs more later, of equals what stands later.
    private List<Rule> RulesFor(XElement element)
    {
        var found = new List<Rule>();
        if (_rules.Count == 0)
        {
            return found;
        }
        HashSet<string> classes = [.. (element.Attribute("class")?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
        var keys = classes.Select(name => $".{name}").Append($"#{element.Attribute("id")?.Value}").Append(element.Name.LocalName).Append("*");
        foreach (var key in keys)
        {
            foreach (var rule in _rules.GetValueOrDefault(key) ?? [])
            {
                MustBeFew(++_applied, MostApplied);
                if (rule.Selector.IsFor(element, classes))
                {
                    found.Add(rule);
                }
            }
        }
        found.Sort(static (one, other) => (one.Selector.Weight, one.Order).CompareTo((other.Selector.Weight, other.Order)));
        return found;
    }

    private SvgStyle With(SvgStyle style, List<(string Property, string Value)> declarations)
    {
        foreach (var (property, value) in declarations)
        {
            MustBeFew(++_applied, MostApplied);
            style = With(style, property, value);
        }
        return style;
    }

    private static List<(string Property, string Value)> Declarations(ReadOnlySpan<char> text)
    {
        var declarations = new List<(string Property, string Value)>();
        foreach (var range in text.Split(';'))
        {
            var declaration = text[range];
            if (declaration.IndexOf(':') is > 0 and var colon)
            {
                MustBeFew(declarations.Count, MostApplied / 10);
                declarations.Add((declaration[..colon].Trim().ToString().ToLowerInvariant(), declaration[(colon + 1)..].Trim().ToString()));
            }
        }
        return declarations;
    }

    private static string WithoutComments(string css)
    {
        if (!css.Contains("/*", StringComparison.Ordinal))
        {
            return css;
        }
        var rest = css.AsSpan();
        var kept = new StringBuilder(css.Length);
        while (rest.IndexOf("/*") is >= 0 and var open)
        {
            kept.Append(rest[..open]).Append(' ');
            rest = rest[(open + 2)..].IndexOf("*/") is >= 0 and var close ? rest[(open + 2 + close + 2)..] : [];
        }
        return kept.Append(rest).ToString();
    }

    // The length of a rule without a body that changes nothing; 0 where it is another.
    private static int Statement(ReadOnlySpan<char> rule)
    {
        var isSilent = rule.StartsWith("@charset", StringComparison.OrdinalIgnoreCase) || rule.StartsWith("@namespace", StringComparison.OrdinalIgnoreCase);
        return !isSilent ? 0 : rule.IndexOf(';') is >= 0 and var end ? end + 1 : rule.Length;
    }

    private static void MustBeFew(int count, int most)
    {
        if (count > most)
        {
            throw new PictureException(PictureFault.TooComplex, "", "The SVG picture has too many rules of style for its shapes.");
        }
    }

    private static SvgStyle With(SvgStyle style, string property, string value) => (property, value.Trim()) switch
    {
        (_, "inherit") => style,
        (_, var important) when important.Contains('!', StringComparison.Ordinal) => throw NotDrawn($"{property}: {value}", "Leave it out"),
        ("color", "currentColor") => style,
        ("color", var colour) => style with { Colour = Colour(colour) ?? PdfColour.Black },
        ("fill", var paint) => style with { Inside = Paint(paint) },
        ("stroke", var paint) => style with { Outline = Paint(paint) },
        ("stroke-width", var width) => style with { StrokeWidth = AtLeast(0, SvgNumbers.Length(width), width) },
        ("stroke-linecap", var cap) => style with { LineCap = cap switch { "round" => 1, "square" => 2, _ => 0 } },
        ("stroke-linejoin", var join) => style with { LineJoin = join switch { "round" => 1, "bevel" => 2, _ => 0 } },
        ("stroke-miterlimit", var limit) => style with { MitreLimit = AtLeast(1, SvgNumbers.Length(limit), limit) },
        ("fill-rule", var rule) => style with { EvenOdd = rule == "evenodd" },
        ("display", var display) => style with { IsDisplayed = display != "none" },
        ("visibility", var visibility) => style with { IsVisible = visibility == "visible" },
        ("paint-order", var order) =>
            style with { IsStrokedFirst = order.Replace("markers", "", StringComparison.Ordinal).TrimStart().StartsWith("stroke", StringComparison.Ordinal) },
        ("opacity" or "fill-opacity" or "stroke-opacity", "1" or "1.0" or "100%") => style,
        ("clip-path" or "mask" or "filter" or "stroke-dasharray" or "marker" or "marker-start"
            or "marker-mid" or "marker-end" or "vector-effect" or "transform", "none") => style,
        ("mix-blend-mode", "normal") => style,
        ("opacity" or "fill-opacity" or "stroke-opacity" or "clip-path" or "mask"
            or "filter" or "stroke-dasharray" or "marker" or "marker-start" or "marker-mid"
            or "marker-end" or "vector-effect" or "transform" or "mix-blend-mode", _) => throw NotDrawn($"{property}: {value}", "Leave it out"),
        _ => style,
    };

    private static double AtLeast(double least, double number, string written) =>
        number >= least ? number : throw SvgNumbers.Unreadable("width of an outline", written);

    private static PictureException NotDrawn(ReadOnlySpan<char> what, string instead) =>
        new(
            PictureFault.NotDrawn,
            SvgNumbers.Quote(what),
            $"The SVG picture uses '{SvgNumbers.Quote(what)}', which is not drawn. {instead}, or send a PNG picture.");

    private static SvgPaint Paint(string text) => text == "currentColor" ? SvgPaint.Current : Colour(text) is { } colour ? SvgPaint.Of(colour) : SvgPaint.None;

    private static PdfColour? Colour(string text)
    {
        if (text is "none" or "transparent")
        {
            return null;
        }
        if (text is ['#', var r, var g, var b] && Hex($"{r}{r}{g}{g}{b}{b}") is { } three)
        {
            return three;
        }
        if (text is ['#', .. { Length: 6 } digits] && Hex(digits) is { } six)
        {
            return six;
        }
        if (text is ['r', 'g', 'b', '(', .. var parts, ')'] && !parts.Contains('%', StringComparison.Ordinal)
            && SvgNumbers.List(parts) is [>= 0 and <= 255 and var red, >= 0 and <= 255 and var green, >= 0 and <= 255 and var blue])
        {
            return new PdfColour((byte)red, (byte)green, (byte)blue);
        }
        var named = Color.FromName(text);
        return named.IsKnownColor && !named.IsSystemColor
            ? new PdfColour(named.R, named.G, named.B)
            : throw new PictureException(
                PictureFault.NotDrawn,
                SvgNumbers.Quote(text),
                $"The SVG picture uses the colour '{SvgNumbers.Quote(text)}', which is not drawn. Use plain colours such as #1a2b3c, or send a PNG picture.");
    }

    private static PdfColour? Hex(string digits) => int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
        ? new PdfColour((byte)(number >> 16), (byte)(number >> 8), (byte)number)
        : null;

    private sealed record Rule(SvgSelector Selector, int Order, List<(string Property, string Value)> Declarations);
}
