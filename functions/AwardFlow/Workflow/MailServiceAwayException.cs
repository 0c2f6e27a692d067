namespace AwardFlow.Workflow;

/// <summary>The mail service took nothing for so long that the flow gave up; it is started again later and goes on.</summary>
public sealed class MailServiceAwayException() : Exception("The mail service has been away for long. Sending is tried again.");
