using AwardFlow.Cycles;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>A cycle's history has no such upload, or no such file was kept.</summary>
public sealed class UploadNotFoundException : Exception
{
    /// <param name="cycle">The cycle.</param>
    /// <param name="number">The upload's number that was asked for.</param>
    public UploadNotFoundException(CycleId cycle, int number)
        : this(UploadTexts.NoUpload(cycle, $"{number}"))
    {
    }

    /// <param name="cycle">The cycle.</param>
    /// <param name="sha256">SHA-256 of the file that was asked for.</param>
    public UploadNotFoundException(CycleId cycle, string sha256)
        : this(UploadTexts.NoUpload(cycle, sha256))
    {
    }

    private UploadNotFoundException(BilingualText text)
        : base(text.English) => Text = text;

    /// <summary>The message in both languages.</summary>
    public BilingualText Text { get; }
}
