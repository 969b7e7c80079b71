using Ermine.Postgres.Development;

namespace Ermine.Postgres.Tests.Development;

public sealed class BinarySearchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ermine-search-").FullName;

    private SearchPlaces Bare => new(Named: null, Path: [], Usual: [], Cache: _folder, Npm: null);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_PostgreSQL_and_npm_one_message_says_what_to_install()
    {
        var failure = await Assert.ThrowsAsync<PostgresUnavailableException>(() => FindAsync(Bare));

        Assert.Contains("install PostgreSQL 13 or later", failure.Message, StringComparison.Ordinal);
        Assert.Contains("install Node.js", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:ermine", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task A_named_folder_without_the_programs_is_refused_even_if_others_are_found()
    {
        var failure = await Assert.ThrowsAsync<PostgresUnavailableException>(() => FindAsync(SearchPlaces.OfThisMachine() with { Named = "/no/such/bin" }));

        Assert.Contains("ERMINE_PG_BIN names '/no/such/bin'", failure.Message, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task A_PostgreSQL_that_is_too_old_or_does_not_run_is_passed_over_with_the_reason()
    {
        var old = Programs("old", "echo 'postgres (PostgreSQL) 9.6.24'");
        var broken = Programs("broken", "echo 'libpq.so.5: cannot open shared object file' >&2; exit 127");

        var failure = await Assert.ThrowsAsync<PostgresUnavailableException>(() => FindAsync(Bare with { Path = [old], Usual = [broken] }));

        Assert.Contains($"{old} is PostgreSQL 9.6.24, older than 13", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"{broken} does not run (libpq.so.5", failure.Message, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task The_named_comes_before_PATH_and_PATH_before_the_usual_folders()
    {
        var (named, path, usual) = (Version("named", "17.2"), Version("path", "16.1"), Version("usual", "15.18 (Debian 15.18-0+deb12u1)"));

        var first = await FindAsync(Bare with { Named = named, Path = [path], Usual = [usual] });
        var second = await FindAsync(Bare with { Path = [_folder, path], Usual = [usual] });
        var third = await FindAsync(Bare with { Path = [_folder], Usual = [usual] });

        Assert.Equal(new(named, 17, "17.2", "named by ERMINE_PG_BIN"), first);
        Assert.Equal(new(path, 16, "16.1", "found on PATH"), second);
        Assert.Equal(new(usual, 15, "15.18", "found on this machine"), third);
    }

    [LinuxFact]
    public async Task When_npm_fails_the_message_ends_with_what_it_said()
    {
        var npm = ShellScript.Write(Path.Combine(_folder, "npm"), "echo 'npm error network: the registry is away' >&2; exit 1");

        var failure = await Assert.ThrowsAsync<PostgresUnavailableException>(() => FindAsync(Bare with { Npm = npm }));

        Assert.EndsWith("npm error network: the registry is away", failure.Message, StringComparison.Ordinal);
    }

    [NpmFact]
    public async Task What_npm_fetches_serves()
    {
        var places = SearchPlaces.OfThisMachine() with { Named = null, Path = [], Usual = [] };
        await using var checkout = new Checkout(places.Cache) { Places = places };

        await using var server = await checkout.AcquireAsync();
        var database = await server.ConnectionStringForAsync("shop", CancellationToken.None);

        Assert.Contains("Database=shop", database, StringComparison.Ordinal);
        Assert.Contains("PostgreSQL 18.4", server.Description, StringComparison.Ordinal);
        Assert.Contains("(fetched with npm)", server.Description, StringComparison.Ordinal);
    }

    private static Task<PostgresBinaries> FindAsync(SearchPlaces places) => BinarySearch.FindAsync(places, _ => { }, CancellationToken.None);

    private string Version(string name, string version) => Programs(name, $"echo 'postgres (PostgreSQL) {version}'");

    private string Programs(string name, string script)
    {
        var bin = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        foreach (var program in (string[])["initdb", "pg_ctl", "postgres"])
            ShellScript.Write(Path.Combine(bin, program), script);
        return bin;
    }
}
