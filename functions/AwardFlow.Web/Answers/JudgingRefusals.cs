using AwardFlow.Intake.Judging;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AwardFlow.Web.Answers;

/// <summary>Answers what is refused about judges' sheets with problem details (RFC 9457), and with what a page needs to go on.</summary>
internal static class JudgingRefusals
{
    /// <summary>What is answered; null where it is about something else.</summary>
    public static ProblemDetails? Of(Exception exception, Language language) => exception switch
    {
        TypedScoresException typed => With(
            Problem(StatusCodes.Status400BadRequest, JudgingTexts.FaultsTitle, JudgingTexts.Faults(typed.Faults.Count), language),
            ("faults", typed.Faults.Select(fault => new Fault(fault.Criterion, fault.IsComment, fault.Value, fault.Problem.In(language))).ToList())),
        DraftChangedException changed => With(
            Problem(
                StatusCodes.Status412PreconditionFailed,
                JudgingTexts.ChangedTitle,
                changed.AreOtherWords ? JudgingTexts.OtherWords : JudgingTexts.Changed,
                language),
            ("sheetVersion", changed.Sitting.Tag), ("current", Current(changed)), ("rubricChanged", changed.AreOtherWords ? true : null)),
        IncompleteSheetException incomplete => With(
            Problem(StatusCodes.Status409Conflict, UploadTexts.MustConfirmTitle, JudgingTexts.Doubts(incomplete.Doubts), language),
            ("incomplete", OrNull(incomplete.Doubts.Incomplete)), ("unanswered", OrNull(incomplete.Doubts.Unanswered)),
            ("otherWords", OrNull(incomplete.Doubts.OtherWords)),
            ("unscanned", OrNull(incomplete.Doubts.Unscanned)), ("confirm", incomplete.Confirm)),
        UnsubmittedSheetsException unsubmitted => With(
            Problem(StatusCodes.Status409Conflict, JudgingTexts.UnsubmittedTitle, JudgingTexts.Unsubmitted(unsubmitted.Sheets.Count), language),
            ("judging", unsubmitted.Sheets), ("confirm", unsubmitted.Confirm)),
        _ => null,
    };

    private static object? OrNull(IReadOnlyList<Cycles.EntryCode> entries) => entries.Count == 0 ? null : entries;

    private static JudgeEntryView? Current(DraftChangedException changed)
    {
        if (changed is not { Entry: { } entry, Progress: { } progress })
        {
            return null;
        }
        var view = JudgeEntryView.Of(progress, entry, sheets: null);
        return changed.IsForTheOffice ? view.ForTheOffice(progress) : view;
    }

    private static ProblemDetails Problem(int status, BilingualText title, BilingualText text, Language language) =>
        new() { Status = status, Title = title.In(language), Detail = text.In(language) };

    private static ProblemDetails With(ProblemDetails problem, params ReadOnlySpan<(string Name, object? Value)> members)
    {
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                problem.Extensions[name] = value;
            }
        }
        return problem;
    }

    private sealed record Fault(string? Criterion, bool Comment, string Value, string Problem);
}
