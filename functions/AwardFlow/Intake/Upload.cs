using System.Globalization;
using System.Text.Json.Serialization;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Intake;

/// <summary>
/// One entry of a cycle's history: an accepted upload, or the undo of one. A row beside its cycle's, never changed. What
/// counts in a cycle is its accepted uploads, in their order, without those that were undone.
/// </summary>
public sealed record Upload : StoredRecord
{
    internal const string RowPrefix = "upload-";

    private const int MostNames = 32_000;

    // No entry's code has it.
    private const string Every = "*";

    /// <summary>The upload's number in its cycle, from 1.</summary>
    public int Number { get; init; }

    /// <summary>What the sheet holds.</summary>
    public UploadKind Kind { get; init; }

    /// <summary>The file's name, where the sender gave one.</summary>
    public string? FileName { get; init; }

    /// <summary>
    /// Whence scores came, or why they are withdrawn or taken back, where a judge's page is behind it; null for a sheet and for what the office does.
    /// </summary>
    public UploadSource? Source { get; init; }

    /// <summary>Whether a judge submitted it on the judge's page, or it was submitted for the judge.</summary>
    internal bool IsSubmission => this is { Kind: UploadKind.Scores, Source: not null, Judge: not null };

    /// <summary>
    /// Of an undo: the number of the upload that counts no more. Earlier versions had here, of a judge's submission, what it takes the place of for good.
    /// </summary>
    public int? Undoes { get; init; }

    /// <summary>
    /// Of a judge's submission: the number of the judge's submission before, which does not count while this one does; null where there is none.
    /// </summary>
    public int? Replaces { get; init; }

    /// <summary>
    /// Of a judge's submission: the entries, a key a line, of which something was typed before it that no submission has,
    /// as where the judge declined them; null for none.
    /// </summary>
    public string? LeftOut { get; init; }

    /// <summary>The judges whose scores it brought, a name a line.</summary>
    public string? JudgeNames { get; init; }

    /// <summary>Names the file as it was sent among the cycle's uploads: SHA-256 and extension.</summary>
    public string SourceBlob { get; init; } = "";

    /// <summary>Names the rows as they were understood among the cycle's uploads.</summary>
    public string RowsBlob { get; init; } = "";

    /// <summary>How many entries or scores were accepted.</summary>
    public int Rows { get; init; }

    /// <summary>Where something is withdrawn or put back: the entry; else null.</summary>
    public EntryCode? EntryCode { get; init; }

    /// <summary>Where it is one judge's scores: the judge; else null.</summary>
    public JudgeName? Judge { get; init; }

    /// <summary>Why; null where nothing is withdrawn or put back.</summary>
    public string? Reason { get; init; }

    /// <summary>Who sent it.</summary>
    public string By { get; init; } = "";

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>SHA-256 of the file as it was sent, in lower-case hex; empty where it is an undo.</summary>
    [JsonIgnore]
    public string Sha256 => SourceBlob.Split('.')[0];

    /// <summary>Of a judge's submission: the number of the one that it takes the place of, also where an earlier version stored it.</summary>
    [JsonIgnore]
    public int? TakesPlaceOf => Replaces ?? (Kind == UploadKind.Scores ? Undoes : null);

    /// <summary>The judges whose scores it brought.</summary>
    [JsonIgnore]
    public IReadOnlyList<JudgeName> Judges => [.. (JudgeNames?.Split('\n') ?? []).Select(JudgeName.Unchecked)];

    // A row holds more, but a sheet with more names than this is no committee's.
    internal static string? Names(IEnumerable<JudgeName> judges)
    {
        var names = string.Join('\n', judges);
        return names.Length switch
        {
            0 => null,
            > MostNames => names[..names.LastIndexOf('\n', MostNames)],
            _ => names,
        };
    }

    /// <summary>Names entries for <see cref="LeftOut"/>; where they are too many for a row, all are.</summary>
    internal static string? Codes(IReadOnlyCollection<EntryCode> entries) =>
        entries.Count == 0 ? null : string.Join('\n', entries.Select(entry => entry.Key)) is { Length: <= MostNames } keys ? keys : Every;

    /// <summary>Whether what was typed of an entry before it stands in no submission.</summary>
    internal bool LeavesOut(EntryCode entry) => LeftOut is { } keys && (keys == Every || $"\n{keys}\n".Contains($"\n{entry.Key}\n", StringComparison.Ordinal));

    internal static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{RowPrefix}{number:D6}");
}
