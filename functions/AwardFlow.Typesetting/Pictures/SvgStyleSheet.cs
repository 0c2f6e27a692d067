using System.Drawing;
using System.Globalization;
using System.Xml.Linq;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>Works out how shapes are painted, from their attributes, their own style and the picture's rules for classes.</summary>
internal sealed class SvgStyleSheet
{
    private static readonly string[] Properties =
    [
        "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "fill-rule", "display", "visibility",
        "opacity", "fill-opacity", "stroke-opacity", "clip-path", "mask", "filter", "stroke-dasharray",
    ];

    // A picture of many shapes in classes of many rules may ask for any amount of work.
    private const int MostDeclarations = 1_000_000;

    private readonly Dictionary<string, List<string>> _classes = new(StringComparer.Ordinal);
    private int _applied;

    /// <param name="css">The texts of the picture's style elements.</param>
    public SvgStyleSheet(string css)
    {
        for (var at = 0; css.IndexOf('{', at) is >= 0 and var open;)
        {
            var end = css.IndexOf('}', open) is >= 0 and var close ? close : css.Length;
            foreach (var selector in css[at..open].Split(',', StringSplitOptions.TrimEntries))
            {
                if (!_classes.TryGetValue(selector, out var rules))
                {
                    _classes.Add(selector, rules = []);
                }
                rules.Add(css[(open + 1)..end]);
            }
            at = Math.Min(end + 1, css.Length);
        }
    }

    /// <summary>How an element is painted, given how its group is.</summary>
    /// <exception cref="PictureException">It is painted in a way that is not drawn.</exception>
    public SvgStyle Of(XElement element, SvgStyle inherited)
    {
        var style = inherited;
        foreach (var property in Properties)
        {
            if (element.Attribute(property) is { } attribute)
            {
                style = With(style, property, attribute.Value);
            }
        }
        foreach (var name in (element.Attribute("class")?.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var rule in _classes.GetValueOrDefault($".{name}") ?? [])
            {
                style = With(style, rule);
            }
        }
        return With(style, element.Attribute("style")?.Value ?? "");
    }

    private SvgStyle With(SvgStyle style, string declarations)
    {
        foreach (var declaration in declarations.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (++_applied > MostDeclarations)
            {
                throw new PictureException(PictureFault.TooComplex, "", "The SVG picture has too many rules of style for its shapes.");
            }
            if (declaration.Split(':', 2, StringSplitOptions.TrimEntries) is [var property, var value])
            {
                style = With(style, property, value);
            }
        }
        return style;
    }

    private static SvgStyle With(SvgStyle style, string property, string value) => (property, value.Trim()) switch
    {
        (_, "inherit") => style,
        ("fill", var colour) => style with { Fill = Colour(colour) },
        ("stroke", var colour) => style with { Stroke = Colour(colour) },
        ("stroke-width", var width) => style with { StrokeWidth = SvgNumbers.Length(width) },
        ("stroke-linecap", var cap) => style with { LineCap = cap switch { "round" => 1, "square" => 2, _ => 0 } },
        ("stroke-linejoin", var join) => style with { LineJoin = join switch { "round" => 1, "bevel" => 2, _ => 0 } },
        ("fill-rule", var rule) => style with { EvenOdd = rule == "evenodd" },
        ("display", var display) => style with { IsShown = display != "none" },
        ("visibility", var visibility) => style with { IsShown = visibility == "visible" },
        ("opacity" or "fill-opacity" or "stroke-opacity", "1" or "1.0" or "100%") => style,
        ("clip-path" or "mask" or "filter" or "stroke-dasharray", "none") => style,
        ("opacity" or "fill-opacity" or "stroke-opacity" or "clip-path" or "mask" or "filter" or "stroke-dasharray", _) =>
            throw new PictureException(PictureFault.NotDrawn, $"{property}: {SvgNumbers.Quote(value)}", $"The SVG picture uses {property} '{SvgNumbers.Quote(value)}', which is not drawn. Leave it out, or send a PNG picture."),
        _ => style,
    };

    private static PdfColour? Colour(string text)
    {
        if (text is "none" or "transparent")
        {
            return null;
        }
        if (text == "currentColor")
        {
            return PdfColour.Black;
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
            : throw new PictureException(PictureFault.NotDrawn, SvgNumbers.Quote(text), $"The SVG picture uses the colour '{SvgNumbers.Quote(text)}', which is not drawn. Use plain colours such as #1a2b3c, or send a PNG picture.");
    }

    private static PdfColour? Hex(string digits) => int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
        ? new PdfColour((byte)(number >> 16), (byte)(number >> 8), (byte)number)
        : null;
}
