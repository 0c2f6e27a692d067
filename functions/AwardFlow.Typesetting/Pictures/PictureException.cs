namespace AwardFlow.Typesetting.Pictures;

/// <summary>A file is not a picture that can be drawn.</summary>
public sealed class PictureException : Exception
{
    /// <param name="fault">Why not.</param>
    /// <param name="value">What of the file it is about; empty where it is about the whole.</param>
    /// <param name="message">Why not, in words.</param>
    /// <param name="cause">What was thrown before, if anything.</param>
    public PictureException(PictureFault fault, string value, string message, Exception? cause = null)
        : base(message, cause) => (Fault, Value) = (fault, value);

    /// <summary>Why not.</summary>
    public PictureFault Fault { get; }

    /// <summary>What of the file it is about, in the file's own words.</summary>
    public string Value { get; }
}
