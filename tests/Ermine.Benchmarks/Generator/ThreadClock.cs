using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Ermine.Benchmarks.Generator;

/// <summary>The processor time of the calling thread, so that what else the machine does counts little. Elapsed time where the system has none.</summary>
internal static partial class ThreadClock
{
    private static readonly int? Id = OperatingSystem.IsLinux() ? 3 : OperatingSystem.IsMacOS() ? 16 : null;

    public static double Milliseconds
    {
        get
        {
            if (Id is not { } id || ClockGetTime(id, out var now) != 0) return Stopwatch.GetElapsedTime(0).TotalMilliseconds;
            return (now.Seconds * 1_000.0) + (now.Nanoseconds / 1e6);
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int id, out TimeSpec now);

    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
