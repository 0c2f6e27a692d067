using AwardFlow.Cycles;
using AwardFlow.Records.Retention;

namespace AwardFlow.Local.People;

/// <summary>
/// The list of people of a data folder, looked through for one person. Who may use the server, or might, is kept: the list and
/// its trail say who a key was given to, and by whom. The command 'people revoke' takes somebody off.
/// </summary>
/// <param name="folder">The data folder.</param>
/// <param name="time">The clock.</param>
internal sealed class PeopleOnList(DirectoryInfo folder, TimeProvider time) : IOtherPlace
{
    private readonly PeopleList _list = new(folder, time);

    public Task<IReadOnlyList<PersonFinding>> FindAsync(Func<string, bool> names, Func<string, bool> isOver, CancellationToken cancellationToken)
    {
        var count = _list.Read().Count(person => names(person.Name) || (person.Email is { } email && names(email)));
        return Task.FromResult<IReadOnlyList<PersonFinding>>(count == 0 ? [] : [new PersonFinding(null, FindingKind.People, count, KeptFor.Hand)]);
    }

    public Task EraseAsync(Func<string, bool> names, Func<string, bool> isOver, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAsync(CycleId cycle, CancellationToken cancellationToken) => Task.CompletedTask;
}
