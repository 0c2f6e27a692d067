using AwardFlow.Storage;
using AwardFlow.Web.Access;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Tests.Web;

public class ApiKeysTests
{
    private const string Secret = "0123456789abcdef";

    [Fact]
    public void A_key_opens_with_its_own_name_and_role()
    {
        var keys = Read(("Api:Keys:malee", Secret), ("Api:Keys:malee:Role", "approver"));
        Assert.Equal(("malee", Roles.Approver), (keys.Find(Secret)!.Name, Assert.Single(keys.Find(Secret)!.Roles)));
        Assert.Null(keys.Find(Secret + "0"));
        Assert.Null(keys.Find(""));
    }

    [Theory]
    [InlineData("operator, Approver", Roles.Operator, Roles.Approver)]
    [InlineData("DESK", Roles.Desk)]
    [InlineData("chair,chair", Roles.Chair)]
    public void A_key_may_have_several_roles(string written, params string[] roles) =>
        Assert.Equal(roles, Read(("Api:Keys:malee", Secret), ("Api:Keys:malee:Role", written)).Find(Secret)!.Roles);

    [Theory]
    [InlineData("operator,boss")]
    [InlineData("operator,")]
    [InlineData("")]
    public void Of_several_roles_each_must_be_one(string written) =>
        Assert.Equal("Api__Keys__a__Role", Refusal(("Api:Keys:a", Secret), ("Api:Keys:a:Role", written)).Setting);

    [Fact]
    public void A_key_never_shows_its_secret() =>
        Assert.DoesNotContain(Secret, new ApiKey("malee", Secret, Roles.Operator).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Two_keys_may_not_be_the_same() => Assert.Equal("Api__Keys__b",
        Refusal(("Api:Keys:a", Secret), ("Api:Keys:a:Role", "operator"), ("Api:Keys:b", Secret), ("Api:Keys:b:Role", "approver")).Setting);

    [Fact]
    public void A_wrong_setting_is_named_without_showing_the_key()
    {
        Assert.Equal("Api__Keys__a", Refusal(("Api:Keys:a", "short"), ("Api:Keys:a:Role", "operator")).Setting);
        Assert.Equal("Api__Keys__a__Role", Refusal(("Api:Keys:a", Secret)).Setting);
        var unknown = Refusal(("Api:Keys:a", Secret), ("Api:Keys:a:Role", "boss"));
        Assert.Equal("Api__Keys__a__Role", unknown.Setting);
        Assert.DoesNotContain(Secret, unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_key_is_named_as_nobody_is() =>
        Assert.Equal("Api__Keys__Local", Refusal(("Api:Keys:Local", Secret), ("Api:Keys:Local:Role", "operator")).Setting);

    private static SettingException Refusal(params (string Key, string Value)[] settings) => Assert.Throws<SettingException>(() => Read(settings));

    private static ApiKeys Read(params (string Key, string Value)[] settings) => ApiKeys.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
}
