namespace Ermine.Postgres.Development;

/// <summary>Where a PostgreSQL is looked for, in this order; data, so that a test can offer any machine.</summary>
/// <param name="Named">What <see cref="Variable"/> names; it is used or refused, never passed over.</param>
/// <param name="Path">The folders of PATH.</param>
/// <param name="Usual">The folders where this system's packages put PostgreSQL, newest version first.</param>
/// <param name="Cache">The folder of this user for what is fetched or made once per machine.</param>
/// <param name="Npm">The npm client, if there is one.</param>
internal sealed record SearchPlaces(string? Named, IReadOnlyList<string> Path, IReadOnlyList<string> Usual, string Cache, string? Npm)
{
    /// <summary>The environment variable that names the folder of PostgreSQL's programs.</summary>
    public const string Variable = "ERMINE_PG_BIN";

    /// <summary>The places of the machine this runs on.</summary>
    public static SearchPlaces OfThisMachine()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var npm = path.Select(folder => System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm")).FirstOrDefault(File.Exists);
        return new(string.IsNullOrWhiteSpace(named) ? null : named, path, [.. UsualFolders()], CacheFolder(), npm);
    }

    private static IEnumerable<string> UsualFolders()
    {
        if (OperatingSystem.IsWindows())
            return Versions(System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*", "bin");

        return
        [
            .. Versions("/usr/lib/postgresql", "*", "bin"),                          // Debian, Ubuntu
            .. Versions("/usr", "pgsql-*", "bin"),                                   // Red Hat, from postgresql.org
            .. Versions("/usr/libexec", "postgresql*", ""),                          // Alpine
            .. Versions("/opt/homebrew/opt", "postgresql@*", "bin"),                 // Homebrew on ARM, on Intel, on Linux
            .. Versions("/usr/local/opt", "postgresql@*", "bin"),
            .. Versions("/home/linuxbrew/.linuxbrew/opt", "postgresql@*", "bin"),
            .. Versions("/Applications/Postgres.app/Contents/Versions", "*", "bin"), // Postgres.app
            "/usr/local/pgsql/bin",                                                  // built from source
        ];
    }

    private static IEnumerable<string> Versions(string parent, string pattern, string bin) =>
        Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent, pattern).OrderByDescending(VersionIn).Select(folder => System.IO.Path.Combine(folder, bin))
            : [];

    private static decimal VersionIn(string folder)
    {
        var digits = string.Concat(System.IO.Path.GetFileName(folder).SkipWhile(c => !char.IsDigit(c)).TakeWhile(c => char.IsDigit(c) || c == '.'));
        return decimal.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0;
    }

    private static string CacheFolder()
    {
        if (Account.IsNeeded)
            return "/var/cache/ermine"; // root's own cache lies in a home that the unprivileged account cannot enter

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var parent =
            OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : OperatingSystem.IsMacOS() ? System.IO.Path.Combine(home, "Library", "Caches")
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named ? named
            : System.IO.Path.Combine(home, ".cache");
        return System.IO.Path.IsPathRooted(parent)
            ? System.IO.Path.Combine(parent, "ermine")
            : System.IO.Path.Combine(System.IO.Path.GetTempPath(), "ermine-" + Environment.UserName); // a user without a home
    }
}
