using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using AwardFlow.Typesetting.Pdf;
using SkiaSharp;

namespace AwardFlow.Typesetting.Pictures;

/// <summary>
/// Reads the part of SVG 1.1 that emblems are drawn in: shapes, paths and groups in plain colours, with transforms and
/// styles. Anything else (text, gradients, filters, embedded images) is refused by name rather than left out.
/// </summary>
internal sealed class SvgReader
{
    private const int DeepestNesting = 100;

    private static readonly string[] Silent = ["title", "desc", "metadata", "defs", "style", "namedview"];

    private readonly PdfContent _content = new();
    private SvgStyleSheet _sheet = new("");

    /// <exception cref="PictureException">The file is no SVG, or uses what is not drawn.</exception>
    public VectorPicture Read(byte[] file)
    {
        var root = Parse(file);
        _sheet = new SvgStyleSheet(string.Concat(root.Descendants().Where(element => element.Name.LocalName == "style").Select(style => style.Value)));
        var (x, y, width, height) = ViewBox(root);
        // SVG counts downwards from the upper left corner, PDF upwards.
        var matrix = new SKMatrix(1, 0, (float)-x, 0, -1, (float)(y + height), 0, 0, 1);
        Group(root, _sheet.Of(root, SvgStyle.Initial), matrix, depth: 0);
        return new VectorPicture(width, height, _content.Bytes);
    }

