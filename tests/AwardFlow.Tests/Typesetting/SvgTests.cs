using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using AwardFlow.Typesetting.Pdf;
using AwardFlow.Typesetting.Pictures;

namespace AwardFlow.Tests.Typesetting;

public class SvgTests
{
    [Theory]
    [InlineData("M10 20 30 40", "10 980 m 30 960 l")]
    [InlineData("m10,20-5-6h1v2H3V4z", "10 980 m 5 986 l 6 986 l 6 984 l 3 984 l 3 996 l h")]
    [InlineData("M0 0c1 2 3 4 5 6s1 1 2 2", "0 1000 m 1 998 3 996 5 994 c 7 992 6 993 7 992 c")]
    [InlineData("M0 0Q30 0 30 30T60 60", "0 1000 m 20 1000 30 990 30 970 c 30 950 40 940 60 940 c")]
    [InlineData("M0 0S1 1 2 2", "0 1000 m 0 1000 1 999 2 998 c")]
    [InlineData("M1 1zl1 1", "1 999 m h 1 999 m 2 998 l")]
    [InlineData("M.5.5-.5e1+.25E+1", "0.5 999.5 m -5 997.5 l")]
    [InlineData("M0 0A0 5 0 0 0 9 9", "0 1000 m 9 991 l")]
    [InlineData("M0 0a5 5 0 0 0 0 0", "0 1000 m")]
    [InlineData("", "")]
    public void Paths_are_drawn_as_written(string data, string operators) =>
        Assert.Equal(operators == "" ? "" : $"{operators} f", Drawn($"<path d='{data}'/>"));

    [Theory]
    [InlineData("M100 0A100 100 0 0 1 0 100")]
    [InlineData("M100 0a100 100 0 01-100 100")]
    [InlineData("M100 0A100,100,30,1,1,0,100")]
    [InlineData("M50 0A10 5 20 1 0 90 70")]
    [InlineData("M10 10A40 20 45 0 1 70 30")]
    public void An_arc_passes_through_points_of_its_ellipse(string data)
    {
        var path = SvgPathReader.Read(data);
        var numbers = SvgNumbers.List(
            new string([.. data.Replace("a100 100 0 01", "a100 100 0 0 1 ", StringComparison.Ordinal).Select(c => char.IsAsciiLetter(c) ? ' ' : c)]));
        var angle = numbers[4] * Math.PI / 180;
        // In the ellipse's own frame, where it is a circle, all points stand equally far from the centre: three ends and
        // middles tell the centre, the others are held against it.
        SvgPoint Own(SvgPoint p) =>
            new((p.X * Math.Cos(angle) + p.Y * Math.Sin(angle)) / numbers[2], (p.Y * Math.Cos(angle) - p.X * Math.Sin(angle)) / numbers[3]);
        var points = new List<SvgPoint> { Own(path.Steps[0].To) };
        foreach (var (i, step) in path.Steps.Index().Skip(1))
        {
            var from = path.Steps[i - 1].To;
            points.AddRange(new[] { 0.25, 0.5, 0.75, 1 }.Select(t =>
                Own(from * Math.Pow(1 - t, 3) + step.First * (3 * t * Math.Pow(1 - t, 2)) + step.Second * (3 * t * t * (1 - t)) + step.To * (t * t * t))));
        }
        var centre = Centre(points[0], points[2], points[^1]);
        var radii = points.Select(point => Math.Sqrt(Math.Pow(point.X - centre.X, 2) + Math.Pow(point.Y - centre.Y, 2))).ToList();
        Assert.InRange(radii.Max() - radii.Min(), 0, 0.001 * radii.Max());
        Assert.True(radii[0] >= 0.999);
    }

