using System.Text.Json;
using AwardFlow.Delivery;
using AwardFlow.TestKit.Documentation;

namespace AwardFlow.Tests.Documentation;

public class DeliveryStatesTests
{
    [Theory]
    [InlineData("docs/mail.md")]
    [InlineData("docs/officer.th.md")]
    public void An_officer_finds_every_state_that_a_letter_can_have(string path) => Assert.All(
        Enum.GetNames<DeliveryState>(),
        name => Assert.Contains($"| `{JsonNamingPolicy.CamelCase.ConvertName(name)}` |", DocumentationPage.Of(path).Text, StringComparison.Ordinal));
}
