namespace AwardFlow.Intake.Sheets;

/// <summary>A row of a text file as it stood.</summary>
/// <param name="Separator">What parts the fields.</param>
/// <param name="Fields">The fields, with their spaces and quotation marks.</param>
internal sealed record RawRow(char Separator, IReadOnlyList<string> Fields)
{
    /// <summary>All from a field on.</summary>
    public string From(int column) => string.Join(Separator, Fields.Skip(column)).TrimEnd(Separator, ' ').Trim();
}
