using System.Xml.Linq;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>Numbers, lengths and transforms as SVG 1.1 writes them.</summary>
internal static class SvgNumbers
{
    /// <summary>The largest number that a picture may hold: far more than one needs, and far from where arithmetic fails.</summary>
    public const double Largest = 1e9;

    private const int LongestQuote = 40;

    /// <summary>All numbers of a list.</summary>
    /// <exception cref="PictureException">Something else stands among them.</exception>
    public static List<double> List(ReadOnlySpan<char> text)
    {
        var numbers = new List<double>();
        var scanner = new SvgScanner(text);
        while (!scanner.IsAtEnd)
        {
            numbers.Add(scanner.TryNumber(out var number) ? number : throw Unreadable("list of numbers", text));
        }
        return numbers;
    }

    /// <summary>An attribute's length in pixels; 0 where there is none.</summary>
    /// <exception cref="PictureException">It is not a length that can be told by itself.</exception>
    public static double Length(XElement element, string attribute) => element.Attribute(attribute) is { } length ? Length(length.Value) : 0;

    /// <summary>A length in pixels.</summary>
    /// <exception cref="PictureException">It is not a length that can be told by itself.</exception>
    public static double Length(string text)
    {
        var scanner = new SvgScanner(text);
        if (!scanner.TryNumber(out var number) || Unit(scanner.Word()) is not { } unit || !scanner.IsAtEnd)
        {
            throw new PictureException(
                PictureFault.Unreadable, Quote(text), $"The SVG picture has the length '{Quote(text)}', which is not a number in px, pt, mm, cm or in.");
        }
        return number * unit;
    }

    /// <summary>A list of transforms as one matrix.</summary>
    /// <exception cref="PictureException">It cannot be read.</exception>
    public static SvgMatrix Transform(string text)
    {
        var matrix = SvgMatrix.Identity;
        var scanner = new SvgScanner(text);
        while (!scanner.IsAtEnd)
        {
            var name = scanner.Word();
            var numbers = new List<double>();
            if (!scanner.TrySkip('('))
            {
                throw Unreadable("transform", text);
            }
            while (!scanner.TrySkip(')'))
            {
                numbers.Add(numbers.Count < 6 && scanner.TryNumber(out var number) ? number : throw Unreadable("transform", text));
            }
            matrix = matrix.After(Function(name.ToString(), numbers) ?? throw Unreadable("transform", text));
        }
        return matrix;
    }

    /// <exception cref="PictureException">The number is too large to draw with, or none at all.</exception>
    public static void MustBeUsable(double number, ReadOnlySpan<char> written)
    {
        if (!(Math.Abs(number) <= Largest))
        {
            throw new PictureException(
                PictureFault.Unreadable, Quote(written), $"The SVG picture has the number '{Quote(written)}', which is too large to draw with.");
        }
    }

    /// <summary>The beginning of a text, for a message.</summary>
    public static string Quote(ReadOnlySpan<char> text) => text[..Math.Min(LongestQuote, text.Length)].ToString();

    /// <summary>What is thrown where a text cannot be read.</summary>
    public static PictureException Unreadable(string what, ReadOnlySpan<char> text) =>
        new(PictureFault.Unreadable, Quote(text), $"A {what} of the SVG picture cannot be read: '{Quote(text)}'.");

    private static SvgMatrix? Function(string name, List<double> numbers) => (name, numbers) switch
    {
        ("matrix", [var a, var b, var c, var d, var e, var f]) => new SvgMatrix(a, b, c, d, e, f),
        ("translate", [var x]) => SvgMatrix.Translation(x, 0),
        ("translate", [var x, var y]) => SvgMatrix.Translation(x, y),
        ("scale", [var s]) => new SvgMatrix(s, 0, 0, s, 0, 0),
        ("scale", [var x, var y]) => new SvgMatrix(x, 0, 0, y, 0, 0),
        ("rotate", [var angle]) => SvgMatrix.Rotation(angle),
        ("rotate", [var angle, var x, var y]) => SvgMatrix.Translation(x, y).After(SvgMatrix.Rotation(angle)).After(SvgMatrix.Translation(-x, -y)),
        ("skewX", [var angle]) => new SvgMatrix(1, 0, Math.Tan(angle * Math.PI / 180), 1, 0, 0),
        ("skewY", [var angle]) => new SvgMatrix(1, Math.Tan(angle * Math.PI / 180), 0, 1, 0, 0),
        _ => null,
    };

    private static double? Unit(ReadOnlySpan<char> name) => name switch
    {
        "" or "px" => 1,
        "pt" => 4 / 3.0,
        "mm" => 96 / 25.4,
        "cm" => 96 / 2.54,
        "in" => 96,
        _ => null,
    };
}
