namespace AwardFlow.Web.Access;

/// <summary>Whether a host lets callers on its own machine in without a key while none is configured.</summary>
/// <param name="OnThisMachine">True for a host that listens on loopback only and needs no keys for anything else.</param>
public sealed record OpenAccess(bool OnThisMachine);
