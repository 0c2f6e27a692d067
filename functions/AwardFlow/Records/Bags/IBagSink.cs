namespace AwardFlow.Records.Bags;

/// <summary>Where a bag's files are written, one after the other.</summary>
internal interface IBagSink
{
    /// <summary>Begins a file.</summary>
    /// <param name="name">Its path in the bag.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Where its content goes; the file is whole when that is closed.</returns>
    Task<Stream> CreateAsync(string name, CancellationToken cancellationToken);
}
