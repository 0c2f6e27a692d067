using AwardFlow.Cycles;
using AwardFlow.Delivery;

namespace AwardFlow.IntegrationTests.Delivery;

/// <summary>Links that lead nowhere.</summary>
internal sealed class TestLinks : IReceiptLinks
{
    public Uri For(CycleDefinition definition, LetterDelivery mail) => new($"https://award.example/r/{mail.Id}");
}
