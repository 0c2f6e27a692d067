using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>The cycle is not in a state in which this can be done. Nothing was changed.</summary>
public sealed class CycleConflictException : Exception
{
    /// <param name="message">What stands in the way and what would help, for people.</param>
    public CycleConflictException(string message)
        : base(message)
    {
    }

    /// <param name="text">What stands in the way and what would help, for people.</param>
    public CycleConflictException(BilingualText text)
        : base(text.English) => Text = text;

    /// <summary>The message in both languages, where it is told in both.</summary>
    public BilingualText? Text { get; }
}
