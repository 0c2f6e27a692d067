using AwardFlow.Delivery;
using AwardFlow.Storage;
using AwardFlow.Web.Access;

namespace AwardFlow.Local;

/// <summary>
/// Where a server may do without API keys: for a trial on this machine alone. A proxy may leave no trace in what it passes
/// on, so wherever one is to be expected, and wherever letters are real, keys are needed.
/// </summary>
internal static class KeylessRules
{
    private const string Setting = "Api__Keys__NAME";

    /// <summary>Refuses a server without keys that needs them.</summary>
    /// <exception cref="SettingException">It needs them.</exception>
    public static void Check(Listeners listeners, TrustedProxies proxies, IConfiguration settings)
    {
        if (WhyNeeded(listeners, proxies, settings) is { } why)
        {
            throw new SettingException(Setting, $"is missing: {why}, so at least one key is needed. The command 'people add' makes one for a person.");
        }
    }

    /// <summary>Why a server needs keys; null where it may do without. It holds as long as the server runs, whatever becomes of the list of people.</summary>
    public static string? WhyNeeded(Listeners listeners, TrustedProxies proxies, IConfiguration settings) =>
        listeners switch
        {
            { Office.IsLoopback: false } => $"{listeners.Office.OriginalString} can be reached from other machines",
            { Outside: { } outside } => $"Public__Url ({outside.OriginalString}) lets others reach this server",
            _ when MailSettings.Read(settings).Transport is var transport and not MailTransportKind.Outbox =>
                $"letters go out by Mail__Transport '{transport.ToString().ToLowerInvariant()}'",
            _ when Uri.TryCreate(settings["Receipts:BaseUrl"], UriKind.Absolute, out var url) && !url.IsLoopback =>
                $"Receipts__BaseUrl ({url}) is an address for others",
            _ when proxies.Any => "Proxies__Trusted names a proxy, which speaks for others",
            _ => null,
        };
}
