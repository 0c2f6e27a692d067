using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace AwardFlow.Web.Access;

/// <summary>Somebody with a name and a key of his or her own, on one machine.</summary>
public sealed record Person
{
    /// <summary>Tells persons apart: made when somebody is added, and kept when the name or the key changes.</summary>
    public required string Id { get; init; }

    /// <summary>The name, as people write it (<see cref="PersonName"/>).</summary>
    public required string Name { get; init; }

    /// <summary>What he or she may do (<see cref="Access.Roles"/>).</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>The titles that he or she holds.</summary>
    public IReadOnlyList<string> Positions { get; init; } = [];

    /// <summary>Where notices go; null for nowhere.</summary>
    public string? Email { get; init; }

    /// <summary>SHA-256 of the key, in lower-case hex; null where the person was taken off the list. The key itself is kept nowhere.</summary>
    public string? KeySha256 { get; init; }

    /// <summary>When he or she was added.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>When the key was made.</summary>
    public required DateTimeOffset KeyMadeAt { get; init; }

    /// <summary>When he or she was taken off the list; the id is never given to anybody else.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Whether the key works.</summary>
    [JsonIgnore]
    public bool IsActive => RevokedAt is null;

    /// <summary>Whether a key is this person's. Takes the same time however much of it is right.</summary>
    /// <param name="sha256">The key's SHA-256.</param>
    internal bool HasKey(ReadOnlySpan<byte> sha256)
    {
        Span<byte> kept = stackalloc byte[SHA256.HashSizeInBytes];
        var isKept = KeySha256 is not null && Convert.FromHexString(KeySha256, kept, out _, out _) == System.Buffers.OperationStatus.Done;
        return CryptographicOperations.FixedTimeEquals(sha256, kept) && isKept && IsActive;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({string.Join(", ", Roles)})";
}
