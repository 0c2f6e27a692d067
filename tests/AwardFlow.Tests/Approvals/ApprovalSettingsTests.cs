using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Tests.Approvals;

public class ApprovalSettingsTests
{
    [Fact]
    public void Where_nobody_is_told_apart_the_definition_says_whether_approval_is_needed() => Assert.Null(Read().Default);

    [Fact]
    public void Where_people_are_told_apart_approval_is_needed_from_the_first_of_them_on()
    {
        var people = new People();
        var settings = Read().With(people);
        Assert.Null(settings.Default);
        people.Any = true;
        Assert.Equal(Approval.Required, settings.Default);
    }

    [Theory]
    [InlineData("required", Approval.Required)]
    [InlineData("None", Approval.None)]
    public void A_setting_holds_for_the_whole_installation(string text, Approval approval)
    {
        Assert.Equal(approval, Read(("Approval:Default", text)).Default);
        Assert.Equal(approval, Read(("Approval:Default", text)).With(new People { Any = true }).Default);
    }

    [Theory]
    [InlineData(null, true, 60)]
    [InlineData("", true, 60)]
    [InlineData(null, false, 0)]
    [InlineData("90", false, 90)]
    [InlineData("0", true, 0)]
    [InlineData("3600", true, 3600)]
    public void An_approval_can_be_taken_back_for_a_minute_and_from_an_outbox_not_at_all(string? text, bool mailLeaves, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(mailLeaves, ("Approval:UndoSeconds", text)).Undo);

    [Theory]
    [InlineData("Approval:Default", "maybe", "Approval__Default")]
    [InlineData("Approval:UndoSeconds", "-1", "Approval__UndoSeconds")]
    [InlineData("Approval:UndoSeconds", "3601", "Approval__UndoSeconds")]
    [InlineData("Approval:UndoSeconds", "1.5", "Approval__UndoSeconds")]
    [InlineData("Approval:UndoSeconds", "๖๐", "Approval__UndoSeconds")]
    public void A_wrong_setting_is_named(string key, string value, string setting) =>
        Assert.Equal(setting, Assert.Throws<SettingException>(() => Read((key, value))).Setting);

    [Fact]
    public void A_correction_goes_by_todays_rule_even_of_a_cycle_that_an_earlier_version_closed_without_approval()
    {
        var cycle = new Cycle { Partition = "test-2564", Key = "cycle", State = CycleState.Sent, ResultsSha256 = new string('0', 64) };
        var definition = TestCycle.Definition with { Approval = Approval.None };
        Assert.Equal(Approval.Required, Read(("Approval:Default", "required")).RuleOfCorrection(cycle, definition));
        Assert.Equal(Approval.Required, Read().With(new People { Any = true }).RuleOfCorrection(cycle, definition));
        Assert.Equal(Approval.None, Read().RuleOfCorrection(cycle, definition));
        // That the first letters needed none was not said of it, and one who closed with approval is not let off by the installation.
        Assert.Equal(
            Approval.Required,
            Read(("Approval:Default", "required")).RuleOfCorrection(cycle with { ApprovalRule = Approval.None, ApprovalRuleById = "person:1" }, definition));
        Assert.Equal(
            Approval.Required,
            Read(("Approval:Default", "none"))
                .RuleOfCorrection(Closed with { RuleAtClosing = Approval.Required, ApprovalRule = Approval.None, ApprovalRuleById = "person:1" }, definition));
        Assert.Equal(
            Approval.Required,
            Read(("Approval:Default", "none"))
                .RuleOfCorrection(Closed with { RuleAtClosing = Approval.None, ApprovalRule = Approval.Required, ApprovalRuleById = "person:1" }, definition));
        Assert.Equal(Approval.Required, Read(("Approval:Default", "none")).RuleOfCorrection(cycle, definition with { Approval = Approval.Required }));
    }

    [Theory]
    [InlineData(Approval.Required, null, Approval.Required)]
    [InlineData(Approval.None, null, Approval.None)]
    [InlineData(Approval.Required, Approval.None, Approval.None)]
    [InlineData(Approval.None, Approval.Required, Approval.Required)]
    public void A_closed_cycle_keeps_what_it_closed_under_and_only_an_approver_says_otherwise(Approval atClosing, Approval? word, Approval expected)
    {
        var cycle = Closed with { RuleAtClosing = atClosing, ApprovalRule = word, ApprovalRuleById = word is null ? null : "person:1" };
        foreach (var definition in new[] { Approval.Required, Approval.None })
        {
            foreach (var settings in new[]
            {
                Read(), Read().With(new People { Any = true }), Read(("Approval:Default", "required")), Read(("Approval:Default", "none")),
            })
            {
                Assert.Equal(expected, settings.RuleOf(cycle, TestCycle.Definition with { Approval = definition }));
            }
        }
    }

    [Fact]
    public void What_awaits_approval_awaits_it_although_the_version_that_closed_it_did_not_write_the_rule_down() => Assert.Equal(
        Approval.Required,
        Read(("Approval:Default", "none")).RuleOf(Closed with { State = CycleState.AwaitingApproval }, TestCycle.Definition with { Approval = Approval.None }));

    [Fact]
    public void What_whoever_sat_at_the_machine_said_counts_no_more_once_people_are_told_apart()
    {
        var open = new Cycle { Partition = "test-2564", Key = "cycle", ApprovalRule = Approval.None, ApprovalRuleById = "local" };
        var people = Read().With(new People { Any = true });
        Assert.Equal(Approval.None, Read().RuleOf(open, TestCycle.Definition));
        Assert.Equal(Approval.Required, people.RuleOf(open, TestCycle.Definition));
        Assert.Equal(
            Approval.Required,
            people.RuleOfCorrection(
                Closed with { RuleAtClosing = Approval.None, ApprovalRule = Approval.None, ApprovalRuleById = "local" }, TestCycle.Definition));
    }

    [Theory]
    [InlineData(null, Approval.Required)]
    [InlineData("หัวหน้าศูนย์", Approval.Required)]
    [InlineData("ผู้อำนวยการ", Approval.None)]
    public void That_no_approval_is_needed_counts_where_the_last_of_the_positions_said_so(string? saidAs, Approval expected)
    {
        var definition = TestCycle.Definition with { Approvals = ["หัวหน้าศูนย์", "ผู้อำนวยการ"] };
        foreach (var cycle in new[] { new Cycle { Partition = "test-2564", Key = "cycle" }, Closed with { RuleAtClosing = Approval.Required } })
        {
            Assert.Equal(
                expected,
                Read(("Approval:Default", "required"))
                    .RuleOf(cycle with { ApprovalRule = Approval.None, ApprovalRuleById = "person:1", ApprovalRulePosition = saidAs }, definition));
        }
    }

    private static Cycle Closed =>
        new() { Partition = "test-2564", Key = "cycle", State = CycleState.Rendered, ResultsSha256 = new string('0', 64), HasManifest = true };

    private static ApprovalSettings Read(params (string Key, string? Value)[] settings) => Read(mailLeaves: true, settings);

    private static ApprovalSettings Read(bool mailLeaves, params (string Key, string? Value)[] settings) => ApprovalSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build(), mailLeaves);

    private sealed class People : IKnownPeople
    {
        public bool Any { get; set; }

        public IReadOnlyList<Contact> Contacts => [];
    }
}