    [Theory]
    [InlineData("<rect x='10' y='20' width='30' height='40'/>", "10 980 m 40 980 l 40 940 l 10 940 l h f")]
    [InlineData("<rect width='0' height='40'/>", "")]
    [InlineData("<line x2='10' y2='10' stroke='#f00' fill='none'/>", "1 0 0 RG 1 w 0 J 0 j 4 M 0 1000 m 10 990 l S")]
    [InlineData("<polygon points='0,0 10,0 10,10 9'/>", "0 1000 m 10 1000 l 10 990 l h f")]
    [InlineData("<polyline points='0,0 10,0'/>", "0 1000 m 10 1000 l f")]
    [InlineData("<g transform='translate(10 20) scale(2)'><path d='M1 2L3 4'/></g>", "12 976 m 16 972 l f")]
    [InlineData("<path transform='rotate(90 10 10)' d='M10 0L0 0'/>", "20 990 m 20 1000 l f")]
    [InlineData("<path transform='matrix(1 0 0 1 5 6)skewX(45)' d='M0 10L0 0'/>", "15 984 m 5 994 l f")]
    [InlineData("<path fill='#1a2B3c' d='M0 0L1 1'/>", "0.102 0.169 0.235 rg 0 1000 m 1 999 l f")]
    [InlineData("<path fill='rgb(255, 0,0)' fill-rule='evenodd' d='M0 0L1 1'/>", "1 0 0 rg 0 1000 m 1 999 l f*")]
    [InlineData("<style>.a{fill:red}.b,.a{fill:blue;stroke:none}</style><path class='a' d='M0 0L1 1'/>", "0 0 1 rg 0 1000 m 1 999 l f")]
    [InlineData("<g display='none'><text>x</text></g><path style='fill:none' d='M0 0L1 1'/>", "")]
    public void Shapes_are_drawn_as_written(string shape, string operators) => Assert.Equal(operators, Drawn(shape));

    [Theory]
    [InlineData("<style>path{fill:red}</style><path d='M0 0L1 1'/>", "1 0 0 rg 0 1000 m 1 999 l f")]
    [InlineData("<style>#a{fill:red}path{fill:blue}</style><path id='a' d='M0 0L1 1'/>", "1 0 0 rg 0 1000 m 1 999 l f")]
    [InlineData("<style>.a.b{fill:red}.a{fill:blue}</style><path class='a b' d='M0 0L1 1'/>", "1 0 0 rg 0 1000 m 1 999 l f")]
    [InlineData("<style>.a.b{fill:red}path.a{fill:blue}circle.a{fill:lime}</style><path class='a' d='M0 0L1 1'/>", "0 0 1 rg 0 1000 m 1 999 l f")]
    [InlineData("<style>.a.a.a.b{fill:red}</style><path class='b a' d='M0 0L1 1'/>", "1 0 0 rg 0 1000 m 1 999 l f")]
    [InlineData("<style>*{fill:red}</style><path d='M0 0L1 1'/>", "1 0 0 rg 0 1000 m 1 999 l f")]
    [InlineData("<style>.a{fill:red}.b{fill:blue}</style><path class='b a' d='M0 0L1 1'/>", "0 0 1 rg 0 1000 m 1 999 l f")]
    [InlineData("<style>/* .a{fill:blue} */.a{/**/FILL : red;;}</style><path class='a' d='M0 0L1 1'/>", "1 0 0 rg 0 1000 m 1 999 l f")]
    [InlineData("<style>@charset \"utf-8\";@font-face{font-family:x}.a{fill:red}</style><path class='a\n' d='M0 0L1 1'/>", "1 0 0 rg 0 1000 m 1 999 l f")]
    public void Rules_of_style_are_followed_by_weight_and_then_by_order(string shape, string operators) => Assert.Equal(operators, Drawn(shape));

    [Theory]
    [InlineData("<path stroke='red' stroke-width='0' fill='none' d='M0 0L1 1'/>", "")]
    [InlineData("<path stroke='red' fill='none' stroke-miterlimit='2.5' d='M0 0L1 1'/>", "1 0 0 RG 1 w 0 J 0 j 2.5 M 0 1000 m 1 999 l S")]
    [InlineData("<path stroke='red' fill='none' stroke-linejoin='round' d='M0 0L1 1'/>", "1 0 0 RG 1 w 0 J 1 j 0 1000 m 1 999 l S")]
    [InlineData(
        "<path stroke='red' paint-order='stroke fill' stroke-linejoin='round' d='M0 0L1 1'/>", "1 0 0 RG 1 w 0 J 1 j 0 1000 m 1 999 l S 0 1000 m 1 999 l f")]
    [InlineData("<g color='red'><path fill='currentColor' d='M0 0L1 1'/></g>", "1 0 0 rg 0 1000 m 1 999 l f")]
    [InlineData("<g fill='currentColor'><path color='red' d='M0 0L1 1'/></g>", "1 0 0 rg 0 1000 m 1 999 l f")]
    [InlineData("<g visibility='hidden'><path d='M0 0L1 1'/><path visibility='visible' d='M0 0L2 2'/></g>", "0 1000 m 2 998 l f")]
    [InlineData("<g display='none'><path display='inline' d='M0 0L1 1'/></g>", "")]
    [InlineData("<g visibility='hidden' display='inline'><path display='inline' d='M0 0L1 1'/></g>", "")]
    [InlineData("<svg><path d='M0 0L1 1'/></svg>", "0 1000 m 1 999 l f")]
    [InlineData(
        "<path d='M0 0A1e9 1e9 0 0 1 1 1' fill='none' stroke='red' stroke-linejoin='round'/>",
        "1 0 0 RG 1 w 0 J 1 j 0 1000 m 0.333 999.667 0.667 999.333 1 999 c S")]
    public void Outlines_colours_and_what_is_hidden_are_as_written(string shape, string operators) => Assert.Equal(operators, Drawn(shape));