    private static XElement Parse(byte[] file)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = Picture.LargestFile };
            using var reader = XmlReader.Create(new MemoryStream(file), settings);
            var root = XDocument.Load(reader).Root!;
            return root.Name.LocalName == "svg" ? root : throw new PictureException(PictureFault.NotSvg, "", $"The file is not an SVG picture: its root is <{root.Name.LocalName}>.");
        }
        catch (XmlException e)
        {
            throw new PictureException(PictureFault.NotSvg, "", $"The file is not an SVG picture: {e.Message}", e);
        }
    }

    private static (double X, double Y, double Width, double Height) ViewBox(XElement root)
    {
        if (root.Attribute("viewBox") is { } box)
        {
            var numbers = SvgNumbers.List(box.Value);
            return numbers is [var x, var y, > 0 and var width, > 0 and var height]
                ? (x, y, width, height)
                : throw new PictureException(PictureFault.NoSize, box.Value, $"The SVG picture's viewBox '{box.Value}' is not four numbers with a width and a height above 0.");
        }
        var (w, h) = (SvgNumbers.Length(root, "width"), SvgNumbers.Length(root, "height"));
        return w > 0 && h > 0 ? (0, 0, w, h) : throw new PictureException(PictureFault.NoSize, "", "The SVG picture has no viewBox, and no width and height.");
    }

    private void Group(XElement group, SvgStyle style, SKMatrix matrix, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new PictureException(PictureFault.TooDeep, "", "The SVG picture's groups are nested too deep.");
        }
        foreach (var element in group.Elements())
        {
            var name = element.Name.LocalName;
            if (Silent.Contains(name, StringComparer.Ordinal))
            {
                continue;
            }
            var own = _sheet.Of(element, style);
            var place = element.Attribute("transform") is { } transform ? matrix.PreConcat(SvgNumbers.Transform(transform.Value)) : matrix;
            if (name is "g" or "a" or "svg" && own.IsShown)
            {
                Group(element, own, place, depth + 1);
            }
            else if (own.IsShown)
            {
                using var path = Shape(element, name);
                Draw(path, own, place);
            }
        }
    }

    private static SKPath Shape(XElement element, string name)
    {
        double At(string attribute) => SvgNumbers.Length(element, attribute);
        var path = new SKPath();
        switch (name)
        {
            case "path":
                path.Dispose();
                var data = element.Attribute("d")?.Value ?? "";
                return SKPath.ParseSvgPathData(data) ?? throw new PictureException(PictureFault.Unreadable, data[..Math.Min(40, data.Length)], $"A path of the SVG picture cannot be read: '{data[..Math.Min(40, data.Length)]}'.");
            case "rect":
                var (rx, ry) = (At("rx"), At("ry"));
                path.AddRoundRect(
                    SKRect.Create((float)At("x"), (float)At("y"), (float)At("width"), (float)At("height")), (float)(rx > 0 ? rx : ry), (float)(ry > 0 ? ry : rx));
                break;
            case "circle":
                path.AddCircle((float)At("cx"), (float)At("cy"), (float)At("r"));
                break;
            case "ellipse":
                path.AddOval(new SKRect((float)(At("cx") - At("rx")), (float)(At("cy") - At("ry")), (float)(At("cx") + At("rx")), (float)(At("cy") + At("ry"))));
                break;
            case "line":
                path.MoveTo((float)At("x1"), (float)At("y1"));
                path.LineTo((float)At("x2"), (float)At("y2"));
                break;
            case "polygon" or "polyline":
                var numbers = SvgNumbers.List(element.Attribute("points")?.Value ?? "");
                path.AddPoly([.. numbers.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new SKPoint((float)pair[0], (float)pair[1]))], name == "polygon");
                break;
            default:
                path.Dispose();
                throw new PictureException(PictureFault.NotDrawn, $"<{name}>", $"The SVG picture uses <{name}>, which is not drawn. Convert it to plain paths, or send a PNG picture.");
        }
        return path;
    }

    private void Draw(SKPath path, SvgStyle style, SKMatrix matrix)
    {
        if (path.IsEmpty || style is { Fill: null, Stroke: null })
        {
            return;
        }
        path.Transform(matrix);
        if (style.Fill is { } fill)
        {
            _content.Fill(fill);
        }
        if (style.Stroke is { } stroke)
        {
            var scale = Math.Sqrt(Math.Abs(matrix.ScaleX * matrix.ScaleY - matrix.SkewX * matrix.SkewY));
            _content.Stroke(stroke).Number(style.StrokeWidth * scale).Raw(string.Create(CultureInfo.InvariantCulture, $"w {style.LineCap} J {style.LineJoin} j\n"));
        }
        Outline(path);
        var evenOdd = style.EvenOdd ? "*" : "";
        _content.Raw(style switch { { Fill: not null, Stroke: not null } => $"B{evenOdd}\n", { Fill: not null } => $"f{evenOdd}\n", _ => "S\n" });
    }

    private void Outline(SKPath path)
    {
        using var verbs = path.CreateRawIterator();
        var points = new SKPoint[4];
        for (var verb = verbs.Next(points); verb != SKPathVerb.Done; verb = verbs.Next(points))
        {
            switch (verb)
            {
                case SKPathVerb.Move:
                    Point(points[0]).Raw("m\n");
                    break;
                case SKPathVerb.Line:
                    Point(points[1]).Raw("l\n");
                    break;
                case SKPathVerb.Quad:
                    Quadratic(points[0], points[1], points[2]);
                    break;
                case SKPathVerb.Conic:
                    var curves = SKPath.ConvertConicToQuads(points[0], points[1], points[2], verbs.ConicWeight(), 2);
                    for (var i = 0; i + 2 < curves.Length; i += 2)
                    {
                        Quadratic(curves[i], curves[i + 1], curves[i + 2]);
                    }
                    break;
                case SKPathVerb.Cubic:
                    Point(points[1]);
                    Point(points[2]);
                    Point(points[3]).Raw("c\n");
                    break;
                case SKPathVerb.Close:
                    _content.Raw("h\n");
                    break;
            }
        }
    }

    // PDF has cubic curves only: the control points lie two thirds of the way to the quadratic one.
    private void Quadratic(SKPoint from, SKPoint control, SKPoint to)
    {
        Point(Between(from, control));
        Point(Between(to, control));
        Point(to).Raw("c\n");

        static SKPoint Between(SKPoint end, SKPoint control) => new(end.X + (control.X - end.X) * 2 / 3, end.Y + (control.Y - end.Y) * 2 / 3);
    }

    private PdfContent Point(SKPoint point) => _content.Number(point.X).Number(point.Y);
}
