using System.Net;
using AwardFlow.Storage;
using AwardFlow.Web.Access;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AwardFlow.Local;

/// <summary>Where the server listens: for the office, and, where <c>Public__Url</c> is set, at an address of its own for outsiders.</summary>
/// <param name="Office">The office's address: everything.</param>
/// <param name="Outside">The outsiders' address: receipt pages, judges' pages and webhooks; null for none.</param>
internal sealed record Listeners(Uri Office, Uri? Outside)
{
    private const string Setting = "Public__Url";

    /// <summary>Reads the setting.</summary>
    /// <param name="url">The office's address.</param>
    /// <param name="configuration">The settings.</param>
    /// <exception cref="SettingException">It is none to listen on.</exception>
    public static Listeners Read(string url, IConfiguration configuration)
    {
        var office = new Uri(url);
        if (configuration["Public:Url"] is not { Length: > 0 } text)
        {
            return new Listeners(office, Outside: null);
        }
        if (!Uri.TryCreate(text, UriKind.Absolute, out var outside) || outside.PathAndQuery != "/"
            || outside.Fragment.Length > 0 || outside.UserInfo.Length > 0 || outside.Scheme is not ("http" or "https"))
        {
            throw new SettingException(Setting, $"is '{text}'; it must be an address to listen on such as http://0.0.0.0:7072.");
        }
        if (outside.Scheme == Uri.UriSchemeHttps)
        {
            throw new SettingException(
                Setting,
                $"is '{text}', but AwardFlow itself listens on plain http: let a proxy end TLS and pass on to an address such as http://127.0.0.1:7072. The address in the mails is Receipts__BaseUrl.");
        }
        if (outside.Port == office.Port && outside.Port != 0)
        {
            throw new SettingException(Setting, $"is '{text}', which is the port of --url {url}; outsiders need one of their own, such as {office.Port + 1}.");
        }
        return new Listeners(office, outside);
    }

    /// <summary>Has Kestrel listen there.</summary>
    public void Listen(KestrelServerOptions kestrel)
    {
        Listen(kestrel, Office, _ => { });
        if (Outside is not null)
        {
            Listen(kestrel, Outside, listener => listener.Use(next => connection =>
            {
                Outsiders.MarkConnection(connection);
                return next(connection);
            }));
        }
    }

    // As Kestrel itself reads addresses: a name that is no address means all.
    private static void Listen(KestrelServerOptions kestrel, Uri url, Action<ListenOptions> configure)
    {
        if (url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            kestrel.ListenLocalhost(url.Port, configure);
        }
        else if (IPAddress.TryParse(url.DnsSafeHost, out var address))
        {
            kestrel.Listen(address, url.Port, configure);
        }
        else
        {
            kestrel.ListenAnyIP(url.Port, configure);
        }
    }
}
