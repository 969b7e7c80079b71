using System.Diagnostics;

namespace Ermine.Samples.Tests.Processes;

/// <summary>A signal to a process, as <c>kill</c> sends it.</summary>
internal static class Signal
{
    public static async Task SendAsync(string name, int process)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process}"]);
        await kill.WaitForExitAsync();
    }
}
