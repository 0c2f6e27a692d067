using System.Security.Claims;
using System.Text;
using System.Text.Json;
using AwardFlow.Web;
using AwardFlow.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.Tests.Web;

/// <summary>Callers whom App Service authentication signed in with Microsoft Entra.</summary>
public class PlatformSignInTests
{
    private const string Key = "operator-key-0123456789";
    private static readonly (string Type, string Value) Oid = ("oid", "0f8e3c1a-7d52-4a40-9a55-000000000001");
    private const string LongRole = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";

    [Theory]
    [InlineData("roles", "Approver", true, true, false)]
    [InlineData("roles", "Operator", true, false, true)]
    [InlineData(LongRole, "Approver", true, true, false)]
    [InlineData("roles", "approver", false, false, false)]
    [InlineData("roles", "GlobalAdministrator", false, false, false)]
    [InlineData("groups", "Approver", false, false, false)]
    public async Task A_role_of_the_directory_opens_what_is_its_own(string claim, string value, bool reads, bool approves, bool operates)
    {
        var (services, context) = Request(signsIn: true, Principal("aad", ("preferred_username", "wichai@example.go.th"), Oid, (claim, value)));
        var caller = await CallerAsync(context);
        Assert.Equal("wichai@example.go.th", caller?.Identity?.Name);
        Assert.Equal(
            (reads, approves, operates),
            (
                await MayAsync(services, caller!, policy: null),
                await MayAsync(services, caller!, Roles.Approver),
                await MayAsync(services, caller!, Roles.Operator)));
    }

    [Theory]
    [InlineData("http://schemas.microsoft.com/identity/claims/objectidentifier")]
    [InlineData("oid")]
    public async Task A_person_is_told_apart_by_the_directorys_object_id_whatever_the_name_is_now(string claim)
    {
        var (before, after) = (await PersonAsync("malee@example.go.th"), await PersonAsync("malee.j@example.go.th"));
        Assert.Equal("aad:0f8e3c1a-7d52-4a40-9a55-000000000001", before);
        Assert.Equal(before, after);

        async Task<string?> PersonAsync(string name) =>
            (await CallerAsync(
                Request(signsIn: true, Principal("aad", ("preferred_username", name), (claim, Oid.Value.ToUpperInvariant()), ("roles", "Operator"))).Context))
                ?.FindFirst(ClaimTypes.NameIdentifier)?.Value;
    }

    [Fact]
    public async Task Who_has_no_object_id_or_two_is_nobody()
    {
        Assert.Null(await CallerAsync(Request(signsIn: true, Principal("aad", ("preferred_username", "x@example.go.th"), ("roles", "Approver"))).Context));
        Assert.Null(await CallerAsync(
            Request(signsIn: true, Principal("aad", ("preferred_username", "x@example.go.th"), Oid, ("oid", "another"), ("roles", "Approver"))).Context));
        // Of a person, the id of the program that he or she signs in with is not the person's.
        Assert.Null(await CallerAsync(
            Request(signsIn: true, Principal("aad", ("preferred_username", "x@example.go.th"), ("azp", "6f1c"), ("roles", "Approver"))).Context));
    }

    [Fact]
    public async Task The_directory_knows_the_chair_and_the_desk_too()
    {
        var caller = await CallerAsync(
            Request(signsIn: true, Principal("aad", ("preferred_username", "x@example.go.th"), Oid, ("roles", "Chair"), ("roles", "Desk"))).Context);
        Assert.Equal([Roles.Chair, Roles.Desk], caller!.FindAll(ClaimTypes.Role).Select(role => role.Value));
    }

    [Fact]
    public async Task Titles_are_held_by_object_id()
    {
        var caller = await CallerAsync(Request(signsIn: true, Principal("aad", ("preferred_username", "x@example.go.th"), Oid, ("roles", "Approver"))).Context);
        Assert.Equal(["ผู้อำนวยการ"], caller!.FindAll("position").Select(title => title.Value));
    }

