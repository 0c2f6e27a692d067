using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace AwardFlow.Web.Access;

/// <summary>
/// Who may use a route, by sets of roles. A route that names none is the office's: those who were added for the chair or the
/// desk see nothing that nobody thought of.
/// </summary>
internal static class Policies
{
    /// <summary>Operators and approvers.</summary>
    public const string Office = "Office";

    /// <summary>Whoever has a role.</summary>
    public const string AnyRole = "AnyRole";

    /// <summary>The office, and the chair, who reads results.</summary>
    public const string Scores = "Scores";

    /// <summary>Operators, and the chair: they ask judges to look at an entry again.</summary>
    public const string Judging = "Judging";

    /// <summary>The office, and the desk, which telephones.</summary>
    public const string Telephone = "Telephone";

    /// <summary>Operators, and the desk: they record what they are told on the telephone.</summary>
    public const string Recording = "Recording";

    private static readonly Dictionary<string, string[]> RolesOf = new(StringComparer.Ordinal)
    {
        [Roles.Operator] = [Roles.Operator],
        [Roles.Approver] = [Roles.Approver],
        [Office] = [Roles.Operator, Roles.Approver],
        [AnyRole] = [.. Roles.All],
        [Scores] = [Roles.Operator, Roles.Approver, Roles.Chair],
        [Judging] = [Roles.Operator, Roles.Chair],
        [Telephone] = [Roles.Operator, Roles.Approver, Roles.Desk],
        [Recording] = [Roles.Operator, Roles.Desk],
    };

    /// <summary>Adds them.</summary>
    public static void Add(AuthorizationBuilder builder)
    {
        foreach (var (name, roles) in RolesOf)
        {
            builder.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireRole(roles));
        }
        // Whoever the organisation's directory knows is signed in, but only a role opens anything.
        var anyRole = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(Roles.All).Build();
        builder.SetDefaultPolicy(anyRole).SetFallbackPolicy(anyRole);
    }

    /// <summary>Has the routes of a group be the office's where they name nobody.</summary>
    public static RouteGroupBuilder ForTheOffice(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            if (!endpoint.Metadata.OfType<IAllowAnonymous>().Any() && !endpoint.Metadata.OfType<IAuthorizeData>().Any(each => each.Policy is not null))
            {
                endpoint.Metadata.Add(new AuthorizeAttribute(Office));
            }
        });
        return group;
    }

    /// <summary>Says in the API's description whose a route is.</summary>
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().LastOrDefault(each => each.Policy is not null)?.Policy is { } policy)
        {
            operation.Description = $"For: {string.Join(", ", RolesOf[policy]).ToLowerInvariant()}.";
        }
        return Task.CompletedTask;
    }
}
