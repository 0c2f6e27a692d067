using System.Globalization;
using System.Text.Json.Serialization;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Cycles;

/// <summary>
/// How one cycle stands: its own row in its partition. What people ask for (close, extend, approve) is written here
/// before it is answered, so no engine can lose it.
/// </summary>
public sealed record Cycle : StoredRecord
{
    /// <summary>The row key of every cycle; its uploads and letters have others in the same partition.</summary>
    internal const string Row = "cycle";

    private const int TagLength = 32;

    /// <summary>The row of a new cycle.</summary>
    internal static Cycle New(CycleDefinition definition) => new() { Partition = definition.Id.Text, Key = Row, ClosesAt = definition.ClosesAt };

    /// <summary>The cycle's id.</summary>
    [JsonIgnore]
    public CycleId Id => CycleId.Unchecked(Partition);

    /// <summary>How far the cycle has come.</summary>
    public CycleState State { get; init; }

    /// <summary>When scores are frozen; extending moves it.</summary>
    public DateTimeOffset ClosesAt { get; init; }

    /// <summary>Names the definition among the cycle's uploads.</summary>
    public string DefinitionSha256 { get; init; } = "";

    /// <summary>
    /// How many changes of the definition, and of what belongs to it, are in the cycle's
    /// history (<see cref="DefinitionChange"/>); cycles of earlier versions have none.
    /// </summary>
    public int DefinitionChanges { get; init; }

