using System.Security.Claims;
using AwardFlow.Cycles;
using AwardFlow.Intake.Judging;
using AwardFlow.Scoring;
using AwardFlow.Web.Answers;

namespace AwardFlow.Web.Access;

/// <summary>What a caller who is not of the office is shown of an answer that others are shown whole.</summary>
internal static class Sight
{
    /// <summary>Whether somebody is an operator or an approver.</summary>
    public static bool IsOfOffice(this ClaimsPrincipal caller) => caller.IsInRole(Roles.Operator) || caller.IsInRole(Roles.Approver);

    /// <summary>Results: the chair is shown no addresses and no telephone numbers.</summary>
    public static CycleResults Of(ClaimsPrincipal caller, CycleResults results) =>
        caller.IsOfOffice() ? results : results with { Entries = [.. results.Entries.Select(WithoutAddresses)] };

    /// <summary>A page of results likewise.</summary>
    public static ResultsPage Of(ClaimsPrincipal caller, ResultsPage page) =>
        caller.IsOfOffice() ? page : page with { Entries = [.. page.Entries.Select(WithoutAddresses)] };

    /// <summary>
    /// A cycle: the desk is not shown which judge has not scored what, and neither is the chair what officers write to each
    /// other.
    /// </summary>
    public static CycleView Of(ClaimsPrincipal caller, CycleView cycle) => caller.IsOfOffice() ? cycle : cycle with
    {
        Missing = caller.IsInRole(Roles.Chair) ? cycle.Missing : null,
        ManifestSha256 = null,
        SentBack = WithoutReason(cycle.SentBack),
        Paused = WithoutReason(cycle.Paused),
        Cancelled = WithoutReason(cycle.Cancelled),
        WaitsFor = (cycle.Paused ?? cycle.SentBack) is null ? cycle.WaitsFor : "the office",
    };

    /// <summary>The board of judges: the chair is shown no addresses.</summary>
    public static JudgeBoard Of(ClaimsPrincipal caller, JudgeBoard board) =>
        caller.IsOfOffice()
            ? board
            : board with { Judges = [.. board.Judges.Select(row => row with { Email = null, Mail = null, Link = null, LinkChangedAt = null, Papers = [] })] };

    private static PersonsWord? WithoutReason(PersonsWord? word) => word is null ? null : word with { Reason = null };

    private static EntryResult WithoutAddresses(EntryResult result) =>
        result with { Entry = result.Entry with { SarabanEmail = "", Phone = null, PostalAddress = null } };
}
