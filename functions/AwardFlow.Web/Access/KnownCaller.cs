using System.Security.Claims;

namespace AwardFlow.Web.Access;

/// <summary>Somebody who may call, however he or she was known.</summary>
/// <param name="Id">Tells persons apart, and outlives a changed name and a new key: <c>person:…</c>, <c>key:…</c>, <c>aad:…</c>, or <c>local</c>.</param>
/// <param name="Name">What people read.</param>
/// <param name="Roles">What he or she may do (<see cref="Access.Roles"/>).</param>
/// <param name="Positions">The titles that he or she holds.</param>
/// <param name="Email">The e-mail address, where it is known.</param>
internal sealed record KnownCaller(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Positions, string? Email = null)
{
    /// <summary>The type of the claim that names a title that the caller holds; there is one a title.</summary>
    public const string PositionClaim = "position";

    /// <summary>The same as claims.</summary>
    /// <param name="scheme">By what the caller was known.</param>
    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, Id), new(ClaimTypes.Name, Name),
            .. Roles.Select(role => new Claim(ClaimTypes.Role, role)), .. Positions.Select(title => new Claim(PositionClaim, title)),
        ];
        if (Email is not null)
        {
            claims.Add(new Claim(ClaimTypes.Email, Email));
        }
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }
}
