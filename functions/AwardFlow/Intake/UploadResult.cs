using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>What became of an upload: it was taken, or it was refused whole.</summary>
/// <param name="Accepted">What was taken, or would be; null where it was refused.</param>
/// <param name="Refused">Why it was refused; null where it was taken.</param>
/// <param name="State">The state that the cycle was in.</param>
public sealed record UploadResult(AcceptedUpload? Accepted, UploadRefusal? Refused, CycleState State);
