namespace AwardFlow.Delivery;

/// <summary>The ways out that there are.</summary>
public enum MailTransportKind
{
    /// <summary>Files in a folder.</summary>
    Outbox,

    /// <summary>An SMTP server.</summary>
    Smtp,

    /// <summary>SendGrid.</summary>
    SendGrid,
}
