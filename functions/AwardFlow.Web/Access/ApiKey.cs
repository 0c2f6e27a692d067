namespace AwardFlow.Web.Access;

/// <summary>A key of the settings that opens the API.</summary>
/// <param name="Name">Whose key it is; stands in the records of what was done with it.</param>
/// <param name="Secret">The key itself.</param>
/// <param name="Roles">What it opens (<see cref="Access.Roles"/>).</param>
public sealed record ApiKey(string Name, string Secret, params IReadOnlyList<string> Roles)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({string.Join(", ", Roles)})";
}
