namespace AwardFlow.Typesetting.Pictures;

/// <summary>Reads the data of a path (SVG 1.1, 8.3).</summary>
internal ref struct SvgPathReader
{
    private readonly ReadOnlySpan<char> _data;
    private readonly SvgPath _path;
    private SvgScanner _scanner;

    // The control point before, which the smooth curves mirror; as the command before had it.
    private SvgPoint _control;
    private char _before;

    private SvgPathReader(ReadOnlySpan<char> data)
    {
        _data = data;
        _path = new SvgPath();
        _scanner = new SvgScanner(data);
    }

    /// <exception cref="PictureException">The data cannot be read.</exception>
    public static SvgPath Read(ReadOnlySpan<char> data) => new SvgPathReader(data).Read();

    private SvgPath Read()
    {
        var command = '\0';
        while (!_scanner.IsAtEnd)
        {
            if (_scanner.TryLetter(out var letter))
            {
                command = letter;
            }
            else if (command is '\0' or 'Z' or 'z')
            {
                throw Unreadable();
            }
            if (_path.Steps.Count == 0 && command is not ('M' or 'm'))
            {
                throw Unreadable();
            }
            Command(char.ToUpperInvariant(command), char.IsAsciiLetterLower(command) ? _path.Current : default);
            _before = char.ToUpperInvariant(command);
            // More pairs after a move are lines.
            command = command switch { 'M' => 'L', 'm' => 'l', _ => command };
        }
        return _path;
    }

    private void Command(char command, SvgPoint origin)
    {
        switch (command)
        {
            case 'M':
                _path.MoveTo(origin + Point());
                break;
            case 'L':
                Continue().LineTo(origin + Point());
                break;
            case 'H':
                Continue().LineTo(new(origin.X + Number(), _path.Current.Y));
                break;
            case 'V':
                Continue().LineTo(new(_path.Current.X, origin.Y + Number()));
                break;
            case 'C':
                Curve(origin + Point(), origin);
                break;
            case 'S':
                Curve(_before is 'C' or 'S' ? Mirrored() : _path.Current, origin);
                break;
            case 'Q':
                Quadratic(origin + Point(), origin);
                break;
            case 'T':
                Quadratic(_before is 'Q' or 'T' ? Mirrored() : _path.Current, origin);
                break;
            case 'A':
                Arc(origin);
                break;
            case 'Z':
                _path.Close();
                break;
            default:
                throw Unreadable();
        }
    }

    // After a path is closed, a new one begins where it began.
    private readonly SvgPath Continue() => _before == 'Z' ? _path.MoveTo(_path.Current) : _path;

    private readonly SvgPoint Mirrored() => _path.Current * 2 - _control;

    private void Curve(SvgPoint first, SvgPoint origin)
    {
        _control = origin + Point();
        Continue().CurveTo(first, _control, origin + Point());
    }

    private void Quadratic(SvgPoint control, SvgPoint origin)
    {
        _control = control;
        Continue().QuadraticTo(control, origin + Point());
    }

    // From end points to centre and angles (SVG 1.1, F.6.5), then a cubic curve for each quarter or less.
    private void Arc(SvgPoint origin)
    {
        var (rx, ry) = (Math.Abs(Number()), Math.Abs(Number()));
        var rotation = SvgMatrix.Rotation(Number());
        if (!_scanner.TryFlag(out var large) || !_scanner.TryFlag(out var sweep))
        {
            throw Unreadable();
        }
        var path = Continue();
        var from = path.Current;
        var to = origin + Point();
        if (rx == 0 || ry == 0)
        {
            path.LineTo(to);
            return;
        }
        if (from == to)
        {
            return;
        }
        var half = (from - to) * 0.5;
        var (x, y) = (rotation.A * half.X + rotation.B * half.Y, -rotation.B * half.X + rotation.A * half.Y);
        var reach = x * x / (rx * rx) + y * y / (ry * ry);
        if (reach > 1)
        {
            (rx, ry) = (rx * Math.Sqrt(reach), ry * Math.Sqrt(reach));
            reach = 1;
        }
        var distance = Math.Sqrt(1 / reach - 1) * (large == sweep ? -1 : 1);
        var (cx, cy) = (distance * rx * y / ry, -distance * ry * x / rx);
        var start = Math.Atan2((y - cy) / ry, (x - cx) / rx);
        var turn = Math.Atan2((-y - cy) / ry, (-x - cx) / rx) - start;
        turn += sweep && turn < 0 ? 2 * Math.PI : !sweep && turn > 0 ? -2 * Math.PI : 0;
        var middle = (from + to) * 0.5;
        var place = new SvgMatrix(
            rotation.A * rx, rotation.B * rx, rotation.C * ry, rotation.D * ry,
            middle.X + rotation.A * cx + rotation.C * cy, middle.Y + rotation.B * cx + rotation.D * cy);
        // Of a very large ellipse the arc hardly turns.
        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Abs(turn) / (Math.PI / 2) - 1e-9));
        var step = turn / pieces;
        var reachOfControl = 4 / 3.0 * Math.Tan(step / 4);
        for (var i = 0; i < pieces; i++)
        {
            var (sin, cos) = Math.SinCos(start + i * step);
            var (nextSin, nextCos) = Math.SinCos(start + (i + 1) * step);
            path.CurveTo(
                place.Map(new(cos - reachOfControl * sin, sin + reachOfControl * cos)),
                place.Map(new(nextCos + reachOfControl * nextSin, nextSin - reachOfControl * nextCos)),
                i == pieces - 1 ? to : place.Map(new(nextCos, nextSin)));
        }
    }

    private SvgPoint Point() => new(Number(), Number());

    private double Number() => _scanner.TryNumber(out var number) ? number : throw Unreadable();

    private readonly PictureException Unreadable() => SvgNumbers.Unreadable("path", _data);
}