    [Fact]
    public async Task A_program_goes_by_the_id_of_its_application() =>
        Assert.Equal(
            "aad:6f1c",
            (await CallerAsync(Request(signsIn: true, Principal("aad", ("appid", "6f1c"), ("oid", "of-its-service-principal"), ("roles", "Operator"))).Context))
                ?.FindFirst(ClaimTypes.NameIdentifier)?.Value);

    [Fact]
    public async Task Without_the_platform_the_header_is_anybodys() =>
        Assert.Null(
            await CallerAsync(Request(signsIn: false, Principal("aad", ("preferred_username", "x@example.go.th"), Oid, ("roles", "Approver"))).Context));

    [Theory]
    [InlineData("not base64!")]
    [InlineData("bm90IGpzb24=")]
    [InlineData("")]
    public async Task A_principal_that_cannot_be_read_lets_nobody_in(string header) => Assert.Null(await CallerAsync(Request(signsIn: true, header).Context));

    [Fact]
    public async Task Another_identity_provider_lets_nobody_in() =>
        Assert.Null(
            await CallerAsync(Request(signsIn: true, Principal("github", ("preferred_username", "x@example.go.th"), Oid, ("roles", "Approver"))).Context));

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_page_of_another_site_cannot_use_somebodys_cookie(string header, string value)
    {
        var (_, context) = Request(signsIn: true, Principal("aad", ("preferred_username", "x@example.go.th"), Oid, ("roles", "Approver")));
        context.Request.Headers[header] = value;
        Assert.Null(await CallerAsync(context));
    }

    [Fact]
    public async Task A_key_is_taken_beside_the_platform()
    {
        var (_, context) = Request(signsIn: true, principal: null);
        context.Request.Headers["X-Api-Key"] = Key;
        Assert.Equal("malee", (await CallerAsync(context))?.Identity?.Name);
    }

    [Theory]
    [InlineData("true", "func-awardflow", true)]
    [InlineData("True", "func-awardflow", true)]
    [InlineData("false", "func-awardflow", false)]
    [InlineData(null, "func-awardflow", false)]
    [InlineData("true", null, false)]
    public void The_platform_signs_in_only_where_it_says_so(string? authEnabled, string? siteName, bool signsIn) => Assert.Equal(
        signsIn,
        PlatformAccess.Read(
            new ConfigurationBuilder().AddInMemoryCollection([new("WEBSITE_AUTH_ENABLED", authEnabled), new("WEBSITE_SITE_NAME", siteName)]).Build()).SignsIn);

    private static (IServiceProvider Services, HttpContext Context) Request(bool signsIn, string? principal)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddAwardFlowWeb(
                new ApiKeys([new ApiKey("malee", Key, Roles.Operator)]),
                new OpenAccess(OnThisMachine: false),
                new PlatformAccess(signsIn),
                positions: new PositionHolders(
                    new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [$"aad:{Oid.Value}"] = ["ผู้อำนวยการ"] }))
            .BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services, Request = { Scheme = "https", Host = new HostString("awardflow.example") } };
        if (principal is not null)
        {
            context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = principal;
        }
        return (services, context);
    }

    private static string Principal(string provider, params (string Type, string Value)[] claims) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
            new
            {
                auth_typ = provider,
                name_typ = "name",
                role_typ = LongRole,
                claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
            })));

    private static async Task<ClaimsPrincipal?> CallerAsync(HttpContext context) => (await context.AuthenticateAsync()).Principal;

    private static async Task<bool> MayAsync(IServiceProvider services, ClaimsPrincipal caller, string? policy)
    {
        var policies = services.GetRequiredService<IAuthorizationPolicyProvider>();
        var wanted = policy is null ? await policies.GetDefaultPolicyAsync() : await policies.GetPolicyAsync(policy);
        return (await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(caller, resource: null, wanted!)).Succeeded;
    }
}
