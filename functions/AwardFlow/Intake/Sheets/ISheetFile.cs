namespace AwardFlow.Intake.Sheets;

/// <summary>An uploaded file of a kind that is taken, open for reading.</summary>
internal interface ISheetFile : IDisposable
{
    /// <summary>Its visible sheets. A text file has one for each separator that it may be read with, the likeliest first.</summary>
    IReadOnlyList<NamedSheet> Sheets { get; }

    /// <summary>Whether <see cref="Sheets"/> are ways to read one sheet, of which the first that fits is right.</summary>
    bool AreReadings { get; }
}
