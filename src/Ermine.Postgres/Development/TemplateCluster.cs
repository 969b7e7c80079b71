using System.Security.Cryptography;
using System.Text;

namespace Ermine.Postgres.Development;

/// <summary>
/// A data directory fresh from <c>initdb</c>, kept in the user's cache: copying it takes a quarter of a second, making it one or two.
/// The password is part of it, so that all checkouts of a user share one; nobody but that user can read any of them.
/// </summary>
internal static class TemplateCluster
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>The folder of the template for these programs, made if absent; it holds <c>data</c> and <c>password</c>.</summary>
    /// <exception cref="PostgresUnavailableException">initdb failed; the message ends with its last lines.</exception>
    public static Task<string> GetAsync(string cache, PostgresBinaries binaries, Account? account, Action<string> progress, CancellationToken ct)
    {
        // Two builds of one version differ in time zones and libraries: the folder of the programs is part of the name.
        var build = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(binaries.Bin)))[..8];
        return CachedFolder.GetAsync(cache, $"template-{binaries.Version}-{build}-{account?.Name ?? "own"}", MakeAsync, ct);

        async Task MakeAsync(string folder)
        {
            progress($"Preparing PostgreSQL {binaries.Version} (once per machine) ...");
            var data = DataIn(folder);
            var password = PasswordIn(folder);
            PrivateFile.CreateFolder(data);
            PrivateFile.Write(password, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
            if (account is not null)
                await account.GiveAsync([data, password], ct);

            string[] words =
            [
                binaries.Program("initdb"), "-D", data, "-U", Cluster.Role, $"--pwfile={password}",
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync",
            ];
            var result = await Command.RunAsync(Account.Under(account, words), binaries.Bin, Limit, ct);
            if (!result.Succeeded)
                throw new PostgresUnavailableException(
                    $"initdb of PostgreSQL {binaries.Version} ({binaries.Bin}, {binaries.Why}) failed. Mend what it names, "
                    + $"or name another PostgreSQL in {SearchPlaces.Variable}. It said:\n{result.LastLines()}");

            ServerSettings.Include(data);
        }
    }

    /// <summary>The data directory of a template.</summary>
    public static string DataIn(string folder) => Path.Combine(folder, "data");

    /// <summary>The password file of a template.</summary>
    public static string PasswordIn(string folder) => Path.Combine(folder, "password");
}
