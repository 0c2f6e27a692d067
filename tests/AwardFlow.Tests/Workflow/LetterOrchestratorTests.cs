using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Workflow;
using Microsoft.DurableTask;

namespace AwardFlow.Tests.Workflow;

/// <summary>One letter's own flow, and a correction's, which ends alike.</summary>
public class LetterOrchestratorTests
{
    private static readonly LetterRef Letter = new(CycleId.Parse("test-2564"), EntryCode.Parse("E1"), FlowVersion.Current);
    private static readonly CorrectionRef Correction = new(CycleId.Parse("test-2564"), 1, FlowVersion.Current);

    [Fact]
    public async Task A_letter_that_is_settled_is_over()
    {
        var context = new ScriptedContext(nameof(LetterOrchestrator)).Gives(nameof(SendLetter), new PageSent(1));
        await new LetterOrchestrator().RunAsync(context, Letter);
        Assert.Equal(["SendLetter", "wait wake"], context.Calls);
        Assert.False(context.ContinuedAsNew);
    }

    [Fact]
    public async Task One_that_was_sent_again_meanwhile_is_looked_at_once_more()
    {
        var context = new ScriptedContext(nameof(LetterOrchestrator)) { IsWoken = true }.Gives(nameof(SendLetter), new PageSent(1));
        await new LetterOrchestrator().RunAsync(context, Letter);
        Assert.True(context.ContinuedAsNew);
        var corrected = new ScriptedContext(nameof(CorrectionOrchestrator)) { IsWoken = true }.Gives(nameof(CorrectLetters), new CorrectionStep(IsOver: true));
        await new CorrectionOrchestrator().RunAsync(corrected, Correction);
        Assert.True(corrected.ContinuedAsNew);
    }

    [Fact]
    public async Task What_fails_is_told_on_the_cycle()
    {
        var context = new ScriptedContext(nameof(LetterOrchestrator)).Fails(nameof(SendLetter), new ActivityNeedsPersonException("wrong password"));
        await Assert.ThrowsAsync<TaskFailedException>(() => new LetterOrchestrator().RunAsync(context, Letter));
        Assert.Equal(["SendLetter", "RecordProblem"], context.Calls);
        var corrected = new ScriptedContext(nameof(CorrectionOrchestrator)).Fails(nameof(CorrectLetters), new ActivityNeedsPersonException("wrong password"));
        await Assert.ThrowsAsync<TaskFailedException>(() => new CorrectionOrchestrator().RunAsync(corrected, Correction));
        Assert.Equal(["CorrectLetters", "RecordProblem"], corrected.Calls);
    }
}
