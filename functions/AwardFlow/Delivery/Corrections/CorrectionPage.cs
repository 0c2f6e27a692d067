using System.Globalization;
using AwardFlow.Storage;

namespace AwardFlow.Delivery;

/// <summary>That the letters of one page of a correction are rendered. Written once, and never changed.</summary>
public sealed record CorrectionPage : StoredRecord
{
    private const string RowPrefix = "correctionpage!";

    /// <summary>SHA-256 of the manifest's page, in lower-case hex.</summary>
    public string Sha256 { get; init; } = "";

    internal static string KeyOf(int number, int page) => string.Create(CultureInfo.InvariantCulture, $"{Prefix(number)}{page:D6}");

    internal static string Prefix(int number) => string.Create(CultureInfo.InvariantCulture, $"{RowPrefix}{number:D4}!");
}
