using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;

namespace AwardFlow.Intake.Judging;

/// <summary>What of a sheet is to be confirmed before it is submitted: entries, each in the order of the list.</summary>
/// <param name="Incomplete">Not scored completely.</param>
/// <param name="Unanswered">Sent back with a question, and nothing of them was saved since: they would be answered as they are.</param>
/// <param name="OtherWords">Scored before what is asked of them, or the entry, was changed.</param>
/// <param name="Unscanned">Typed from paper, of which no scan came since the submission before.</param>
public sealed record SheetDoubts(
    IReadOnlyList<EntryCode> Incomplete,
    IReadOnlyList<EntryCode> Unanswered,
    IReadOnlyList<EntryCode> OtherWords,
    IReadOnlyList<EntryCode> Unscanned)
{
    private const int ConfirmLength = 16;

    /// <summary>Confirms just these; null where there is nothing to confirm.</summary>
    internal string? Confirm()
    {
        string Text(string name, IReadOnlyList<EntryCode> entries) =>
            entries.Count == 0 ? "" : $"{name}\n{string.Join('\n', entries.Select(code => code.Key))}\n";
        var text = Text("incomplete", Incomplete) + Text("unanswered", Unanswered) + Text("otherWords", OtherWords) + Text("unscanned", Unscanned);
        return text.Length == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..ConfirmLength];
    }
}
