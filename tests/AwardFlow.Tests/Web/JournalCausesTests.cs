using System.Reflection;
using System.Text.RegularExpressions;
using AwardFlow.Delivery;
using AwardFlow.Tests.Structure;

namespace AwardFlow.Tests.Web;

/// <summary>The ledger takes nothing but a <see cref="JournalCause"/>, so what that type can make is all that a journal holds.</summary>
public partial class JournalCausesTests
{
    private static readonly Regex[] Told = [.. Pattern()
        .Matches(Between("const thai = [", "];"))
        .Select(match => new Regex(match.Groups["pattern"].Value, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)))];

    public static TheoryData<string> Causes => [.. Fixed().Concat(Made()).Select(cause => cause.Words).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Causes))]
    public void Each_is_told_in_Thai(string cause) => Assert.Single(Told, pattern => pattern.IsMatch(cause));

    [Fact]
    public void No_line_in_Thai_is_about_a_cause_that_there_is_not() =>
        Assert.DoesNotContain(Told, pattern => !Causes.Any(cause => pattern.IsMatch(cause)));

    [Fact]
    public void That_it_was_another_sending_is_told_in_Thai_for_all_of_them() =>
        Assert.Matches(Regex.Match(Between("const another =", "\n"), "/(?<pattern>.*)/", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["pattern"].Value, JournalCause.Taken.OfAnotherSending().Words);

    private static IEnumerable<JournalCause> Fixed() => typeof(JournalCause)
        .GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)).OfType<JournalCause>();

    // Each maker with something for each of its parameters; those of SendGrid with what its events can say.
    private static IEnumerable<JournalCause> Made() => typeof(JournalCause)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType == typeof(JournalCause) && method.Name != nameof(JournalCause.SendGrid))
        .Select(method => (JournalCause)method.Invoke(null, [.. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(int) ? (object)2 : "some words")])!)
        .Concat(SendGridEvents.States.Keys.Select(kind => JournalCause.SendGrid(kind)))
        .Append(JournalCause.SendGrid("bounce", "blocked"));

    private static string Between(string start, string end)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "functions", "AwardFlow.Web", "Pages", "causes.js"));
        var from = text.IndexOf(start, StringComparison.Ordinal);
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^  \[/(?<pattern>\^.*\$)/, ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Pattern();
}
