using AwardFlow.Cycles;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Records.Retention;

/// <summary>Settings that name people. AwardFlow does not write them: whoever looks after the installation changes them.</summary>
/// <param name="configuration">The settings.</param>
internal sealed class SettingsOfPeople(IConfiguration configuration) : IOtherPlace
{
    public Task<IReadOnlyList<PersonFinding>> FindAsync(Func<string, bool> names, Func<string, bool> isOver, CancellationToken cancellationToken)
    {
        string?[] texts =
        [
            .. configuration.GetSection("Api:Keys").GetChildren().Select(key => key.Key),
            configuration["Notices:Operators"], configuration["Notices:Approvers"],
            configuration["Approval:Positions"], configuration["Mail:From"], configuration["Mail:RedirectTo"],
        ];
        var count = texts.Count(text => text is { Length: > 0 } && names(text));
        return Task.FromResult<IReadOnlyList<PersonFinding>>(count == 0 ? [] : [new PersonFinding(null, FindingKind.Settings, count, KeptFor.Hand)]);
    }

    public Task EraseAsync(Func<string, bool> names, Func<string, bool> isOver, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAsync(CycleId cycle, CancellationToken cancellationToken) => Task.CompletedTask;
}
