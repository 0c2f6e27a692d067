namespace AwardFlow.Delivery;

/// <summary>The connection broke, or time ran out, when the service may have taken the mail already.</summary>
/// <param name="reason">What happened.</param>
/// <param name="cause">The fault behind it.</param>
public sealed class MailOutcomeUnknownException(string reason, Exception? cause = null) : Exception(reason, cause);
