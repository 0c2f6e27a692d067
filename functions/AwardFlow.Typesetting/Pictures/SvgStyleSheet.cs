using System.Drawing;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AwardFlow.Typesetting.Pdf;
using SkiaSharp;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>Works out how shapes are painted, from their attributes, their own style and the picture's rules for classes.</summary>
internal sealed partial class SvgStyleSheet
{
    private static readonly string[] Properties =
    [
        "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "fill-rule", "display", "visibility",
        "opacity", "fill-opacity", "stroke-opacity", "clip-path", "mask", "filter", "stroke-dasharray",
    ];

    private readonly Dictionary<string, string> _classes = new(StringComparer.Ordinal);

    /// <param name="css">The texts of the picture's style elements.</param>
    public SvgStyleSheet(string css)
    {
        foreach (Match rule in Rule().Matches(css))
        {
            foreach (var selector in rule.Groups["selectors"].Value.Split(',', StringSplitOptions.TrimEntries))
            {
                _classes[selector] = $"{_classes.GetValueOrDefault(selector)};{rule.Groups["declarations"].Value}";
            }
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
            style = With(style, _classes.GetValueOrDefault($".{name}") ?? "");
        }
        return With(style, element.Attribute("style")?.Value ?? "");
    }

    private static SvgStyle With(SvgStyle style, string declarations)
    {
        foreach (var declaration in declarations.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
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
            throw new PictureException(PictureFault.NotDrawn, $"{property}: {value}", $"The SVG picture uses {property} '{value}', which is not drawn. Leave it out, or send a PNG picture."),
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
        if (text.StartsWith('#') && text.Length is 4 or 7 && SKColor.TryParse(text, out var hex))
        {
            return new PdfColour(hex.Red, hex.Green, hex.Blue);
        }
        if (text.StartsWith("rgb(", StringComparison.Ordinal) && SvgNumbers.List(text) is [>= 0 and <= 255 and var red, >= 0 and <= 255 and var green, >= 0 and <= 255 and var blue] && !text.Contains('%', StringComparison.Ordinal))
        {
            return new PdfColour((byte)red, (byte)green, (byte)blue);
        }
        var named = Color.FromName(text);
        return named.IsKnownColor && !named.IsSystemColor
            ? new PdfColour(named.R, named.G, named.B)
            : throw new PictureException(PictureFault.NotDrawn, text, $"The SVG picture uses the colour '{text}', which is not drawn. Use plain colours such as #1a2b3c, or send a PNG picture.");
    }

    [GeneratedRegex(@"(?<selectors>[^{}]+)\{(?<declarations>[^}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();
}