    [Fact]
    public void What_drawing_programs_add_of_their_own_is_passed_over()
    {
        const string Emblem = """
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
              <!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/"><!ENTITY ns_svg "http://www.w3.org/2000/svg">
            ]>
            <svg xmlns="&ns_svg;" xmlns:i="&ns_ai;" viewBox="0 0 1000 1000">
              <switch>
                <foreignObject requiredExtensions="&ns_ai;" width="1" height="1"><i:pgfRef/></foreignObject>
                <g i:extraneous="self"><path d="M0 0L1 1"/></g>
              </switch>
              <i:pgf>eJzs</i:pgf>
              <linearGradient id="unused"/><clipPath id="unused2"><rect width="1" height="1"/></clipPath>
            </svg>
            """;
        Assert.Equal("0 1000 m 1 999 l f", Content((VectorPicture)Read(Emblem)));
    }

    [Theory]
    [InlineData("<style>g .a{fill:red}</style>", "g .a")]
    [InlineData("<style>g>path{fill:red}</style>", "g>path")]
    [InlineData("<style>.a:hover{fill:red}</style>", ".a:hover")]
    [InlineData("<style>.a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u{fill:red}</style>", ".a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t")]
    [InlineData("<style>[id=a]{fill:red}</style>", "[id=a]")]
    [InlineData("<style>@media print{.a{fill:red}}</style>", "@media print")]
    [InlineData("<style>.a{fill:red !important}</style><path class='a' d='M0 0L1 1'/>", "fill: red !important")]
    [InlineData("<svg x='10'><path d='M0 0L1 1'/></svg>", "<svg>")]
    [InlineData("<svg viewBox='0 0 1 1'><path d='M0 0L1 1'/></svg>", "<svg>")]
    [InlineData("<path marker-end='url(#a)' d='M0 0L1 1'/>", "marker-end: url(#a)")]
    [InlineData("<path style='mix-blend-mode:multiply' d='M0 0L1 1'/>", "mix-blend-mode: multiply")]
    [InlineData("<path style='transform:scale(2)' d='M0 0L1 1'/>", "transform: scale(2)")]
    [InlineData("<path vector-effect='non-scaling-stroke' d='M0 0L1 1'/>", "vector-effect: non-scaling-stroke")]
    public void What_would_look_otherwise_is_named(string shape, string named) =>
        Assert.Equal(
            (PictureFault.NotDrawn, named),
            Assert.Throws<PictureException>(() => Read($"<svg viewBox='0 0 1000 1000'>{shape}</svg>")) is var e ? (e.Fault, e.Value) : default);

    [Theory]
    [InlineData("stroke-width='-1'")]
    [InlineData("stroke-miterlimit='0.5'")]
    public void An_outline_that_cannot_be_is_refused(string attribute) =>
        Assert.Equal(
            PictureFault.Unreadable,
            Assert.Throws<PictureException>(() => Read($"<svg viewBox='0 0 1 1'><path stroke='red' {attribute} d='M0 0L1 1'/></svg>")).Fault);

