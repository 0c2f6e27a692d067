namespace AwardFlow.Cycles;

/// <summary>Makes a <see cref="TextValue{TSelf}"/> of a text that is not checked.</summary>
/// <typeparam name="TSelf">The kind of text.</typeparam>
internal interface ITextValue<TSelf>
{
    /// <summary>Takes a text from where it was checked, or before it is.</summary>
    static abstract TSelf Unchecked(string text);
}
