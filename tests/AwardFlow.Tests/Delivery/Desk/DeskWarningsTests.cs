using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Scoring;

namespace AwardFlow.Tests.Delivery.Desk;

/// <summary>What an approver is told before letters go.</summary>
public class DeskWarningsTests
{
    private static readonly DeskFacts InOrder = Facts(Enumerable.Range(1, 12).Select(i => Row($"E{i:D4}", $"saraban{i}@body{i}.go.th")));

    [Fact]
    public void Where_nothing_is_odd_nothing_is_said() => Assert.Empty(DeskWarnings.Of(InOrder));

    [Fact]
    public void Letters_that_go_by_post_share_no_address_and_those_without_a_place_are_told()
    {
        var warning = Assert.Single(DeskWarnings.Of(With(Row("E0001", ""), Row("E0002", "")) with
        {
            Results = [.. InOrder.Results.Select(
                result => result.Entry.Code.Text == "E0002" ? result with { Entry = result.Entry with { PostalAddress = "99 หมู่ 1" } } : result)],
        }));
        Assert.Equal(("postalAddressMissing", "E0001"), (warning.Code, Assert.Single(warning.Entries).EntryCode.Text));
    }

    [Fact]
    public void That_there_is_no_emblem_or_signature_is_said() =>
        Assert.Equal(["noEmblem", "noSignature"], DeskWarnings.Of(InOrder with { HasEmblem = false, HasSignature = false }).Select(warning => warning.Code));

    [Theory]
    [InlineData(-30, null, null)]
    [InlineData(-31, "dateOld", "31")]
    [InlineData(0, null, null)]
    [InlineData(1, "dateAhead", "1")]
    public void A_date_long_past_or_ahead_is_said(int days, string? code, string? told)
    {
        var warning = DeskWarnings.Of(InOrder with { LetterDate = InOrder.Today.AddDays(days) }).SingleOrDefault();
        Assert.Equal((code, told), (warning?.Code, warning?.Arguments?["days"]));
    }

    [Fact]
    public void Judges_whose_scores_lack_are_named_by_entry()
    {
        var warning = Assert.Single(DeskWarnings.Of(InOrder with
        {
            MissingCount = 3,
            Missing = [Lacks("E0001", "ก"), Lacks("E0001", "ข"), Lacks("E0002", "ก")],
        }));
        Assert.Equal(("scoresMissing", "3", 2), (warning.Code, warning.Arguments!["missing"], warning.Count));
        Assert.Equal(["ก, ข", "ก"], warning.Entries.Select(entry => entry.Arguments!["judges"]));
    }

    [Fact]
    public void An_average_that_is_not_what_it_was_in_the_round_before_is_told_with_both()
    {
        var before = InOrder.Results.ToDictionary(result => result.Entry.Code, result => result.Average);
        before[EntryCode.Parse("E0003")] = 61.5m;
        before[EntryCode.Parse("E0004")] = null;
        before.Remove(EntryCode.Parse("E0005"));
        var warning = Assert.Single(DeskWarnings.Of(InOrder with { Before = before }));
        Assert.Equal("averageChanged", warning.Code);
        Assert.Equal(
            [("E0003", "61.50", "70.00"), ("E0004", "", "70.00"), ("E0005", "", "70.00")],
            warning.Entries.Select(entry => (entry.EntryCode.Text, entry.Arguments!["from"], entry.Arguments["to"])));
    }

    [Fact]
    public void An_address_corrected_after_closing_is_told_with_who_did_it()
    {
        var warning = Assert.Single(DeskWarnings.Of(With(Row("E0001", "new@body1.go.th") with { AddressUploaded = "old@body1.go.th", AddressById = "1" }) with
        {
            Names = new Dictionary<string, string> { ["1"] = "malee" },
        }));
        Assert.Equal(
            ("addressCorrected", "malee", "old@body1.go.th"), (warning.Code, warning.Entries[0].Arguments!["by"], warning.Entries[0].Arguments!["from"]));
    }

    [Theory]
    [InlineData("office@GMAIL.com", "addressFreeMail")]
    [InlineData("saraban@body1.com", "addressUnusual")]
    [InlineData("saraban@body1.or.th", "addressUnusual")]
    [InlineData("saraban@sub.body1.GO.TH", null)]
    [InlineData("SARABAN2@body2.go.th", "addressShared")]
    public void An_address_that_may_not_be_the_offices_own_is_said(string address, string? code) =>
        Assert.Equal(code, DeskWarnings.Of(With(Row("E0001", address))).SingleOrDefault()?.Code);

    [Fact]
    public void Of_few_addresses_or_many_kinds_none_is_unusual()
    {
        Assert.Empty(DeskWarnings.Of(Facts([Row("E0001", "a@one.go.th"), Row("E0002", "a@two.com")])));
        Assert.Empty(DeskWarnings.Of(Facts(Enumerable.Range(1, 20).Select(i => Row($"E{i:D4}", $"a@body{i}.{(i % 2 == 0 ? "go.th" : "ac.th")}")))));
    }

    [Fact]
    public void A_letter_that_could_not_be_made_comes_first_and_an_entry_without_one_is_none()
    {
        var warnings = DeskWarnings.Of(With(
            Row("E0001", "a@body1.go.th") with { State = DeliveryState.Held, Why = DeliveryCause.NotRendered("letter.pdf", "no such letter") },
            Row("E0002", "a@gmail.com") with { State = DeliveryState.Held, Why = DeliveryCause.NoAverage }));
        Assert.Equal(["notRendered"], warnings.Select(warning => warning.Code));
        Assert.Equal("E0001", warnings[0].Entries.Single().EntryCode.Text);
    }

    [Fact]
    public void Of_very_many_entries_only_the_first_are_listed()
    {
        var warning = Assert.Single(DeskWarnings.Of(Facts(Enumerable.Range(1, 300).Select(i => Row($"E{i:D4}", "same@body.go.th")))));
        Assert.Equal((300, DeskWarning.MostEntries), (warning.Count, warning.Entries.Count));
    }

    private static DeskFacts With(params LetterDelivery[] rows) => InOrder with { Rows = [.. rows, .. InOrder.Rows.Skip(rows.Length)] };

    private static MissingScores Lacks(string entry, string judge) => new(EntryCode.Parse(entry), JudgeName.Parse(judge), ["A"]);

    private static LetterDelivery Row(string entry, string address) =>
        LetterDelivery.Of(TestCycle.Definition.Id, EntryCode.Parse(entry)) with { Address = address };

    private static DeskFacts Facts(IEnumerable<LetterDelivery> rows)
    {
        List<LetterDelivery> all = [.. rows];
        return new DeskFacts
        {
            Today = new DateOnly(2021, 10, 20),
            LetterDate = new DateOnly(2021, 10, 15),
            HasEmblem = true,
            HasSignature = true,
            Rows = all,
            Results = [.. all.Select(row => DeskSelectionTests.Result(row.EntryCode.Text, 70))],
        };
    }
}
