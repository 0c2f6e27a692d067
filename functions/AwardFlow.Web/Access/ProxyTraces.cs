using Microsoft.AspNetCore.Http;

namespace AwardFlow.Web.Access;

/// <summary>
/// Tells requests that came through a proxy by what proxies leave in them. A proxy that leaves nothing cannot be told, so a
/// host without keys is refused wherever one is to be expected.
/// </summary>
internal static class ProxyTraces
{
    private static readonly string[] Headers =
    [
        "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
        "X-Forwarded-Port", "X-Forwarded-Server", "X-Forwarded-Prefix", "X-Forwarded",
        "X-Original-For", "X-Original-Host", "X-Original-URL", "X-Real-IP", "X-Client-IP",
        "X-Cluster-Client-IP", "X-ProxyUser-Ip", "Client-IP", "True-Client-IP", "CF-Connecting-IP",
        "X-Envoy-External-Address", "X-Request-Start", "X-ARR-LOG-ID", "X-Amzn-Trace-Id", "CDN-Loop", "Proxy-Connection",
    ];

    /// <summary>Whether a request bears a trace of a proxy: a header, or HTTP/1.0, which nginx speaks where it is not told otherwise.</summary>
    public static bool Has(HttpRequest request) =>
        HttpProtocol.IsHttp10(request.Protocol) || HttpProtocol.IsHttp09(request.Protocol) || Array.Exists(Headers, request.Headers.ContainsKey);
}
