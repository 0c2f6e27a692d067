using System.Runtime.InteropServices;

namespace AwardFlow.Local;

/// <summary>
/// Beyond a limit on the size of files, writing fails and is told of, as on a full disk; by default the signal ends the
/// process. It is heeded to the very end: what still closes its files then may write too.
/// </summary>
internal static class FileSizeLimit
{
    // SIGXFSZ of signal(7).
    private const PosixSignal Exceeded = (PosixSignal)25;

    private static PosixSignalRegistration? _heeded;

    /// <summary>Has writes beyond the limit fail instead of ending the process.</summary>
    public static void Heed() =>
        _heeded ??= OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(Exceeded, signal => signal.Cancel = true);
}
