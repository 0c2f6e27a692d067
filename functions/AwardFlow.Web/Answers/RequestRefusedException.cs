using AwardFlow.Thai;

namespace AwardFlow.Web.Answers;

/// <summary>A request that is answered with a refusal, told in both languages.</summary>
/// <param name="status">The status code, 400 to 499.</param>
/// <param name="title">What kind of refusal it is.</param>
/// <param name="text">What is wrong and what would be right.</param>
internal sealed class RequestRefusedException(int status, BilingualText title, BilingualText text) : Exception(text.English)
{
    /// <summary>The status code.</summary>
    public int Status => status;

    /// <summary>What kind of refusal it is.</summary>
    public BilingualText Title => title;

    /// <summary>What is wrong and what would be right.</summary>
    public BilingualText Text => text;
}
