using System.Net;
using AwardFlow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using IPNetwork = System.Net.IPNetwork;

namespace AwardFlow.Web.Access;

/// <summary>
/// The reverse proxies that are believed when they say for whom they ask (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>): the
/// setting <c>Proxies__Trusted</c>. Nobody else is: anybody can write such headers.
/// </summary>
/// <param name="networks">Their addresses.</param>
public sealed class TrustedProxies(IReadOnlyList<IPNetwork> networks)
{
    private const string Setting = "Proxies__Trusted";

    // Wider than any office's proxies stand; it would believe everybody.
    private const int ShortestPrefix = 8;

    private static readonly char[] Separators = [',', ';', ' '];

    /// <summary>Whether there are any.</summary>
    public bool Any => networks.Count > 0;

    /// <summary>Reads the setting: addresses and networks, such as <c>127.0.0.1, 10.1.0.0/16</c>.</summary>
    /// <exception cref="SettingException">One of them is none.</exception>
    public static TrustedProxies Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new TrustedProxies([.. (configuration["Proxies:Trusted"] ?? "")
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Network)]);
    }

    /// <summary>What the framework's middleware goes by.</summary>
    internal ForwardedHeadersOptions Options()
    {
        // What a proxy says of the host is not taken: proxies pass on a header that they do not know.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks)
        {
            options.KnownIPNetworks.Add(network);
        }
        return options;
    }

    private static IPNetwork Network(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }
        return IPNetwork.TryParse(text, out var network) && network.PrefixLength >= ShortestPrefix
            ? network
            : throw new SettingException(Setting, $"names '{text}'; it must be addresses of proxies such as 127.0.0.1, or networks such as 10.1.0.0/16.");
    }
}
