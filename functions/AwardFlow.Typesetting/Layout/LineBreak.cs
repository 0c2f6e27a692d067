namespace AwardFlow.Typesetting.Layout;

/// <summary>A place in a paragraph where a line may end.</summary>
/// <param name="At">Where the next line would begin: an index of UTF-16 units, or of clusters once the text is shaped.</param>
/// <param name="Penalty">
/// How badly it reads there: 0 is well; <see cref="InCompound"/> and above outweigh any line, however loose, and any number of lines.
/// </param>
internal readonly record struct LineBreak(int At, int Penalty)
{
    /// <summary>At a space, where Thai pauses.</summary>
    public const int AtSpace = 0;

    /// <summary>Between two words of a phrase.</summary>
    public const int BetweenWords = 15;

    /// <summary>Inside what is read in one breath: ประจำปี พ.ศ. ๒๕๖๔.</summary>
    public const int InName = 140;

    /// <summary>Beside a word that no list knows, whose beginning and end are only likely.</summary>
    public const int BesideUnknown = 400;

    /// <summary>After a word that leans on the next one, such as การ: worse than loose lines, and than a line more.</summary>
    public const int AfterPrefix = 200_000;

    /// <summary>Inside a name, or between the words of a compound that is one word to its readers.</summary>
    public const int InCompound = 1_000_000;

    /// <summary>Inside a word, between two of its clusters.</summary>
    public const int InWord = 10_000_000;

    /// <summary>Inside a word, between clusters that are read as one: after ◌ั, before a letter that ์ silences.</summary>
    public const int InSyllable = 30_000_000;

    /// <summary>Before what never begins a line, or after what never ends one.</summary>
    public const int AtEdge = 100_000_000;
}
