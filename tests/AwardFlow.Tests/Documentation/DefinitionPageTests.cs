using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.TestKit.Documentation;

namespace AwardFlow.Tests.Documentation;

/// <summary>docs/scoring.md has every key that a cycle's definition may have, and docs/letters.md every key of its wording.</summary>
public class DefinitionPageTests
{
    public static TheoryData<string, Type> Keys => new()
    {
        { "docs/scoring.md", typeof(CycleDefinition) },
        { "docs/scoring.md", typeof(Organiser) },
        { "docs/scoring.md", typeof(Criterion) },
        { "docs/letters.md", typeof(LetterWording) },
        { "docs/letters.md", typeof(CertificateWording) },
        { "docs/mail.md", typeof(ReceiptRules) },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_is_explained(string page, Type type)
    {
        var text = DocumentationPage.Of(page).Text;
        Assert.All(
            type.GetProperties().Where(property => property.CanWrite).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
            key => Assert.True(
                text.Contains($"`{key}`", StringComparison.Ordinal) || text.Contains($".{key}`", StringComparison.Ordinal)
                    || text.Contains($".{key}.", StringComparison.Ordinal),
                $"{page} does not explain {type.Name}'s key {key}."));
    }
}
