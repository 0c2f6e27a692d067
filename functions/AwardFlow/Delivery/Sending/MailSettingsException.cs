namespace AwardFlow.Delivery;

/// <summary>The mail service does not let us in as we are set up: no mail can go until a person changes a setting.</summary>
/// <param name="message">What the service said, without secrets.</param>
/// <param name="cause">The fault behind it.</param>
public sealed class MailSettingsException(string message, Exception? cause = null) : Exception(message, cause);
