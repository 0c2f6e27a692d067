using AwardFlow.Cycles;
using AwardFlow.Workflow;

namespace AwardFlow.Tests.Workflow;

public class LetterRefTests
{
    [Theory]
    [InlineData("dga", "2564")]
    [InlineData("dga", "letter-2564")]
    [InlineData("dga-2564", "ผลงาน-๑")]
    public void A_letters_orchestration_has_an_id_that_no_cycle_can_have(string cycle, string entry) =>
        Assert.False(CycleId.IsValid(Of(cycle, entry)));

    [Fact]
    public void Letters_of_cycles_and_entries_that_read_alike_together_have_different_ids() =>
        Assert.NotEqual(Of("dga", "2564-1"), Of("dga-2564", "1"));

    private static string Of(string cycle, string entry) => new LetterRef(CycleId.Parse(cycle), EntryCode.Parse(entry), FlowVersion.Current).ToInstanceId();
}
