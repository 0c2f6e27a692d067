namespace AwardFlow.Typesetting.Pictures;

/// <summary>The outline of a shape as lines and cubic curves, the only ones that PDF has.</summary>
internal sealed class SvgPath
{
    // A quarter of a circle as a cubic curve: how far its control points stand from its ends, as a part of the radius.
    private const double Quarter = 0.5522847498;

    private readonly List<Step> _steps = [];

    private SvgPoint _start;

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>Where the outline has come to.</summary>
    public SvgPoint Current { get; private set; }

    public SvgPath MoveTo(SvgPoint to)
    {
        _steps.Add(new Step('m', default, default, to));
        Current = _start = to;
        return this;
    }

    public SvgPath LineTo(SvgPoint to)
    {
        _steps.Add(new Step('l', default, default, to));
        Current = to;
        return this;
    }

    public SvgPath CurveTo(SvgPoint first, SvgPoint second, SvgPoint to)
    {
        _steps.Add(new Step('c', first, second, to));
        Current = to;
        return this;
    }

    /// <summary>A quadratic curve: the cubic one's control points lie two thirds of the way to its own.</summary>
    public SvgPath QuadraticTo(SvgPoint control, SvgPoint to) =>
        CurveTo(Current + (control - Current) * (2 / 3.0), to + (control - to) * (2 / 3.0), to);

    public SvgPath Close()
    {
        _steps.Add(new Step('h', default, default, _start));
        Current = _start;
        return this;
    }

    /// <summary>An ellipse that fills a rectangle's corners as far as its radii reach: also circles and rectangles.</summary>
    public static SvgPath Rounded(double x, double y, double width, double height, double rx, double ry)
    {
        var path = new SvgPath();
        if (!(width > 0 && height > 0))
        {
            return path;
        }
        (rx, ry) = (Math.Clamp(rx, 0, width / 2), Math.Clamp(ry, 0, height / 2));
        var (right, bottom) = (x + width, y + height);
        path.MoveTo(new(x + rx, y)).LineTo(new(right - rx, y));
        if (rx == 0 || ry == 0)
        {
            return path.LineTo(new(right, bottom)).LineTo(new(x, bottom)).Close();
        }
        var (kx, ky) = (rx * (1 - Quarter), ry * (1 - Quarter));
        return path
            .CurveTo(new(right - kx, y), new(right, y + ky), new(right, y + ry)).LineTo(new(right, bottom - ry))
            .CurveTo(new(right, bottom - ky), new(right - kx, bottom), new(right - rx, bottom)).LineTo(new(x + rx, bottom))
            .CurveTo(new(x + kx, bottom), new(x, bottom - ky), new(x, bottom - ry)).LineTo(new(x, y + ry))
            .CurveTo(new(x, y + ky), new(x + kx, y), new(x + rx, y)).Close();
    }

    /// <summary>A step of an outline.</summary>
    /// <param name="Operator">PDF's operator: m, l, c or h.</param>
    /// <param name="First">A curve's first control point.</param>
    /// <param name="Second">A curve's second control point.</param>
    /// <param name="To">Where the step ends.</param>
    public readonly record struct Step(char Operator, SvgPoint First, SvgPoint Second, SvgPoint To);
}
