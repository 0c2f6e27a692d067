namespace AwardFlow.Typesetting.Pictures;

/// <summary>A point of the plane.</summary>
internal readonly record struct SvgPoint(double X, double Y)
{
    public static SvgPoint operator +(SvgPoint left, SvgPoint right) => new(left.X + right.X, left.Y + right.Y);

    public static SvgPoint operator -(SvgPoint left, SvgPoint right) => new(left.X - right.X, left.Y - right.Y);

    public static SvgPoint operator *(SvgPoint point, double factor) => new(point.X * factor, point.Y * factor);
}
