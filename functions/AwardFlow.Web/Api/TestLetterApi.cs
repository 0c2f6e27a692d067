using System.Security.Claims;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>A test letter to the person who sets a cycle up.</summary>
internal static class TestLetterApi
{
    public static void MapTestLetter(this IEndpointRouteBuilder api) =>
        api.MapPost("/cycles/{id}/test-letter", PostAsync).RequireAuthorization(Roles.Operator).Accepts<TestLetterRequest>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary(
                "Send the sample's mail with its three documents, marked as a test, to yourself: the directory's address; with a key, an address in the organiser's own domain; without either, into the outbox");

    private static async Task<Ok<TestLetterView>> PostAsync(
        CycleId id, HttpContext context, CycleStore cycles, TestLetterSender sender, CancellationToken cancellationToken)
    {
        var wanted = await JsonBody.ReadAsync<TestLetterRequest>(context.Request, "passed", "{\"passed\": true, \"address\": \"…\"}", cancellationToken);
        var definition = await cycles.DefinitionAsync(await cycles.GetAsync(id, cancellationToken), cancellationToken);
        var address = AddressOf(wanted.Address, context, definition, sender);
        var receipt = await sender.SendAsync(id, wanted.Passed, address, Caller.Of(context), cancellationToken);
        return TypedResults.Ok(new TestLetterView(address, sender.StaysHere, receipt.ProviderId));
    }

    private static string AddressOf(string? wanted, HttpContext context, CycleDefinition definition, TestLetterSender sender)
    {
        if (context.User.FindFirstValue(ClaimTypes.Email) is { } directory)
        {
            return directory;
        }
        var given = wanted ?? (sender.StaysHere ? definition.Organiser.SarabanEmail : "");
        if (!SarabanAddress.TryRead(given, out var address, out _))
        {
            throw new InvalidDefinitionException("address", SetupTexts.NoAddress);
        }
        return sender.MayGoTo(definition, address) ? address : throw new InvalidDefinitionException("address", SetupTexts.OtherDomain);
    }

    /// <summary>Which letter, and where to.</summary>
    /// <param name="Passed">Whether the sample entry passed.</param>
    /// <param name="Address">With a key, where to; else left out.</param>
    internal sealed record TestLetterRequest(bool Passed = true, string? Address = null);

    /// <summary>What became of it.</summary>
    /// <param name="Address">Where it went.</param>
    /// <param name="Outbox">Whether it was only written to the outbox.</param>
    /// <param name="ProviderId">What the mail service, or the outbox, calls it.</param>
    internal sealed record TestLetterView(string Address, bool Outbox, string ProviderId);
}
