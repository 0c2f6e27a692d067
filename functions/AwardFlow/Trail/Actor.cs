namespace AwardFlow.Trail;

/// <summary>Who does something.</summary>
/// <param name="Id">Tells persons apart: the directory's object id, the key's name, or <see cref="AnybodyHere"/>.</param>
/// <param name="Name">What people read.</param>
/// <param name="From">The network address that it was done from; null where there is none.</param>
public sealed record Actor(string Id, string Name, string? From)
{
    /// <summary>
    /// The id under which things are done where nobody signs in: whoever sits at the machine. It stands for no person, so
    /// no API key may have it.
    /// </summary>
    public const string AnybodyHere = "local";

    /// <summary>Whoever sits at the machine.</summary>
    public static Actor Local { get; } = Named(AnybodyHere);

    /// <summary>A person of whom no more is known than a name.</summary>
    public static Actor Named(string name) => new(name, name, From: null);
}
