using Microsoft.Extensions.Logging;

namespace AwardFlow.Web.Access;

/// <summary>Slows down who guesses judges' links, apart from who guesses keys: neither keeps the others out.</summary>
/// <param name="logger">Where wrong tokens are told.</param>
internal sealed partial class WrongJudgeTokens(ILogger<WrongJudgeTokens> logger) : WrongKeys(logger)
{
    protected override void Tell(string address, int unsaid) => LogWrongToken(address, unsaid);

    [LoggerMessage(LogLevel.Warning, "A judge's link that does not work came from {Address} ({Unsaid} more were refused since the last such line)")]
    private partial void LogWrongToken(string address, int unsaid);
}
