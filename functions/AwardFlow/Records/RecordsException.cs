namespace AwardFlow.Records;

/// <summary>An archive or backup is not what it should be, or cannot be restored here; nothing was written.</summary>
/// <param name="message">What is wrong, in a sentence or two.</param>
public sealed class RecordsException(string message) : IOException(message);
