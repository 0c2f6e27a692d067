namespace AwardFlow.Delivery;

/// <summary>
/// The number of a registered or express item, as Thailand Post prints it: two letters, eight digits with a check digit, and
/// TH, such as <c>RB123456785TH</c> (Universal Postal Union, standard S10).
/// </summary>
public static class TrackingNumber
{
    /// <summary>How many characters it has.</summary>
    public const int Length = 13;

    private const string Country = "TH";
    private const int Serial = 8;
    private const int CheckAt = 10;

    private static ReadOnlySpan<int> Weights => [8, 6, 4, 2, 3, 5, 9, 7];

    /// <summary>Reads a number. Blanks and hyphens between its parts, small letters and Thai digits are as people write it.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="number">The number in capitals without blanks; empty where it is none.</param>
    /// <param name="fault">What is wrong; meaningless where nothing is.</param>
    /// <returns>Whether it is a number whose check digit is right.</returns>
    public static bool TryRead(string text, out string number, out TrackingFault fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        number = "";
        fault = TrackingFault.Form;
        if (text.Length > Length * 3)
        {
            return false;
        }
        var bare = Thai.ThaiNumerals.ToWestern(string.Concat(text.Where(c => c is not (' ' or '-')))).ToUpperInvariant();
        if (bare.Length != Length || !bare[..2].All(char.IsAsciiLetterUpper) || !bare[2..^2].All(char.IsAsciiDigit)
            || !bare.EndsWith(Country, StringComparison.Ordinal))
        {
            return false;
        }
        if (bare[CheckAt] - '0' != CheckDigit(bare.AsSpan(2, Serial)))
        {
            fault = TrackingFault.CheckDigit;
            return false;
        }
        number = bare;
        return true;
    }

    /// <summary>The check digit of a serial number.</summary>
    /// <param name="serial">Eight digits.</param>
    internal static int CheckDigit(ReadOnlySpan<char> serial)
    {
        var sum = 0;
        for (var i = 0; i < Serial; i++)
        {
            sum += (serial[i] - '0') * Weights[i];
        }
        return (11 - sum % 11) switch { 10 => 0, 11 => 5, var digit => digit };
    }
}
