using AwardFlow.Local;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Tests.Local;

public class ListenersTests
{
    [Theory]
    [InlineData("http://0.0.0.0:7072")]
    [InlineData("http://127.0.0.1:7072/")]
    [InlineData("http://[::]:7072")]
    [InlineData("http://awards-server:7072")]
    public void Outsiders_have_an_address_of_their_own(string url) => Assert.Equal(7072, Read(url).Outside!.Port);

    [Theory]
    [InlineData("https://award.example.go.th")]
    [InlineData("http://0.0.0.0:7071")]
    [InlineData("http://localhost:7072/awards")]
    [InlineData("7072")]
    [InlineData("ftp://localhost:7072")]
    [InlineData("http://me@localhost:7072")]
    public void What_is_no_address_to_listen_on_is_refused(string url) => Assert.Equal("Public__Url", Assert.Throws<SettingException>(() => Read(url)).Setting);

    [Fact]
    public void Without_the_setting_there_is_none() => Assert.Null(Read(null).Outside);

    private static Listeners Read(string? url) =>
        Listeners.Read("http://localhost:7071", new ConfigurationBuilder().AddInMemoryCollection([new("Public:Url", url)]).Build());
}
