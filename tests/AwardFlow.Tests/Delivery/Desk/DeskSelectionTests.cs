using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Scoring;

namespace AwardFlow.Tests.Delivery.Desk;

/// <summary>Which letters an approver is asked to look at.</summary>
public class DeskSelectionTests
{
    [Fact]
    public void Without_oddities_they_are_the_ends_and_those_beside_the_pass_mark() => Assert.Equal(
        [("E0001", "highest"), ("E0003", "justPassed"), ("E0004", "justBelow"), ("E0006", "lowest")],
        DeskSelection.Of(Results(90, 80, 60, 59.99m, 40, 30, null), []).Select(letter => (letter.EntryCode.Text, letter.Reasons.Single())));

    [Fact]
    public void Where_only_one_passed_it_stands_once() =>
        Assert.Equal(
            [("E0001", "highest"), ("E0002", "justBelow")],
            DeskSelection.Of(Results(90, 30), []).Select(letter => (letter.EntryCode.Text, letter.Reasons.Single())));

    [Fact]
    public void Oddities_come_first_each_letter_once_with_all_its_reasons()
    {
        var queue = DeskSelection.Of(Results(90, 80, 70, 30), [Warning("averageChanged", "E0002", "E0004"), Warning("addressShared", "E0004", "E0001")]);
        Assert.Equal(["E0002", "E0004", "E0001", "E0003"], queue.Select(letter => letter.EntryCode.Text));
        Assert.Equal(["addressShared", "averageChanged", "justBelow"], queue[1].Reasons);
    }

    [Fact]
    public void However_much_is_odd_there_are_at_most_twenty_and_the_samples_among_them()
    {
        var results = Enumerable.Range(1, 200).Select(i => Result($"E{i:D4}", 100 - (i * 0.4m))).ToList();
        var queue = DeskSelection.Of(
            results, [Warning("addressShared", [.. Enumerable.Range(20, 100).Select(i => $"E{i:D4}")]), Warning("addressFreeMail", "E0150", "E0151")]);
        Assert.Equal(DeskSelection.Most, queue.Count);
        Assert.All(["E0001", "E0100", "E0101", "E0200", "E0150", "E0151"], code => Assert.Contains(queue, letter => letter.EntryCode.Text == code));
    }

    internal static EntryResult Result(string code, decimal? average) => new()
    {
        Entry = TestCycle.Entry(code),
        Judges = 3,
        Average = average,
        Passed = average is null ? null : average >= 60,
        Criteria = [],
        Comments = [],
    };

    private static List<EntryResult> Results(params decimal?[] averages) => [.. averages.Select((average, i) => Result($"E{i + 1:D4}", average))];

    private static DeskWarning Warning(string code, params string[] entries) =>
        new(code) { Count = entries.Length, Entries = [.. entries.Select(entry => new DeskWarning.About(EntryCode.Parse(entry)))] };
}
