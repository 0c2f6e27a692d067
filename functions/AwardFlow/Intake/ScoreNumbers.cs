using System.Globalization;
using System.Text.RegularExpressions;
using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>
/// Reads the numbers of one sheet's scores, exactly, as a person sees them. A comma is a decimal one only where the
/// sheet's other scores show it: at least two texts have one that cannot part thousands, and no text has a point. That is
/// known at the sheet's end, so scores with commas are read as if and named as problems then if it was not so.
/// </summary>
/// <param name="problems">Collects what is wrong.</param>
internal sealed partial class ScoreNumbers(Problems problems)
{
    private const int FewestCommas = 2;
    private const int LongestWords = 60;

    // By how much rounding to whole points can change what is seen.
    private const decimal MostRounding = 0.5m;

    private readonly List<(int Row, string Column, string Text, decimal Read)> _commas = [];
    private readonly List<(int Row, string Column, string Text)> _dashes = [];
    private readonly Dictionary<string, Decimals> _decimals = new(StringComparer.Ordinal);
    private bool _hasPoints;
    private (string? Column, Decimals Decimals) _last;

    /// <summary>How the numbers of a column are written, as far as they were read.</summary>
    [Flags]
    private enum Decimals
    {
        None = 0, Two = 1, Others = 2,
    }

    /// <summary>Whether a cell says that there is no score: it is blank, or what is seen of it is a dash.</summary>
    public bool IsMissing(int row, string column, SheetCell cell)
    {
        if (cell.Kind == CellKind.Unworked)
        {
            return false;
        }
        if (cell.Text == "0" && cell.Shown is { Length: > 0 } shown && CellText.IsMissing(CellText.Clean(shown).Trim('฿', '$', '€', ' ')))
        {
            problems.Warn(row, column, cell.Text, WarningTexts.ZeroShownAsDash(CellText.Clean(shown)));
            return true;
        }
        if (!CellText.IsMissing(cell.Text))
        {
            return false;
        }
        if (cell.Text.Length > 0 && _dashes.Count < UploadRefusedException.MostRows)
        {
            _dashes.Add((row, column, cell.Text));
        }
        return true;
    }

    /// <summary>Reads a score that is not missing.</summary>
    /// <param name="row">Its row's number.</param>
    /// <param name="column">Its column's name.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="criterion">The criterion.</param>
    /// <param name="number">The score.</param>
    /// <returns>Whether there is one; if not, a problem was added.</returns>
    public bool TryRead(int row, string column, SheetCell cell, Criterion criterion, out decimal number)
    {
        number = 0;
        if (RowCells.Wrong(cell) is { } wrong)
        {
            return Refuse(row, column, cell, wrong);
        }
        if (cell.Kind == CellKind.Percentage)
        {
            return Refuse(row, column, cell, RowTexts.IsPercentage);
        }
        if (cell.Kind == CellKind.Text && cell.Shown is "")
        {
            problems.Warn(row, column, cell.Text, WarningTexts.NotShown);
        }
        if (CellText.TryNumber(cell.Text, out number))
        {
            if (cell.Kind == CellKind.Text && cell.Text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point)
            {
                _hasPoints = true;
                Note(column, cell.Text.Length - point == 3 ? Decimals.Two : Decimals.Others);
            }
            else
            {
                Note(column, Decimals.Others);
            }
            return cell.Shown is null || (cell.Kind == CellKind.Text && cell.Shown.Length == 0) || IsSeen(row, column, cell, criterion, number);
        }
        if (cell.Kind == CellKind.Text && CellText.TryCommaNumber(cell.Text, out number))
        {
            _commas.Add((row, column, cell.Text, number));
            return true;
        }
        return (cell.Kind == CellKind.Text && TryWords(cell.Text, criterion, out number)) || Refuse(row, column, cell, WhyNoNumber(cell.Text));
    }

    private static BilingualText WhyNoNumber(string text) =>
        DamagedText.IsDateWord(text) ? RowTexts.IsDate
        : text.EndsWith('%') ? RowTexts.IsPercentage
        : text is "TRUE" or "FALSE" ? RowTexts.NotANumber
        : DamagedText.Problem(text) ?? RowTexts.NotANumber;

