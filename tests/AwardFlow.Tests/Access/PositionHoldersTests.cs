using AwardFlow.Storage;
using AwardFlow.Web.Access;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Tests.Access;

public class PositionHoldersTests
{
    [Fact]
    public void A_title_is_held_by_whoever_the_setting_names()
    {
        var holders = Read("หัวหน้าศูนย์ = key:malee, AAD:0F8E ; ผู้อำนวยการ=aad:0f8e");
        Assert.Equal(["หัวหน้าศูนย์"], holders.Of("key:malee"));
        Assert.Equal(["หัวหน้าศูนย์", "ผู้อำนวยการ"], holders.Of("aad:0f8e"));
        Assert.Empty(holders.Of("key:wichai"));
        Assert.Empty(Read(null).Of("key:malee"));
    }

    [Theory]
    [InlineData("ผู้อำนวยการ")]
    [InlineData("ผู้อำนวยการ=")]
    [InlineData("=key:malee")]
    [InlineData("ผู้อำนวยการ=malee")]
    [InlineData("a=b=c")]
    public void A_wrong_setting_is_named(string text) => Assert.Equal("Approval__Positions", Assert.Throws<SettingException>(() => Read(text)).Setting);

    private static PositionHolders Read(string? text) =>
        PositionHolders.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Approval:Positions", text)]).Build());
}
