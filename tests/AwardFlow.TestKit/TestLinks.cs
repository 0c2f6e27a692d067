using AwardFlow.Cycles;
using AwardFlow.Delivery;

namespace AwardFlow.TestKit;

/// <summary>Links that lead nowhere.</summary>
internal sealed class TestLinks : IRecipientLinks
{
    public Uri For(CycleDefinition definition, LetterDelivery mail) => new($"https://award.example/r/{mail.Id}");
}
