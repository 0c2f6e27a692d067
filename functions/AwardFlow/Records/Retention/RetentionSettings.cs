using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Records.Retention;

/// <summary>How long what is kept is kept: the settings <c>Retention__*</c>, in days. What is null is kept until a person says otherwise.</summary>
public sealed record RetentionSettings
{
    /// <summary>Official letters and what proves them are kept for ten years (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖, ข้อ ๕๗).</summary>
    public const int LeastCycleDays = 3653;

    /// <summary>Telephone numbers are there for those who do not confirm; a year later nobody telephones about a letter.</summary>
    public const int UsualTelephonesDays = 365;

    /// <summary>By then nobody asks any more why a mail did not come.</summary>
    public const int UsualJudgesAndNoticesDays = 365;

    private const int UsualRefusedUploadsDays = 30;
    private const int MostDays = 36_500;

    /// <summary>Files that were refused, from when they were (<c>Retention__RefusedUploadsDays</c>).</summary>
    public int RefusedUploadsDays { get; init; } = UsualRefusedUploadsDays;

    /// <summary>Drafts, from their last change (<c>Retention__DraftsDays</c>).</summary>
    public int? DraftsDays { get; init; }

    /// <summary>Names of who registered letters, from when the cycle is over (<c>Retention__ReceiptNamesDays</c>).</summary>
    public int? ReceiptNamesDays { get; init; }

    /// <summary>
    /// Telephone numbers of entries, from when the cycle is over (<c>Retention__TelephonesDays</c>). The files that they came in go with them.
    /// </summary>
    public int TelephonesDays { get; init; } = UsualTelephonesDays;

    /// <summary>
    /// Scores by judge, with the sheets that they came in, from when the cycle is over (<c>Retention__ScoresByJudgeDays</c>). Averages and ranks stay.
    /// </summary>
    public int? ScoresByJudgeDays { get; init; }

    /// <summary>
    /// Judges' addresses and links, notices, and mails in the outbox, from when the cycle's last letter is over (<c>Retention__JudgesAndNoticesDays</c>).
    /// </summary>
    public int JudgesAndNoticesDays { get; init; } = UsualJudgesAndNoticesDays;

    /// <summary>
    /// The whole cycle with its letters and ledger, from when it is over (<c>Retention__CycleDays</c>): at least <see cref="LeastCycleDays"/>.
    /// </summary>
    public int? CycleDays { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">One of them is wrong.</exception>
    public static RetentionSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new RetentionSettings
        {
            RefusedUploadsDays = Days(configuration, nameof(RefusedUploadsDays), least: 0) ?? UsualRefusedUploadsDays,
            DraftsDays = Days(configuration, nameof(DraftsDays), least: 1),
            ReceiptNamesDays = Days(configuration, nameof(ReceiptNamesDays), least: 0),
            TelephonesDays = Days(configuration, nameof(TelephonesDays), least: 0) ?? UsualTelephonesDays,
            ScoresByJudgeDays = Days(configuration, nameof(ScoresByJudgeDays), least: 0),
            JudgesAndNoticesDays = Days(configuration, nameof(JudgesAndNoticesDays), least: 0) ?? UsualJudgesAndNoticesDays,
            CycleDays = Days(configuration, nameof(CycleDays), LeastCycleDays),
        };
    }

    /// <summary>The same, narrowed by what a cycle's definition says: it shortens, and never lengthens.</summary>
    public RetentionSettings NarrowedBy(RetentionRules? rules) => rules is null ? this : this with
    {
        RefusedUploadsDays = Math.Min(RefusedUploadsDays, rules.RefusedUploadsDays ?? RefusedUploadsDays),
        ReceiptNamesDays = Shorter(ReceiptNamesDays, rules.ReceiptNamesDays),
        TelephonesDays = Math.Min(TelephonesDays, rules.TelephonesDays ?? TelephonesDays),
        ScoresByJudgeDays = Shorter(ScoresByJudgeDays, rules.ScoresByJudgeDays),
    };

    private static int? Shorter(int? one, int? other) => one is null || other < one ? other ?? one : one;

    private static int? Days(IConfiguration configuration, string name, int least) => configuration[$"Retention:{name}"] switch
    {
        null or "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= least && days <= MostDays => days,
        var other => throw new SettingException(
            $"Retention__{name}", string.Create(CultureInfo.InvariantCulture, $"is '{other}'; it must be a number of days from {least} to {MostDays}.")),
    };
}
