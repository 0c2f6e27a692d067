using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>
/// Reads the part of SVG 1.1 that emblems are drawn in: shapes, paths and groups in plain colours, with transforms and
/// styles. Anything else (text, gradients, filters, embedded images) is refused by name rather than left out.
/// </summary>
internal sealed class SvgReader
{
    private const int DeepestNesting = 100;

    // The longer side of what is drawn, so that three decimals are fine enough whatever unit the picture has.
    private const double LongerSide = 1000;

    // How far from the picture something may be drawn.
    private const double FarthestOutside = 1e6;

    // What is never drawn by itself; that something uses it is refused where it does.
    private static readonly string[] Silent =
        ["title", "desc", "metadata", "defs", "style", "clipPath", "mask", "linearGradient", "radialGradient", "pattern", "marker", "symbol", "filter"];

    private static readonly string[] OfAViewport = ["x", "y", "width", "height", "viewBox"];

    // An editor's entities stand for the names of its namespaces.
    private const int LongestEntities = 10_000;

    private readonly PdfContent _content = new();
    private SvgStyleSheet _sheet = new("");

    /// <exception cref="PictureException">The file is no SVG, or uses what is not drawn.</exception>
    public VectorPicture Read(byte[] file)
    {
        var root = Parse(file);
        _sheet = new SvgStyleSheet(string.Concat(root.Descendants().Where(element => element.Name.LocalName == "style").Select(style => style.Value)));
        var (x, y, width, height) = ViewBox(root);
        var scale = LongerSide / Math.Max(width, height);
        // SVG counts downwards from the upper left corner, PDF upwards.
        var matrix = new SvgMatrix(scale, 0, 0, -scale, -x * scale, (y + height) * scale);
        if (root.Attribute("transform") is not null)
        {
            throw NotDrawn("<svg transform>");
        }
        if (_sheet.Of(root, SvgStyle.Initial) is { IsDisplayed: true } style)
        {
            Group(root, style, matrix);
        }
        return new VectorPicture(width * scale, height * scale, _content.Bytes);
    }

    private static XElement Parse(byte[] file)
    {
        try
        {
            using (var reader = Open(file))
            {
                // Before a tree is built of it, which takes the square of its depth.
                while (reader.Read())
                {
                    if (reader.Depth > DeepestNesting)
                    {
                        throw new PictureException(PictureFault.TooDeep, "", "The SVG picture's groups are nested too deep.");
                    }
                }
            }
            using var again = Open(file);
            var root = XDocument.Load(again).Root!;
            return root.Name.LocalName == "svg"
                ? root
                : throw new PictureException(PictureFault.NotSvg, "", $"The file is not an SVG picture: its root is <{root.Name.LocalName}>.");
        }
        catch (XmlException e)
        {
            throw new PictureException(PictureFault.NotSvg, "", $"The file is not an SVG picture: {e.Message}", e);
        }
    }

