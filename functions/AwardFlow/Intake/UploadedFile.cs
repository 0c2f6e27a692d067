using AwardFlow.Trail;

namespace AwardFlow.Intake;

/// <summary>A file that somebody sent.</summary>
/// <param name="Content">The file; it can be read again from its start.</param>
/// <param name="Name">The file's name, where the sender gave one.</param>
/// <param name="By">Who sent it.</param>
/// <param name="Options">What the sender says of it.</param>
public sealed record UploadedFile(Stream Content, string? Name, Actor By, UploadOptions Options);
