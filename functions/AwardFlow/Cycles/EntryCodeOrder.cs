using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>Puts entries' codes in the order in which people count: LG-2 before LG-10.</summary>
public sealed class EntryCodeOrder : IComparer<EntryCode>
{
    private EntryCodeOrder()
    {
    }

    /// <summary>The order.</summary>
    public static EntryCodeOrder Counting { get; } = new();

    /// <inheritdoc/>
    public int Compare(EntryCode? x, EntryCode? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }
        var (one, other) = (ThaiNumerals.ToWestern(x.Text), ThaiNumerals.ToWestern(y.Text));
        int i = 0, j = 0;
        while (i < one.Length && j < other.Length)
        {
            var number = Digits(one.AsSpan(i));
            var otherNumber = Digits(other.AsSpan(j));
            var order = number.IsEmpty || otherNumber.IsEmpty ? one[i].CompareTo(other[j]) : Compare(number.TrimStart('0'), otherNumber.TrimStart('0'));
            if (order != 0)
            {
                return order;
            }
            (i, j) = (i + Math.Max(1, number.Length), j + Math.Max(1, otherNumber.Length));
        }
        var rest = (one.Length - i).CompareTo(other.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(x.Text, y.Text);
    }

    private static int Compare(ReadOnlySpan<char> number, ReadOnlySpan<char> other) =>
        number.Length != other.Length ? number.Length.CompareTo(other.Length) : number.SequenceCompareTo(other);

    private static ReadOnlySpan<char> Digits(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }
        return text[..end];
    }
}
