using System.Globalization;
using System.Text;

namespace AwardFlow.Tests.Letters.Conformance;

/// <summary>What a content stream paints, and under which marks (ISO 32000-1, 14.6).</summary>
internal static class MarkedContent
{
    // Operators that put something on the page.
    private static readonly string[] Painting = ["Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "BI"];

    private static readonly string[] Beginning = ["BDC", "BMC"];

    /// <summary>Every painting operator with the marks around it, outermost first; a fault for what is not nested.</summary>
    public static IEnumerable<(string Operator, IReadOnlyList<Mark> Marks)> Of(byte[] content)
    {
        var marks = new List<Mark>();
        var operands = new List<string>();
        var inText = false;
        foreach (var token in Tokens(content))
        {
            if (token is not ([>= 'a' and <= 'z', ..] or [>= 'A' and <= 'Z', ..] or "'" or "\""))
            {
                operands.Add(token);
                continue;
            }
            if (Beginning.Contains(token, StringComparer.Ordinal))
            {
                var number = operands.IndexOf("/MCID") is >= 0 and var at ? int.Parse(operands[at + 1], CultureInfo.InvariantCulture) : (int?)null;
                marks.Add(new Mark(operands[0][1..], number));
            }
            else if (token == "EMC")
            {
                Assert.NotEmpty(marks);
                marks.RemoveAt(marks.Count - 1);
            }
            else if (token is "BT" or "ET")
            {
                Assert.NotEqual(token == "BT", inText);
                inText = token == "BT";
            }
            else if (Painting.Contains(token, StringComparer.Ordinal))
            {
                yield return (token, [.. marks]);
            }
            operands.Clear();
        }
        Assert.Empty(marks);
    }

    /// <summary>The tokens of a content stream; strings are told by their length alone.</summary>
    public static IEnumerable<string> Tokens(byte[] content)
    {
        for (var at = 0; at < content.Length;)
        {
            var c = (char)content[at];
            if (c is ' ' or '\n' or '\r' or '\t')
            {
                at++;
            }
            else if (c == '(')
            {
                var end = at + 1;
                for (var depth = 1; depth > 0; end++)
                {
                    depth += content[end] switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
                    end += content[end] == '\\' ? 1 : 0;
                }
                yield return $"({end - at})";
                at = end;
            }
            else if (c is '<' or '>' && content[at + 1] == c)
            {
                yield return new string(c, 2);
                at += 2;
            }
            else if (c == '<')
            {
                var end = Array.IndexOf(content, (byte)'>', at) + 1;
                yield return Encoding.ASCII.GetString(content, at, end - at);
                at = end;
            }
            else if (c is '[' or ']')
            {
                yield return c.ToString();
                at++;
            }
            else
            {
                var end = at + 1;
                while (end < content.Length && !" \n\r\t()<>[]/"u8.Contains(content[end]))
                {
                    end++;
                }
                yield return Encoding.ASCII.GetString(content, at, end - at);
                at = end;
            }
        }
    }

    /// <summary>A mark: its name and its number, if it has one.</summary>
    public sealed record Mark(string Name, int? Number);
}
