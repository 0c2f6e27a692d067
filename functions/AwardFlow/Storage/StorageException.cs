namespace AwardFlow.Storage;

/// <summary>Storage could not do what it was asked to.</summary>
/// <param name="fault">Why.</param>
/// <param name="message">What happened and what a person can do, in a sentence or two.</param>
/// <param name="cause">What the system said.</param>
public sealed class StorageException(StorageFault fault, string message, Exception? cause = null) : IOException(message, cause)
{
    /// <summary>Why.</summary>
    public StorageFault Fault { get; } = fault;
}
