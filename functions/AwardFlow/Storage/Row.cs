namespace AwardFlow.Storage;

/// <summary>One row as it was read.</summary>
/// <param name="Key">Its key in the partition.</param>
/// <param name="Version">Changes whenever the row does; two rows of one key never have the same one, not even after a deletion.</param>
/// <param name="Json">Its record.</param>
public sealed record Row(string Key, string Version, string Json);
