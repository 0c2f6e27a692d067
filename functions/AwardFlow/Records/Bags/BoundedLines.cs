using System.Runtime.CompilerServices;
using System.Text;

namespace AwardFlow.Records.Bags;

/// <summary>Reads lines of a text from elsewhere, none longer than it may be.</summary>
internal static class BoundedLines
{
    /// <summary>Reads the lines that are not empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters of a line.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RecordsException">A line is longer, or is no UTF-8.</exception>
    public static async IAsyncEnumerable<string> ReadAsync(TextReader text, int longest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new char[1 << 14];
        var line = new StringBuilder();
        while (await FillAsync(text, buffer, cancellationToken) is > 0 and var count)
        {
            var left = buffer.AsMemory(0, count);
            while (left.Span.IndexOf('\n') is >= 0 and var end)
            {
                line.Append(left.Span[..end]);
                if (Whole(line, longest) is { Length: > 0 } whole)
                {
                    yield return whole;
                }
                left = left[(end + 1)..];
            }
            line.Append(left.Span);
            if (line.Length > longest)
            {
                throw TooLong();
            }
        }
        if (Whole(line, longest) is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    private static async Task<int> FillAsync(TextReader text, char[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await text.ReadAsync(buffer.AsMemory(), cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            throw new RecordsException("A file that should be text is no UTF-8.");
        }
    }

    private static string Whole(StringBuilder line, int longest)
    {
        if (line.Length > longest)
        {
            throw TooLong();
        }
        var whole = line.ToString().TrimEnd('\r');
        line.Clear();
        return whole;
    }

    private static RecordsException TooLong() => new("A file has a line longer than any that AwardFlow writes.");
}
