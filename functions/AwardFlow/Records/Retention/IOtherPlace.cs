using AwardFlow.Cycles;

namespace AwardFlow.Records.Retention;

/// <summary>Where an installation keeps something of people or cycles beside storage: the outbox, the list of people, the settings.</summary>
public interface IOtherPlace
{
    /// <summary>Looks for a person.</summary>
    /// <param name="names">Whether a text names the person.</param>
    /// <param name="isOver">Whether a cycle is over, or gone.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    Task<IReadOnlyList<PersonFinding>> FindAsync(Func<string, bool> names, Func<string, bool> isOver, CancellationToken cancellationToken);

    /// <summary>Erases what was found and need not be kept.</summary>
    /// <inheritdoc cref="FindAsync" path="/param"/>
    Task EraseAsync(Func<string, bool> names, Func<string, bool> isOver, CancellationToken cancellationToken);

    /// <summary>Erases what is kept there of a cycle whose time is over.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="cancellationToken">Stops between one file and the next.</param>
    Task RemoveAsync(CycleId cycle, CancellationToken cancellationToken);
}
