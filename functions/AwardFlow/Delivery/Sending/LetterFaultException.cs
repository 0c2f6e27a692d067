namespace AwardFlow.Delivery;

/// <summary>Something is wrong with one letter, and only a person can mend it. No other letter is concerned.</summary>
/// <param name="why">What is wrong.</param>
/// <param name="cause">The fault behind it.</param>
public sealed class LetterFaultException(DeliveryCause why, Exception? cause = null) : Exception(CauseWords.InRow(why), cause)
{
    /// <summary>What is wrong.</summary>
    public DeliveryCause Why { get; } = why;
}
