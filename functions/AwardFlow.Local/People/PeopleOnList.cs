using AwardFlow.Cycles;
using AwardFlow.Records.Retention;
using AwardFlow.Web.Access;

namespace AwardFlow.Local.People;

/// <summary>
/// The list of people of a data folder, looked through for one person. Who may use the server is kept: the command 'people
/// revoke' takes somebody off. Who was taken off is erased; the trail has the names of those who did something anyway.
/// </summary>
/// <param name="folder">The data folder.</param>
/// <param name="time">The clock.</param>
internal sealed class PeopleOnList(DirectoryInfo folder, TimeProvider time) : IOtherPlace
{
    private readonly PeopleList _list = new(folder, time);

    public Task<IReadOnlyList<PersonFinding>> FindAsync(Func<string, bool> names, Func<string, bool> isOver, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PersonFinding>>(
        [.. _list.Read().Where(person => IsOf(person, names)).GroupBy(person => person.IsActive).Select(some => new PersonFinding(null, FindingKind.People, some.Count(), IsKept: some.Key))]);

    public Task EraseAsync(Func<string, bool> names, Func<string, bool> isOver, CancellationToken cancellationToken)
    {
        if (_list.Read().Any(person => !person.IsActive && IsOf(person, names)))
        {
            _list.Forget(person => !person.IsActive && IsOf(person, names));
        }
        return Task.CompletedTask;
    }

    public Task RemoveAsync(CycleId cycle, CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsOf(Person person, Func<string, bool> names) => names(person.Name) || (person.Email is { } email && names(email));
}
