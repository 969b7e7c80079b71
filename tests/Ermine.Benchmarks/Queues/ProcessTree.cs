using System.Globalization;

namespace Ermine.Benchmarks.Queues;

/// <summary>The processor time of a process and its children, dead ones included; zero where the system does not tell (elsewhere than on Linux).</summary>
internal static class ProcessTree
{
    private const double TicksPerSecond = 100; // what Linux tells programs, whatever its own clock does

    public static TimeSpan ProcessorTime(int root)
    {
        if (!OperatingSystem.IsLinux()) return TimeSpan.Zero;

        var processes = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0])).Select(name => Read(name!)).OfType<Times>().ToArray();
        var ticks = processes.Where(p => p.Id == root).Sum(p => p.Own + p.OfDeadChildren) + processes.Where(p => p.Parent == root).Sum(p => p.Own);
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    private static Times? Read(string id)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{id}/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' '); // the name before it may hold anything
            return new Times(int.Parse(id, CultureInfo.InvariantCulture), (int)Field(1), Field(11) + Field(12), Field(13) + Field(14));

            long Field(int at) => long.Parse(fields[at], CultureInfo.InvariantCulture);
        }
        catch (IOException) // it has ended
        {
            return null;
        }
    }

    private sealed record Times(int Id, int Parent, long Own, long OfDeadChildren);
}
