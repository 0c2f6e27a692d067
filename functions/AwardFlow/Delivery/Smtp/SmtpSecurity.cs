namespace AwardFlow.Delivery;

/// <summary>How the connection to an SMTP server is kept private.</summary>
public enum SmtpSecurity
{
    /// <summary>Plain at first, then STARTTLS, which must succeed (RFC 3207); usually port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314); usually port 465.</summary>
    Tls,

    /// <summary>Not at all; for a relay on the same machine.</summary>
    None,
}
