namespace AwardFlow.Storage;

/// <summary>Why a clock is not believed.</summary>
public enum ClockDoubt
{
    /// <summary>It was set while the program ran: wall and monotonic clock parted.</summary>
    Parted,

    /// <summary>The program was away for longer than it believes.</summary>
    LongGap,
}
