namespace AwardFlow.Trail;

/// <summary>What is to be written to a trail.</summary>
/// <param name="Kind">What was done: a code of <see cref="TrailKind"/>.</param>
/// <param name="By">Who did it; null for the flow itself.</param>
/// <param name="At">When.</param>
public sealed record TrailEntry(string Kind, Actor? By, DateTimeOffset At)
{
    /// <summary>What it was done to, where that is a part of the whole: an entry's code.</summary>
    public string? Subject { get; init; }

    /// <summary>Why, as the person wrote it.</summary>
    public string? Reason { get; init; }

    /// <summary>What it was before (<see cref="TrailValues.Of"/>).</summary>
    public IReadOnlyDictionary<string, string>? Before { get; init; }

    /// <summary>What it is now (<see cref="TrailValues.Of"/>).</summary>
    public IReadOnlyDictionary<string, string>? After { get; init; }

    /// <summary>Whether <see cref="After"/> also names what the trail added up to right before this line (<c>trail</c>).</summary>
    public bool TellsHead { get; init; }

    /// <summary>
    /// Rows of the same partition that never change from now on, and the SHA-256 of each (<see cref="TrailValues.HashesOf(IEnumerable{Storage.RowChange})"/>).
    /// </summary>
    public IReadOnlyDictionary<string, string>? Rows { get; init; }
}
