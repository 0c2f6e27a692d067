namespace AwardFlow.Web.Access;

/// <summary>A key of the settings that opens the API.</summary>
/// <param name="Name">Whose key it is; stands in the records of what was done with it.</param>
/// <param name="Secret">The key itself.</param>
/// <param name="Roles">What it opens (<see cref="Access.Roles"/>).</param>
public sealed record ApiKey(string Name, string Secret, params IReadOnlyList<string> Roles)
{
    /// <summary>The id of the directory's person whose key it is, who then is one person with and without it; null where that is not said.</summary>
    public string? Person { get; init; }

    /// <summary>The id that tells persons apart.</summary>
    public string Id => Person ?? $"key:{Name}";

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({string.Join(", ", Roles)})";
}
