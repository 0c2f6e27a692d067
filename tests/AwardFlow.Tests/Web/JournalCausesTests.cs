using System.Reflection;
using System.Text.RegularExpressions;
using AwardFlow.Delivery;
using AwardFlow.Tests.Structure;

namespace AwardFlow.Tests.Web;

/// <summary>The ledger takes nothing but a <see cref="DeliveryCause"/>, so what that type can make is all that a journal holds.</summary>
public partial class JournalCausesTests
{
    public static TheoryData<string> Codes => [.. Causes().Select(cause => cause.Code).Distinct(StringComparer.Ordinal)];

    [Fact]
    public void Each_is_told_in_Thai() => Assert.Equal(
        Causes().Select(cause => cause.Code).Where(code => code != DeliveryCause.Other("").Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        Keys("lines").Order(StringComparer.Ordinal));

    [Fact]
    public void What_a_row_tells_in_words_of_ours_is_told_in_Thai_too() => Assert.Equal(
        Causes()
            .Where(cause => CauseWords.InRow(cause with { Words = null }) is not null)
            .Select(cause => cause.Code)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
        Keys("details").Order(StringComparer.Ordinal));

    [Fact]
    public void Each_event_of_SendGrid_is_told_in_Thai() =>
        Assert.All(SendGridEvents.States.Keys, kind => Assert.Contains($"{kind}: '", Between("const events = {", "};"), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_is_told_in_English_with_its_arguments(string code)
    {
        var cause = Causes().Last(cause => cause.Code == code);
        var words = CauseWords.InJournal(cause);
        Assert.NotEmpty(words);
        Assert.DoesNotContain("\n", words, StringComparison.Ordinal);
        Assert.EndsWith(" (of another sending)", CauseWords.InJournal(cause with { OfAnotherSending = true }), StringComparison.Ordinal);
        Assert.All(cause.Arguments?.Values ?? [], value => Assert.Contains(value, words + CauseWords.InRow(cause), StringComparison.Ordinal));
    }

    private static IEnumerable<DeliveryCause> Causes() => Fixed().Concat(Made());

    private static IEnumerable<DeliveryCause> Fixed() => typeof(DeliveryCause)
        .GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)).OfType<DeliveryCause>();

    // Each maker with something for each of its parameters.
    private static IEnumerable<DeliveryCause> Made() => typeof(DeliveryCause)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType == typeof(DeliveryCause) && !method.IsSpecialName)
        .Select(method => (DeliveryCause)method.Invoke(
            null, [.. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(int) ? (object)2 : "some words")])!);

    private static IEnumerable<string> Keys(string map) => Key().Matches(Between($"const {map} = {{", "\n};")).Select(match => match.Groups["key"].Value);

    private static string Between(string start, string end)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "functions", "AwardFlow.Web", "Pages", "causes.js"));
        var from = text.IndexOf(start, StringComparison.Ordinal);
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^  (?<key>\w+): ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Key();
}