    /// <summary>Who changed the definition last; null where an earlier version did not write it down.</summary>
    public string? DefinitionBy { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? DefinitionAt { get; init; }

    /// <summary>Names the emblem of its letters among the cycle's uploads; null for none.</summary>
    public string? EmblemBlob { get; init; }

    /// <summary>Names the picture of the signature among the cycle's uploads; null where letters are signed by hand.</summary>
    public string? SignatureBlob { get; init; }

    /// <summary>How many uploads were accepted; the next one gets the next number.</summary>
    public int Uploads { get; init; }

    /// <summary>How many entries were accepted.</summary>
    public int Entries { get; init; }

    /// <summary>How many score sheets were accepted.</summary>
    public int ScoreSheets { get; init; }

    /// <summary>When a person asked to close before the closing time.</summary>
    public DateTimeOffset? CloseRequestedAt { get; init; }

    /// <summary>Who asked.</summary>
    public string? CloseRequestedBy { get; init; }

    /// <summary>In whose name what judges typed and did not submit is counted before scores are frozen; null where it is not.</summary>
    public Actor? CountUnsubmittedFor { get; init; }

    /// <summary>Whether a person asked to close although scores are missing.</summary>
    public bool CloseAsIs { get; init; }

    /// <summary>How many (entry, judge) pairs lacked scores when the closing time came.</summary>
    public int Missing { get; init; }

    /// <summary>How many uploads there were when they were found to lack.</summary>
    public int MissingAtUploads { get; init; }

    /// <summary>When scores were frozen.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>SHA-256 of the frozen results, by which their folder is named.</summary>
    public string? ResultsSha256 { get; init; }

    /// <summary>SHA-256 of the hashes of the pages that the results are cut into; null where an earlier version closed.</summary>
    public string? ResultPartsSha256 { get; init; }

    /// <summary>How many letters the cycle has: entries with an average.</summary>
    public int Letters { get; init; }

    /// <summary>How many pages the results are cut into.</summary>
    public int Pages { get; init; }

    /// <summary>Which time the cycle's letters are made, from 1: a cycle that is sent back has another round.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Whether what is approved is named by a manifest; cycles that earlier versions closed have none.</summary>
    public bool HasManifest { get; init; }

    /// <summary>SHA-256 of the manifest of what awaits approval, or was approved, in lower-case hex; null before all is rendered.</summary>
    public string? ManifestSha256 { get; init; }

    /// <summary>How often addresses were corrected before the letters were released.</summary>
    public int AddressChanges { get; init; }

    /// <summary>How often an approval was void because an address was corrected after it: approvers are told anew.</summary>
    public int ApprovalsVoided { get; init; }

    /// <summary>What each approver so far said yes to, in order; all of them to <see cref="ManifestSha256"/>.</summary>
    public IReadOnlyList<CycleApproval> Approvals { get; init; } = [];

    /// <summary>When the last approver said yes.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Who that was.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Until when an approval can be taken back, before the first mail; null where none can.</summary>
    public DateTimeOffset? UndoUntil { get; init; }

    /// <summary>Whether an approver said that this cycle needs, or does not need, approval; null where the installation's rule holds.</summary>
    public Approval? ApprovalRule { get; init; }

    /// <summary>Who said so.</summary>
    public string? ApprovalRuleBy { get; init; }

    /// <summary>The same by the id that tells persons apart: who has a hand in the letters afterwards has not said so.</summary>
    public string? ApprovalRuleById { get; init; }

    /// <summary>The last of the definition's positions, in which it was said that none is needed; null where the definition named none then.</summary>
    public string? ApprovalRulePosition { get; init; }

    /// <summary>
    /// Whether this round needs approval where no approver says otherwise, as it was when its scores were frozen: another
    /// setting, and people who come or go afterwards, change nothing. Null before, and where an earlier version closed.
    /// </summary>
    public Approval? RuleAtClosing { get; init; }

    /// <summary>Whether people were told apart when scores were frozen: then whoever just sits at the machine approves nothing.</summary>
    public bool ClosedAmongPeople { get; init; }

    /// <summary>Whether no closing time stands: the cycle was sent back, and a person sets one or closes.</summary>
    public bool ClosesByHand { get; init; }

    /// <summary>When it was sent back last, by whom and why; null where it never was.</summary>
    public PersonsWord? SentBack { get; init; }

    /// <summary>When it was paused, by whom and why; null where it is not.</summary>
    public PersonsWord? Paused { get; init; }

    /// <summary>Whether it was an approver who paused it: no operator lets it go on then.</summary>
    public bool PausedByApprover { get; init; }

    /// <summary>When it was cancelled, by whom and why; null where it was not. Letters that had gone by then have gone.</summary>
    public PersonsWord? Cancelled { get; init; }

    /// <summary>When the last letter was handed to the mail service.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When the time for receipts ended, or the last one came.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Kinds of its data that were erased when their time was over.</summary>
    public IReadOnlyList<ErasedKind> Erased { get; init; } = [];

    /// <summary>How often a person had a letter sent again.</summary>
    public int Resends { get; init; }

    /// <summary>How many corrections of its letters people began; the next one gets the next number.</summary>
    public int Corrections { get; init; }

    /// <summary>Why the flow could not go on, when it last tried, in the words of what failed.</summary>
    public string? Problem { get; init; }

    /// <summary>What kind of problem that is, where there is one.</summary>
    public ProblemKind ProblemKind { get; init; }

    /// <summary>
    /// What the cycle's trail added up to when this row was last changed with a line of it; null where it never was. A trail
    /// that was cut off together with its end does not fit it.
    /// </summary>
    public TrailMark? Trail { get; init; }

    /// <summary>Whether the cycle is being set up and takes nothing yet.</summary>
    [JsonIgnore]
    public bool IsDraft => State == CycleState.Draft;

    /// <summary>Whether definition and pictures can still be changed: until scores are frozen, or are about to be.</summary>
    [JsonIgnore]
    public bool IsEditable => IsDraft || (IsCollecting && CloseRequestedAt is null);

    /// <summary>Whether scores are frozen.</summary>
    [JsonIgnore]
    public bool IsFrozen => !IsDraft && !IsCollecting && ResultsSha256 is not null;

    /// <summary>Names the definition as it stands, with the closing time that extending moved: another one has another tag.</summary>
    [JsonIgnore]
    public string DefinitionTag => string.Create(
        CultureInfo.InvariantCulture,
        $"{(DefinitionSha256.Length > TagLength ? DefinitionSha256[..TagLength] : DefinitionSha256)}-{ClosesAt.ToUnixTimeSeconds():x}");

    /// <summary>Whether entries and scores come in: scores are not frozen yet.</summary>
    [JsonIgnore]
    public bool IsCollecting => State is CycleState.Open or CycleState.NeedsAttention;

    /// <summary>When it was over; null while it is not.</summary>
    [JsonIgnore]
    public DateTimeOffset? OverAt => State switch
    {
        CycleState.Completed => CompletedAt,
        CycleState.Cancelled => Cancelled?.At,
        _ => null,
    };

    /// <summary>Whether its letters were released: they may leave, by mail or on paper.</summary>
    [JsonIgnore]
    public bool IsReleased => State is CycleState.Sending or CycleState.Sent or CycleState.Completed;

    /// <summary>The cycle without a request to close it.</summary>
    internal Cycle NotAskedToClose() => this with { CloseRequestedAt = null, CloseRequestedBy = null, CountUnsubmittedFor = null };

    /// <summary>Whether the flow has nothing left to do.</summary>
    [JsonIgnore]
    public bool IsFinished => State is CycleState.Completed or CycleState.Cancelled;

    /// <summary>Whether the closing time has come.</summary>
    /// <param name="now">The time.</param>
    public bool IsDue(DateTimeOffset now) => !ClosesByHand && ClosesAt <= now;
}
