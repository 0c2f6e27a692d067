using AwardFlow.Records.Retention;

namespace AwardFlow.Web.Answers;

/// <summary>A request to erase a person's data that waits for an approver, for callers.</summary>
/// <param name="Id">Names the request.</param>
/// <param name="Who">Whose data.</param>
/// <param name="By">Who asked.</param>
/// <param name="At">When.</param>
/// <param name="LapsesAt">When it lapses.</param>
public sealed record ForgetRequestView(string Id, string Who, string By, DateTimeOffset At, DateTimeOffset LapsesAt)
{
    internal static ForgetRequestView Of(ForgetRequest request) => new(request.Id, request.Who, request.By, request.At, request.At + ForgetRequests.Longest);
}
