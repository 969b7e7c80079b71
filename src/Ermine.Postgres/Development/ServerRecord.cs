using System.Globalization;

namespace Ermine.Postgres.Development;

/// <summary>What was started on a data directory, kept beside it for whoever finds the server running.</summary>
/// <param name="Binaries">The programs it runs from, needed to stop it.</param>
/// <param name="Port">The port it listens on; the next start tries it first, so that a database tool keeps its connection.</param>
internal sealed record ServerRecord(PostgresBinaries Binaries, int Port)
{
    /// <summary>Writes the record as lines of <c>key=value</c>.</summary>
    public void Write(string path) => File.WriteAllLines(path,
        [$"port={Port}", $"major={Binaries.Major}", $"version={Binaries.Version}", $"bin={Binaries.Bin}", $"why={Binaries.Why}"]);

    /// <summary>Reads a record; null when there is none, or what is there is not one.</summary>
    public static ServerRecord? Read(string path)
    {
        if (!File.Exists(path))
            return null;

        var values = File.ReadAllLines(path)
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0])
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return int.TryParse(Value("port"), CultureInfo.InvariantCulture, out var port)
            && int.TryParse(Value("major"), CultureInfo.InvariantCulture, out var major)
            && PostgresBinaries.AreIn(Value("bin"))
            ? new(new(Value("bin"), major, Value("version"), Value("why")), port)
            : null;

        string Value(string key) => values.GetValueOrDefault(key, "");
    }
}
