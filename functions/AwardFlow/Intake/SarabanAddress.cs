using MimeKit;

namespace AwardFlow.Intake;

/// <summary>E-mail addresses of correspondence desks.</summary>
public static class SarabanAddress
{
    private const int Longest = 254;

    /// <summary>Whether a text is one plain address: no name, no list, no second header.</summary>
    public static bool IsValid(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= Longest && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            && MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address == text
            && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && text.AsSpan(at + 1).Contains('.');
    }
}
