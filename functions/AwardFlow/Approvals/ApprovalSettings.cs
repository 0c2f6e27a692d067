using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Approvals;

/// <summary>Whether letters wait for a second person, and how long an approval can be taken back: the settings <c>Approval__*</c>.</summary>
public sealed class ApprovalSettings : IApprovalRule
{
    /// <summary>The longest time in which an approval can be taken back.</summary>
    public static readonly TimeSpan LongestUndo = TimeSpan.FromHours(1);

    private static readonly TimeSpan UsualUndo = TimeSpan.FromSeconds(60);

    private readonly Approval? _default;
    private readonly IKnownPeople? _people;

    /// <summary>Settings that are read already.</summary>
    /// <param name="default">What the whole installation asks for; null where that is not said.</param>
    /// <param name="undo">How long an approval can be taken back before the first mail goes out; zero for not at all.</param>
    /// <param name="people">Whether people are told apart; null where nobody is.</param>
    public ApprovalSettings(Approval? @default, TimeSpan undo, IKnownPeople? people = null) => (_default, Undo, _people) = (@default, undo, people);

    /// <summary>
    /// Whether a cycle needs approval where nothing else is said of it (<c>Approval__Default</c>). Without the setting it does
    /// where people are told apart; where nobody is, the cycle's definition says (null). Asked anew each time: the first
    /// person may be added while the server runs.
    /// </summary>
    public Approval? Default => _default ?? (KnowsPeople ? Approval.Required : null);

    /// <inheritdoc/>
    public bool KnowsPeople => _people?.Any == true;

    /// <summary>
    /// How long an approval can be taken back before the first mail goes out (<c>Approval__UndoSeconds</c>, 0 to 3600; 60
    /// where it is not set, and 0 with the outbox, from which nothing goes out).
    /// </summary>
    public TimeSpan Undo { get; }

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="mailLeaves">Whether mail leaves the machine.</param>
    /// <exception cref="SettingException">One of them is wrong.</exception>
    public static ApprovalSettings Read(IConfiguration configuration, bool mailLeaves)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new ApprovalSettings(
            configuration["Approval:Default"]?.Trim().ToLowerInvariant() switch
            {
                null or "" => null,
                "required" => Approval.Required,
                "none" => Approval.None,
                var other => throw new SettingException("Approval__Default", $"is '{other}'; it must be 'required' or 'none'."),
            },
            configuration["Approval:UndoSeconds"] switch
            {
                null or "" => mailLeaves ? UsualUndo : TimeSpan.Zero,
                var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestUndo.TotalSeconds =>
                    TimeSpan.FromSeconds(seconds),
                var other =>
                    throw new SettingException("Approval__UndoSeconds", $"is '{other}'; it must be a number of seconds from 0 to {LongestUndo.TotalSeconds}."),
            });
    }

    /// <summary>
    /// Whether a cycle needs approval: an approver's word for it, the installation's, or where nobody is told apart its
    /// definition's. One that is closed keeps what it closed under, unless an approver says otherwise.
    /// </summary>
    public Approval RuleOf(Cycle cycle, CycleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(definition);
        if (cycle is { IsFrozen: true, HasManifest: false })
        {
            // What an earlier version closed keeps the rule that it closed under.
            return definition.Approval;
        }
        return WordOf(cycle, definition) ?? (cycle.IsFrozen ? AtClosing(cycle) : null) ?? Default ?? definition.Approval;
    }

    /// <summary>
    /// Whether a correction of a cycle's letters needs approval. It is a new letter, so today's rule of the installation holds even
    /// where the cycle closed under a weaker one, and an approver's word that the first letters need none is not about it.
    /// </summary>
    public Approval RuleOfCorrection(Cycle cycle, CycleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return cycle.ApprovalRule == Approval.Required || Default == Approval.Required
            ? Approval.Required
            : RuleOf(cycle with { ApprovalRule = null }, definition);
    }

    // Before closing, where people are told apart, whoever sat at the machine before is none of them. Positions that came
    // into the definition afterwards have not said that they need not be asked.
    private Approval? WordOf(Cycle cycle, CycleDefinition definition) => cycle switch
    {
        { IsFrozen: false, ApprovalRuleById: Actor.AnybodyHere } when KnowsPeople => null,
        { ApprovalRule: Approval.None } when definition.Approvals is [.., var last] && cycle.ApprovalRulePosition != last => null,
        _ => cycle.ApprovalRule,
    };

    // A version that did not write it down has called for approval, or not.
    private static Approval? AtClosing(Cycle cycle) => cycle.RuleAtClosing ?? (cycle.State == CycleState.AwaitingApproval ? Approval.Required : null);

    /// <summary>The same settings in a host that knows who people are.</summary>
    public ApprovalSettings With(IKnownPeople? people) => new(_default, Undo, people);
}