    [Fact]
    public void A_picture_in_small_units_is_drawn_as_finely_as_another()
    {
        var small = (VectorPicture)Picture.Read(
            Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0.5 1'><path d='M0.1234 0L0 1'/></svg>"), PictureFormat.Svg);
        Assert.Contains("123.4 1000 m", Content(small), StringComparison.Ordinal);
        Assert.Equal(0.5, small.Width / small.Height, 6);
    }

    [Theory]
    [InlineData("<text>x</text>", PictureFault.NotDrawn)]
    [InlineData("<image href='a.png'/>", PictureFault.NotDrawn)]
    [InlineData("<use href='#a'/>", PictureFault.NotDrawn)]
    [InlineData("<path d='M0 0L1 1' fill='url(#a)'/>", PictureFault.NotDrawn)]
    [InlineData("<path d='M0 0L1 1' opacity='.5'/>", PictureFault.NotDrawn)]
    [InlineData("<path d='L1 1'/>", PictureFault.Unreadable)]
    [InlineData("<path d='M1'/>", PictureFault.Unreadable)]
    [InlineData("<path d='M1 1X'/>", PictureFault.Unreadable)]
    [InlineData("<path d='M1 1z1'/>", PictureFault.Unreadable)]
    [InlineData("<path d='M1 1A1 1 0 2 1 3 3'/>", PictureFault.Unreadable)]
    [InlineData("<path d='M0 NaN'/>", PictureFault.Unreadable)]
    [InlineData("<path d='M0 1e999'/>", PictureFault.Unreadable)]
    [InlineData("<path d='M0 1e300'/>", PictureFault.Unreadable)]
    [InlineData("<path d='M0 1e8'/>", PictureFault.Unreadable)]
    [InlineData("<rect width='1e999' height='1'/>", PictureFault.Unreadable)]
    [InlineData("<rect width='5em' height='1'/>", PictureFault.Unreadable)]
    [InlineData("<path transform='scale(1e9)scale(1e9)' d='M1 1L2 2'/>", PictureFault.Unreadable)]
    [InlineData("<path transform='scale(1e999)' d='M1 1L2 2'/>", PictureFault.Unreadable)]
    [InlineData("<path transform='skewX(90)' d='M1 1L2 2'/>", PictureFault.Unreadable)]
    [InlineData("<path transform='scale(1,2,3)' d='M1 1L2 2'/>", PictureFault.Unreadable)]
    [InlineData("<path transform='scale(1' d='M1 1L2 2'/>", PictureFault.Unreadable)]
    [InlineData("<path stroke='red' stroke-width='1e9' transform='scale(1000)' d='M0 0L0 0'/>", PictureFault.Unreadable)]
    public void What_is_not_drawn_is_refused_by_name(string shape, PictureFault fault) =>
        Assert.Equal(fault, Assert.Throws<PictureException>(() => Read($"<svg viewBox='0 0 1000 1000'>{shape}</svg>")).Fault);

    [Theory]
    [InlineData("viewBox='0 0 1e999 1'")]
    [InlineData("viewBox='0 0 Infinity 1'")]
    [InlineData("viewBox='0 0 NaN NaN'")]
    [InlineData("viewBox='0 0 1e-300 1e-300'")]
    [InlineData("viewBox='0 0 1 1e9'")]
    [InlineData("viewBox='0 0 0 1'")]
    [InlineData("viewBox='0 0 1'")]
    [InlineData("viewBox='-1e999 0 1 1'")]
    [InlineData("width='1e999' height='1'")]
    [InlineData("width='100%' height='100%'")]
    [InlineData("")]
    public void A_size_that_is_none_is_refused(string attributes) =>
        Assert.True(Assert.Throws<PictureException>(() => Read($"<svg {attributes}/>")).Fault is PictureFault.NoSize or PictureFault.Unreadable);

    public static TheoryData<string, PictureFault?> Hostile { get; } = new()
    {
        { $"<svg viewBox='0 0 1 1'>{Times("<g>", 80_000)}{Times("</g>", 80_000)}</svg>", PictureFault.TooDeep },
        { $"<svg viewBox='0 0 1 1'><metadata>{Times("<g>", 80_000)}{Times("</g>", 80_000)}</metadata></svg>", PictureFault.TooDeep },
        { $"<svg viewBox='0 0 1 1'><style>{new string('a', 1_900_000)}</style></svg>", null },
        { $"<svg viewBox='0 0 1 1'><style>{new string('{', 1_900_000)}</style></svg>", null },
        { $"<svg viewBox='0 0 1 1'><style>{Times(".a{fill:red}", 100_000)}</style>{Times("<g class='a'/>", 40_000)}</svg>", PictureFault.TooComplex },
        { $"<svg viewBox='0 0 1 1'><path d='M0 {new string('1', 1_900_000)}'/></svg>", PictureFault.Unreadable },
        { $"<svg viewBox='0 0 1 1'><path d='M0 0.{new string('1', 1_900_000)}x'/></svg>", PictureFault.Unreadable },
        { $"<svg viewBox='0 0 1 1'><rect width='{new string('1', 1_900_000)}!'/></svg>", PictureFault.Unreadable },
        { $"<svg viewBox='0 0 1 1'><path transform='{new string('a', 1_900_000)}'/></svg>", PictureFault.Unreadable },
        { $"<svg viewBox='0 0 1 1'><path transform='{Times("rotate(1)", 200_000)}' d='M0 0'/></svg>", null },
        { $"<svg viewBox='{new string('1', 1_900_000)}'/>", PictureFault.Unreadable },
        { $"<svg viewBox='0 0 1 1'><style>{Times("a,", 600_000)}{{{new string('x', 700_000)}}}</style></svg>", PictureFault.TooComplex },
        { $"<svg viewBox='0 0 1 1'><style>{Times(".a{}", 19_000)}</style>{Times("<g class='a'/>", 100_000)}</svg>", PictureFault.TooComplex },
        { $"<svg viewBox='0 0 1 1'><style>.a{{{Times("a:b;", 400_000)}}}</style></svg>", PictureFault.TooComplex },
        { $"<svg viewBox='0 0 1 1'><style>{Times("/*", 900_000)}</style></svg>", null },
        { "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><svg viewBox='0 0 1 1'>&b;</svg>", null },
        { $"<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>{string.Concat(Enumerable.Range(0, 12).Select(i => $"<!ENTITY {(char)('b' + i)} '{Times($"&{(char)('a' + i)};", 10)}'>"))}]><svg viewBox='0 0 1 1'>&m;</svg>", PictureFault.NotSvg },
        { "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg viewBox='0 0 1 1'><style>&a;</style></svg>", null },
        { "<html/>", PictureFault.NotSvg },
        { "<svg", PictureFault.NotSvg },
        { "", PictureFault.NotSvg },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Hostile))]
    public async Task A_picture_made_to_take_long_is_drawn_or_refused_at_once(string svg, PictureFault? fault)
    {
        Assert.True(svg.Length < Picture.LargestFile);
        var refusal = await Task.Run(() => Record.Exception(() => Read(svg)), TestContext.Current.CancellationToken);
        Assert.Equal(fault, refusal is null ? null : Assert.IsType<PictureException>(refusal).Fault);
        Assert.True(refusal is null || refusal.Message.Length < 400);
    }

    [Fact]
    public void The_samples_pictures_are_drawn() =>
        Assert.All([LetterSamples.Pictures.Emblem, LetterSamples.Pictures.Signature], picture => Assert.NotEmpty(Content((VectorPicture)picture!)));

    private static string Times(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static SvgPoint Centre(SvgPoint a, SvgPoint b, SvgPoint c)
    {
        var d = 2 * (a.X * (b.Y - c.Y) + b.X * (c.Y - a.Y) + c.X * (a.Y - b.Y));
        double Square(SvgPoint p) => p.X * p.X + p.Y * p.Y;
        return new(
            (Square(a) * (b.Y - c.Y) + Square(b) * (c.Y - a.Y) + Square(c) * (a.Y - b.Y)) / d,
            (Square(a) * (c.X - b.X) + Square(b) * (a.X - c.X) + Square(c) * (b.X - a.X)) / d);
    }

    private static Picture Read(string svg) => Picture.Read(Encoding.UTF8.GetBytes(svg), PictureFormat.Svg);

    private static string Drawn(string shape) => Content((VectorPicture)Read($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1000 1000'>{shape}</svg>"));

    private static string Content(VectorPicture picture)
    {
        var file = new PdfFile(compress: true);
        picture.Write(file);
        var pdf = file.Finish(1, 1);
        var text = Encoding.Latin1.GetString(pdf);
        var start = text.IndexOf("stream\n", StringComparison.Ordinal) + "stream\n".Length;
        var length = int.Parse(Regex.Match(text, @"(?<=/Length )\d+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value, CultureInfo.InvariantCulture);
        using var reader = new StreamReader(new ZLibStream(new MemoryStream(pdf, start, length), CompressionMode.Decompress));
        return reader.ReadToEnd().ReplaceLineEndings(" ").TrimEnd();
    }
}
