namespace AwardFlow.Typesetting.Pictures;

/// <summary>A transform of the plane, with the six numbers in the order of SVG's function matrix (SVG 1.1, 7.4).</summary>
internal readonly record struct SvgMatrix(double A, double B, double C, double D, double E, double F)
{
    public static SvgMatrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>How much longer lengths become, where both directions are scaled alike; else the mean.</summary>
    public double Scale => Math.Sqrt(Math.Abs(A * D - B * C));

    public static SvgMatrix Translation(double x, double y) => new(1, 0, 0, 1, x, y);

    public static SvgMatrix Rotation(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new(cos, sin, -sin, cos, 0, 0);
    }

    /// <summary>The transform that applies another first and then this one.</summary>
    public SvgMatrix After(SvgMatrix first) => new(
        A * first.A + C * first.B,
        B * first.A + D * first.B,
        A * first.C + C * first.D,
        B * first.C + D * first.D,
        A * first.E + C * first.F + E,
        B * first.E + D * first.F + F);

    public SvgPoint Map(SvgPoint point) => new(A * point.X + C * point.Y + E, B * point.X + D * point.Y + F);
}
