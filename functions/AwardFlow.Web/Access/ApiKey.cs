namespace AwardFlow.Web.Access;

/// <summary>A key that opens the API.</summary>
/// <param name="Name">Whose key it is; stands in the records of what was done with it.</param>
/// <param name="Secret">The key itself.</param>
/// <param name="Role">What it opens: <see cref="Roles.Operator"/> or <see cref="Roles.Approver"/>.</param>
public sealed record ApiKey(string Name, string Secret, string Role)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Role})";
}