    /// <summary>Decides, at the end of a sheet, on the commas and dashes it had.</summary>
    public void Finish()
    {
        // A column of texts whose numbers all have two decimals was written as a spreadsheet showed it: a zero may be a dash
        // there. One without any number is as the others are.
        var others = _decimals.Values.Aggregate(Decimals.None, (all, each) => all | each);
        foreach (var (row, column, dash) in _dashes)
        {
            if (_decimals.GetValueOrDefault(column, others) == Decimals.Two)
            {
                problems.Warn(row, column, dash, WarningTexts.DashMayBeZero);
            }
        }
        if (_commas.Count > 0)
        {
            DecideOnCommas();
        }
        _commas.Clear();
        _dashes.Clear();
        _decimals.Clear();
        (_hasPoints, _last) = (false, default);
    }

    /// <summary>Reads a row's total, with the word for points or what it is out of behind it.</summary>
    public static bool TryTotal(SheetCell cell, out decimal total)
    {
        total = 0;
        if (cell.Kind is not (CellKind.Number or CellKind.Text) || cell.Text.Length > LongestWords)
        {
            return false;
        }
        return CellText.TryNumber(cell.Text, out total) || CellText.TryNumber(Points().Replace(cell.Text, "").Split('/')[0].Trim(), out total);
    }

    // Most rows are written as the one before.
    private void Note(string column, Decimals decimals)
    {
        if (ReferenceEquals(_last.Column, column) && _last.Decimals == decimals)
        {
            return;
        }
        _decimals[column] = _decimals.GetValueOrDefault(column) | decimals;
        _last = (column, decimals);
    }

    /// <summary>Reads a number with the word for points behind it, or out of the criterion's maximum.</summary>
    private static bool TryWords(string text, Criterion criterion, out decimal number)
    {
        number = 0;
        if (text.Length > LongestWords)
        {
            return false;
        }
        var bare = Points().Replace(ThaiNumerals.ToWestern(text), "").Trim();
        return OutOf().Match(bare) is { Success: true } stated
            ? CellText.TryNumber(stated.Groups["maximum"].Value, out var maximum) && maximum == criterion.Max
                && CellText.TryNumber(Points().Replace(bare[..stated.Index], "").Trim(), out number)
            : bare.Length < text.Length && CellText.TryNumber(bare, out number);
    }

    // What is shown need not be what is held; where it is not, and rounding alone does not make it so, nobody can say which is meant.
    private bool IsSeen(int row, string column, SheetCell cell, Criterion criterion, decimal number)
    {
        var shown = CellText.Clean(cell.Shown!);
        if (shown.Length == 0)
        {
            problems.Warn(row, column, cell.Text, WarningTexts.NotShown);
            return true;
        }
        if (Percent().IsMatch(shown))
        {
            return Refuse(row, column, cell, RowTexts.IsPercentage);
        }
        var western = Grouping().Replace(ThaiNumerals.ToWestern(shown), "");
        if (!TryWords(western, criterion, out var seen)
            && !(Number().Matches(western) is [var only] && decimal.TryParse(only.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out seen)))
        {
            return Refuse(row, column, cell, RowTexts.ShownOtherwise(shown));
        }
        if (seen == number)
        {
            return true;
        }
        if (Math.Abs(seen - number) > MostRounding)
        {
            return Refuse(row, column, cell, RowTexts.ShownOtherwise(shown));
        }
        problems.Warn(row, column, cell.Text, WarningTexts.ShownRounded(shown));
        return true;
    }

    private void DecideOnCommas()
    {
        if (!_hasPoints && _commas.Count(comma => !Thousands().IsMatch(ThaiNumerals.ToWestern(comma.Text))) >= FewestCommas)
        {
            var (row, column, text, read) = _commas[0];
            problems.Warn(row, column, text, WarningTexts.CommasRead(_commas.Count, text, read.ToString(CultureInfo.InvariantCulture)));
            return;
        }
        foreach (var (row, column, text, _) in _commas)
        {
            problems.Add(row, column, text, RowTexts.Comma(text.Replace(',', '.')));
        }
    }

    private bool Refuse(int row, string column, SheetCell cell, BilingualText problem)
    {
        problems.Add(row, column, cell.Text, problem);
        return false;
    }

    [GeneratedRegex(@"^[+-]?\d{1,3},\d{3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<=[0-9]),(?=[0-9]{3}([^0-9]|$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\s*(คะแนน|แต้ม|points?|pts\.?)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Points();

    // 8/10, 8 จาก 10, 8 (เต็ม 10 คะแนน), 8 out of 10
    [GeneratedRegex(
        @"\s*(/|จาก|out of|[(]?\s*(คะแนน)?เต็ม)\s*(?<maximum>[0-9.]+)\s*(คะแนน|points?)?\s*[)]?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex OutOf();

    [GeneratedRegex("%|เปอร์เซ็นต์|เปอร์เซนต์|ร้อยละ|percent", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Percent();

    [GeneratedRegex(@"-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
