namespace AwardFlow.Delivery;

/// <summary>That a second person let a corrected address be used.</summary>
/// <param name="Address">The address.</param>
/// <param name="ById">Who, by the id that tells persons apart.</param>
/// <param name="By">The same by name.</param>
/// <param name="At">When.</param>
public sealed record AddressRelease(string Address, string ById, string By, DateTimeOffset At);
