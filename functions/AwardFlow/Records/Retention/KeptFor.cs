namespace AwardFlow.Records.Retention;

/// <summary>Why something that is found of a person is kept, as codes.</summary>
public static class KeptFor
{
    /// <summary>It must be, by the regulation that <see cref="RecordsTexts.KeptByLaw"/> names.</summary>
    public const string Law = "law";

    /// <summary>The cycle still works with it, and it is erased on request once that is over.</summary>
    public const string Running = "running";

    /// <summary>It is erased by itself when its time is over (<see cref="RetentionSettings"/>).</summary>
    public const string Retention = "retention";

    /// <summary>What was looked for is a part of a name or text there, which may be somebody else's.</summary>
    public const string Unclear = "unclear";

    /// <summary>Whoever looks after the installation changes it.</summary>
    public const string Hand = "hand";
}
