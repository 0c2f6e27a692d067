using AwardFlow.Delivery;
using AwardFlow.Scoring;

namespace AwardFlow.Records.Print;

/// <summary>What a filter takes.</summary>
internal static class LetterFilters
{
    public static bool Takes(this LetterFilter filter, LetterDelivery row, EntryResult result) => filter switch
    {
        LetterFilter.Passed => result.Passed == true,
        LetterFilter.NotPassed => result.Passed == false,
        LetterFilter.ToPost => row.State == DeliveryState.ToPost,
        LetterFilter.OnPaper => row.IsOnPaper,
        LetterFilter.NoEmail => row.Address.Length == 0,
        LetterFilter.Bounced => row.State is DeliveryState.Bounced or DeliveryState.Dropped,
        _ => true,
    };
}
