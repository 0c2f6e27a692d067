namespace AwardFlow.TestKit;

/// <summary>Azurite could not be started.</summary>
/// <param name="message">Why, and what would help.</param>
internal sealed class AzuriteException(string message) : Exception(message);
