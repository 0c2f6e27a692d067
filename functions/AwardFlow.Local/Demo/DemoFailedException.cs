namespace AwardFlow.Local.Demo;

/// <summary>The demo did not end with every letter delivered.</summary>
/// <param name="message">Why.</param>
internal sealed class DemoFailedException(string message) : Exception(message);
