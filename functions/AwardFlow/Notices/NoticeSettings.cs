using AwardFlow.Intake;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Notices;

/// <summary>Whom to tell beside the people with addresses of their own, and where the office's pages are: <c>Notices__*</c> and <c>Office__Url</c>.</summary>
/// <param name="Operators">Addresses of operators (<c>Notices__Operators</c>).</param>
/// <param name="Approvers">Addresses of approvers (<c>Notices__Approvers</c>).</param>
/// <param name="Office">Where the office reaches the pages (<c>Office__Url</c>); null for no link in notices.</param>
public sealed record NoticeSettings(IReadOnlyList<string> Operators, IReadOnlyList<string> Approvers, Uri? Office)
{
    private static readonly char[] Separators = [',', ';'];

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">One of them is wrong.</exception>
    public static NoticeSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new NoticeSettings(
            Addresses("Notices__Operators", configuration["Notices:Operators"]),
            Addresses("Notices__Approvers", configuration["Notices:Approvers"]),
            configuration["Office:Url"] switch
            {
                null or "" => null,
                var text when Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0
                    && url.Fragment.Length == 0 && url.UserInfo.Length == 0 => url,
                var other => throw new SettingException(
                    "Office__Url", $"is '{other}'; it must be the address at which the office reaches the pages, such as https://award.example.go.th."),
            });
    }

    private static string[] Addresses(string setting, string? text) =>
    [
        .. (text ?? "")
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(each => SarabanAddress.TryRead(each, out var address, out _)
                ? address : throw new SettingException(setting, $"names '{each}'; it must be e-mail addresses with commas between.")),
    ];
}
