namespace AwardFlow.Local;

/// <summary>The command line, or a file that it names, is wrong.</summary>
/// <param name="message">What is wrong, in one line.</param>
internal sealed class UsageException(string message) : Exception(message);