    private static XmlReader Open(byte[] file) => XmlReader.Create(
        new MemoryStream(file),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersInDocument = Picture.LargestFile,
            MaxCharactersFromEntities = LongestEntities,
        });

    private static (double X, double Y, double Width, double Height) ViewBox(XElement root)
    {
        if (root.Attribute("viewBox") is { } box)
        {
            return SvgNumbers.List(box.Value) is [var x, var y, > 0 and var width, > 0 and var height] && IsSize(width, height)
                ? (x, y, width, height)
                : throw new PictureException(
                    PictureFault.NoSize,
                    SvgNumbers.Quote(box.Value),
                    $"The SVG picture's viewBox '{SvgNumbers.Quote(box.Value)}' is not four numbers with a usual width and height above 0.");
        }
        var (w, h) = (SvgNumbers.Length(root, "width"), SvgNumbers.Length(root, "height"));
        return w > 0 && h > 0 && IsSize(w, h)
            ? (0, 0, w, h)
            : throw new PictureException(PictureFault.NoSize, "", "The SVG picture has no viewBox, and no usual width and height.");
    }

    // What would be drawn as a hair is no picture.
    private static bool IsSize(double width, double height) =>
        Math.Max(width, height) is >= 1e-3 and <= 1e6 && Math.Min(width, height) >= Math.Max(width, height) / 1000;

    private void Group(XElement group, SvgStyle style, SvgMatrix matrix)
    {
        foreach (var element in group.Elements())
        {
            Element(element, style, matrix);
        }
    }

    private void Element(XElement element, SvgStyle inherited, SvgMatrix matrix)
    {
        var name = element.Name.LocalName;
        if (Silent.Contains(name, StringComparer.Ordinal) || IsForeign(element))
        {
            return;
        }
        var style = _sheet.Of(element, inherited);
        if (!style.IsDisplayed)
        {
            return;
        }
        var place = element.Attribute("transform") is { } transform ? matrix.After(SvgNumbers.Transform(transform.Value)) : matrix;
        if (name is "g" or "a" || (name == "svg" && !OfAViewport.Any(attribute => element.Attribute(attribute) is not null)))
        {
            Group(element, style, place);
        }
        else if (name == "switch")
        {
            // What asks for nothing is for everyone: editors put it after what is only for them.
            if (element.Elements()
                .FirstOrDefault(each => !IsForeign(each) && each.Attribute("requiredExtensions") is null && each.Attribute("systemLanguage") is null)
                is { } chosen)
            {
                Element(chosen, style, place);
            }
        }
        else if (style.IsVisible)
        {
            Draw(Shape(element, name), style, place);
        }
    }

    // Of an editor's own namespace, which nobody else draws.
    private static bool IsForeign(XElement element) => element.Name.NamespaceName is not ("" or "http://www.w3.org/2000/svg");

    private static SvgPath Shape(XElement element, string name)
    {
        double At(string attribute) => SvgNumbers.Length(element, attribute);
        switch (name)
        {
            case "path":
                return SvgPathReader.Read(element.Attribute("d")?.Value);
            case "rect":
                var (rx, ry) = (At("rx"), At("ry"));
                return SvgPath.Rounded(At("x"), At("y"), At("width"), At("height"), rx > 0 ? rx : ry, ry > 0 ? ry : rx);
            case "circle":
                return SvgPath.Rounded(At("cx") - At("r"), At("cy") - At("r"), 2 * At("r"), 2 * At("r"), At("r"), At("r"));
            case "ellipse":
                return SvgPath.Rounded(At("cx") - At("rx"), At("cy") - At("ry"), 2 * At("rx"), 2 * At("ry"), At("rx"), At("ry"));
            case "line":
                return new SvgPath().MoveTo(new(At("x1"), At("y1"))).LineTo(new(At("x2"), At("y2")));
            case "polygon" or "polyline":
                var corners = SvgNumbers.List(element.Attribute("points")?.Value).Chunk(2)
                    .Where(pair => pair.Length == 2)
                    .Select(pair => new SvgPoint(pair[0], pair[1]));
                var path = new SvgPath();
                foreach (var corner in corners)
                {
                    _ = path.Steps.Count == 0 ? path.MoveTo(corner) : path.LineTo(corner);
                }
                return name == "polygon" && path.Steps.Count > 0 ? path.Close() : path;
            default:
                throw NotDrawn($"<{SvgNumbers.Quote(name)}>");
        }
    }

    private static PictureException NotDrawn(string what) =>
        new(PictureFault.NotDrawn, what, $"The SVG picture uses {what}, which is not drawn. Convert it to plain paths, or send a PNG picture.");

    private void Draw(SvgPath path, SvgStyle style, SvgMatrix matrix)
    {
        if (path.Steps.Count == 0 || style is { Fill: null, Stroke: null })
        {
            return;
        }
        if (style.Fill is { } fill)
        {
            _content.Fill(fill);
        }
        if (style.Stroke is { } stroke)
        {
            var width = style.StrokeWidth * matrix.Scale;
            MustBeNear(width);
            _content.Stroke(stroke).Number(width).Raw(string.Create(CultureInfo.InvariantCulture, $"w {style.LineCap} J {style.LineJoin} j\n"));
            if (style.LineJoin == 0)
            {
                _content.Number(style.MitreLimit).Raw("M\n");
            }
        }
        var evenOdd = style.EvenOdd ? "*" : "";
        if (style is { Fill: not null, Stroke: not null, IsStrokedFirst: true })
        {
            Outline(path, matrix);
            _content.Raw("S\n");
            Outline(path, matrix);
            _content.Raw($"f{evenOdd}\n");
            return;
        }
        Outline(path, matrix);
        _content.Raw(style switch { { Fill: not null, Stroke: not null } => $"B{evenOdd}\n", { Fill: not null } => $"f{evenOdd}\n", _ => "S\n" });
    }

    private void Outline(SvgPath path, SvgMatrix matrix)
    {
        foreach (var step in path.Steps)
        {
            if (step.Operator == 'c')
            {
                Point(matrix.Map(step.First));
                Point(matrix.Map(step.Second));
            }
            if (step.Operator != 'h')
            {
                Point(matrix.Map(step.To));
            }
            _content.Raw(step.Operator switch { 'm' => "m\n", 'l' => "l\n", 'c' => "c\n", _ => "h\n" });
        }
    }

    private void Point(SvgPoint point)
    {
        MustBeNear(point.X);
        MustBeNear(point.Y);
        _content.Number(point.X).Number(point.Y);
    }

    private static void MustBeNear(double place)
    {
        if (!(Math.Abs(place) <= FarthestOutside))
        {
            throw new PictureException(PictureFault.Unreadable, "transform", "A transform or a coordinate of the SVG picture leads too far outside of it.");
        }
    }
}
