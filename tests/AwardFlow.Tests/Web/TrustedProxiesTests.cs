using AwardFlow.Storage;
using AwardFlow.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AwardFlow.Tests.Web;

/// <summary>Only a proxy that a setting names is believed.</summary>
public class TrustedProxiesTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.1.0.0/16, ::1", "10.1.2.3", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.1.0.0/16", "10.2.2.3", "203.0.113.7", "10.2.2.3")]
    [InlineData("", "127.0.0.1", "203.0.113.7", "127.0.0.1")]
    // Whatever the caller wrote itself stands left of what the proxy adds.
    [InlineData("127.0.0.1", "127.0.0.1", "127.0.0.1, 198.51.100.1, 203.0.113.7", "203.0.113.7")]
    public async Task What_a_named_proxy_says_of_the_caller_counts(string trusted, string from, string forwarded, string caller)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(from);
        context.Request.Headers["X-Forwarded-For"] = forwarded;
        context.Request.Headers["X-Forwarded-Host"] = "evil.example";
        var proxies = Read(trusted);
        if (proxies.Any)
        {
            await new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(proxies.Options())).Invoke(context);
        }
        Assert.Equal(caller, context.Connection.RemoteIpAddress.ToString());
        Assert.False(context.Request.Host.HasValue);
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("127.0.0.1/33")]
    [InlineData("0.0.0.0/0")]
    [InlineData("*")]
    public void What_names_no_proxy_or_everybody_is_refused(string trusted) =>
        Assert.Equal("Proxies__Trusted", Assert.Throws<SettingException>(() => Read(trusted)).Setting);

    private static TrustedProxies Read(string trusted) =>
        TrustedProxies.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Proxies:Trusted", trusted)]).Build());
}
