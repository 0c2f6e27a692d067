using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>Numbers, lengths and transforms as SVG 1.1 writes them.</summary>
internal static partial class SvgNumbers
{
    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        [""] = 1,
        ["px"] = 1,
        ["pt"] = 4 / 3.0,
        ["mm"] = 96 / 25.4,
        ["cm"] = 96 / 2.54,
        ["in"] = 96,
    };

    /// <summary>All numbers of a list.</summary>
    public static double[] List(string text) => [.. Number().Matches(text).Select(match => Parse(match.Value))];

    /// <summary>An attribute's length in pixels; 0 where there is none.</summary>
    /// <exception cref="PictureException">It is not a length that can be told by itself.</exception>
    public static double Length(XElement element, string attribute) => element.Attribute(attribute) is { } length ? Length(length.Value) : 0;

    /// <summary>A length in pixels.</summary>
    /// <exception cref="PictureException">It is not a length that can be told by itself.</exception>
    public static double Length(string text)
    {
        var match = LengthWithUnit().Match(text);
        return match.Success && Units.TryGetValue(match.Groups["unit"].Value, out var unit)
            ? Parse(match.Groups["number"].Value) * unit
            : throw new PictureException(PictureFault.Unreadable, text, $"The SVG picture has the length '{text}', which is not a number in px, pt, mm, cm or in.");
    }

    /// <summary>A list of transforms as one matrix.</summary>
    /// <exception cref="PictureException">It cannot be read.</exception>
    public static SKMatrix Transform(string text)
    {
        var matrix = SKMatrix.Identity;
        foreach (Match match in Function().Matches(text))
        {
            var numbers = List(match.Groups["numbers"].Value).Select(number => (float)number).ToArray();
            matrix = matrix.PreConcat((match.Groups["name"].Value, numbers) switch
            {
                ("matrix", [var a, var b, var c, var d, var e, var f]) => new SKMatrix(a, c, e, b, d, f, 0, 0, 1),
                ("translate", [var x]) => SKMatrix.CreateTranslation(x, 0),
                ("translate", [var x, var y]) => SKMatrix.CreateTranslation(x, y),
                ("scale", [var s]) => SKMatrix.CreateScale(s, s),
                ("scale", [var x, var y]) => SKMatrix.CreateScale(x, y),
                ("rotate", [var angle]) => SKMatrix.CreateRotationDegrees(angle),
                ("rotate", [var angle, var x, var y]) => SKMatrix.CreateRotationDegrees(angle, x, y),
                ("skewX", [var angle]) => SKMatrix.CreateSkew(MathF.Tan(angle * MathF.PI / 180), 0),
                ("skewY", [var angle]) => SKMatrix.CreateSkew(0, MathF.Tan(angle * MathF.PI / 180)),
                _ => throw new PictureException(PictureFault.Unreadable, match.Value, $"The SVG picture has the transform '{match.Value}', which cannot be read."),
            });
        }
        return matrix;
    }

    private static double Parse(string number) => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?<number>[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?)(?<unit>[a-z]*)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LengthWithUnit();

    [GeneratedRegex(@"(?<name>\w+)\s*\((?<numbers>[^)]*)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Function();
}
