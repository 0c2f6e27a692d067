namespace AwardFlow.Intake.Sheets;

/// <summary>How a cell shows what it holds: a format of up to four sections (ECMA-376 part 1, 18.8.30 and 18.8.31).</summary>
internal sealed class NumberFormat
{
    private const int MostSections = 4;

    private readonly FormatSection[] _sections;

    private NumberFormat(FormatSection[] sections) => _sections = sections;

    /// <summary>A number as it is.</summary>
    public static NumberFormat General { get; } = Parse("General");

    /// <summary>Understands a format's code.</summary>
    public static NumberFormat Parse(string code) => new([.. Split(code).Take(MostSections).Select(FormatSection.Parse)]);

    /// <summary>What a person takes a number for.</summary>
    public CellKind KindOf(decimal number) => SectionOf(number)?.Kind ?? CellKind.Number;

    /// <summary>What a person sees of a number, empty where that is nothing; null where it is the number itself.</summary>
    public string? Shown(decimal number) => SectionOf(number) is { } section ? section.Shown(number, IsUnsigned(section)) : null;

    /// <summary>What a person sees of a text, empty where that is nothing; null where it is the text itself.</summary>
    public string? ShownText(string text) => _sections.Length == MostSections || _sections[^1].IsForTexts ? _sections[^1].ShownText(text) : null;

    private bool IsUnsigned(FormatSection section) => _sections.Length > 1 && section == _sections[1] && section.Condition is null;

    // A section without a condition is for numbers above zero, below it, and zero, as far as there are sections.
    private FormatSection? SectionOf(decimal number)
    {
        var count = Math.Min(_sections.Length, MostSections - 1);
        for (var i = 0; i < count; i++)
        {
            var section = _sections[i];
            var applies = section.Condition is { } condition ? condition(number)
                : i == count - 1 || (i == 0 ? (count == 2 ? number >= 0 : number > 0) : number < 0);
            if (applies)
            {
                return section;
            }
        }
        return null;
    }

    // Semicolons part sections, but not in quotation marks, brackets or after a backslash.
    private static List<string> Split(string code)
    {
        var sections = new List<string>();
        var (start, quoted, bracketed) = (0, false, false);
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"' when !bracketed:
                    quoted = !quoted;
                    break;
                case '\\' or '_' or '*' when !quoted && !bracketed:
                    i++;
                    break;
                case '[' when !quoted:
                    bracketed = true;
                    break;
                case ']' when !quoted:
                    bracketed = false;
                    break;
                case ';' when !quoted && !bracketed:
                    sections.Add(code[start..i]);
                    start = i + 1;
                    break;
            }
        }
        sections.Add(code[start..]);
        return sections;
    }
}
