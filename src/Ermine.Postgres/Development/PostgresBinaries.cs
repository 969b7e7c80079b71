namespace Ermine.Postgres.Development;

/// <summary>A PostgreSQL that can be run: the folder of its programs, and why it was chosen.</summary>
/// <param name="Bin">The folder that holds <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</param>
/// <param name="Major">The major version, which decides what data it can read: 15.</param>
/// <param name="Version">The version as PostgreSQL says it: <c>15.18</c>.</param>
/// <param name="Why">How it was found, to be read after its path: <c>found on PATH</c>.</param>
internal sealed record PostgresBinaries(string Bin, int Major, string Version, string Why)
{
    /// <summary>The oldest major version that the framework's SQL and Marten run on.</summary>
    public const int OldestMajor = 13;

    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    /// <summary>Whether the folder holds every program that is needed; a client-only installation has just <c>psql</c>.</summary>
    public static bool AreIn(string bin) => Needed.All(name => File.Exists(ProgramIn(bin, name)));

    /// <summary>The path of one of the programs.</summary>
    public string Program(string name) => ProgramIn(Bin, name);

    /// <summary>The path that a program has in a folder on this system.</summary>
    public static string ProgramIn(string bin, string name) => Path.Combine(bin, OperatingSystem.IsWindows() ? name + ".exe" : name);
}
