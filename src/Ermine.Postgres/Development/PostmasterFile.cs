using System.Diagnostics;
using System.Globalization;

namespace Ermine.Postgres.Development;

/// <summary>What PostgreSQL writes into <c>postmaster.pid</c> while it runs, and leaves there when it is killed.</summary>
/// <param name="Pid">The postmaster's process id.</param>
/// <param name="Data">The data directory, as it was named at start.</param>
/// <param name="Port">The port it listens on.</param>
internal sealed record PostmasterFile(int Pid, string Data, int Port)
{
    /// <summary>Reads the file; null when there is none, or it is not yet whole.</summary>
    public static PostmasterFile? Read(Cluster cluster)
    {
        var path = PathOf(cluster);
        if (!File.Exists(path))
            return null;

        var lines = File.ReadAllLines(path);
        return lines.Length >= 4
            && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid)
            && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
            ? new(pid, lines[1], port)
            : null;
    }

    /// <summary>The running server that the cluster's file tells of; null when it tells of none, or of one that is gone.</summary>
    public static PostmasterFile? ReadRunning(Cluster cluster) => Read(cluster) is { } file && file.Runs() ? file : null;

    /// <summary>
    /// Removes a file whose process id belongs to somebody else by now, as after a reboot, or to a zombie: PostgreSQL would take it for
    /// a running server. The file of a dead process stays: PostgreSQL reads in it whether orphans of that server are still at work.
    /// </summary>
    public static void RemoveIfRecycled(Cluster cluster)
    {
        if (Read(cluster) is { } file && file.ProcessExists() && !file.Runs())
            File.Delete(PathOf(cluster));
    }

    private static string PathOf(Cluster cluster) => Path.Combine(cluster.Data, "postmaster.pid");

    private bool ProcessExists() => OperatingSystem.IsLinux() ? Directory.Exists($"/proc/{Pid}") : ProcessName() is not null;

    private bool Runs()
    {
        if (!OperatingSystem.IsLinux())
            return ProcessName() == "postgres";

        try
        {
            // Everyone may read the command line; where the process works, only root with CAP_SYS_PTRACE, which containers lack.
            return File.ReadAllText($"/proc/{Pid}/cmdline").Split('\0').Contains(Data);
        }
        catch (IOException) // it ended, before or during the read
        {
            return false;
        }
    }

    private string? ProcessName()
    {
        try
        {
            using var process = Process.GetProcessById(Pid);
            return process.ProcessName;
        }
        catch (ArgumentException) // no such process
        {
            return null;
        }
    }
}
