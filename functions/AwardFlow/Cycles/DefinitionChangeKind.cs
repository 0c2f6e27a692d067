namespace AwardFlow.Cycles;

/// <summary>What was done to a cycle's definition, or to what belongs to it.</summary>
public enum DefinitionChangeKind
{
    /// <summary>The cycle was created.</summary>
    Created,

    /// <summary>The definition was changed.</summary>
    Changed,

    /// <summary>The draft was opened.</summary>
    Opened,

    /// <summary>The emblem was set or taken away.</summary>
    Emblem,

    /// <summary>The signature was set or taken away.</summary>
    Signature,

    /// <summary>A test letter was sent.</summary>
    TestLetter,
}
