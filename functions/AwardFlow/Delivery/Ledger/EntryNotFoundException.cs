namespace AwardFlow.Delivery;

/// <summary>The delivery ledger has no such entry.</summary>
/// <param name="cycle">The cycle.</param>
/// <param name="entryCode">The code that was asked for.</param>
public sealed class EntryNotFoundException(string cycle, string entryCode)
    : Exception($"The delivery ledger of the cycle '{cycle}' has no entry '{entryCode}'. It is filled when the letters are rendered.");
