using System.Runtime.Versioning;

namespace Ermine.Postgres.Development;

/// <summary>The unprivileged account that PostgreSQL runs under when the app runs as root, whom PostgreSQL refuses to serve.</summary>
/// <param name="Name">The account's name: of the owner of the data; for new data <c>postgres</c>, or <c>nobody</c> where there is none.</param>
/// <param name="Owner">Its user and group, as <c>chown</c> takes them.</param>
/// <param name="Prefix">The words that run the words after them under this account.</param>
internal sealed record Account(string Name, string Owner, IReadOnlyList<string> Prefix)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Whether this process is root on Unix. On Windows <c>pg_ctl</c> drops an administrator's rights by itself.</summary>
    [UnsupportedOSPlatformGuard("windows")]
    public static bool IsNeeded => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The account to use on a data directory, there or yet to be made; null for an ordinary user, who runs PostgreSQL as himself.</summary>
    /// <exception cref="PostgresUnavailableException">Root, and no way to become anybody else.</exception>
    public static async Task<Account?> FindAsync(string data, CancellationToken ct)
    {
        if (!IsNeeded)
            return null;

        foreach (var account in Candidates(await OwnerAsync(data, ct)))
        {
            if ((await account.RunAsync(["true"], "/", ct)).Succeeded)
                return account;
        }

        throw new PostgresUnavailableException(
            "PostgreSQL refuses to run as root, and Ermine found no way to start it as somebody else: that takes a user 'postgres' or 'nobody', "
            + "and setpriv, runuser or su. Run the app as an ordinary user, or set ConnectionStrings:ermine to a server that you have.");
    }

    /// <summary>Runs a program under an account, or as the current user where none is needed.</summary>
    public static IReadOnlyList<string> Under(Account? account, IEnumerable<string> words) => [.. account?.Prefix ?? [], .. words];

    /// <summary>Whether the account can reach what lies in a folder.</summary>
    public async Task<bool> CanEnterAsync(string folder, CancellationToken ct) => (await RunAsync(["test", "-x", folder], "/", ct)).Succeeded;

    /// <summary>Gives files and folders, with all they hold, to the account.</summary>
    /// <exception cref="PostgresUnavailableException">The file system does not let root change owners.</exception>
    public Task GiveAsync(IEnumerable<string> paths, CancellationToken ct) => ChangeAsync(["chown", "-R", Owner, .. paths], ct);

    /// <summary>Lets the account read and enter a folder and all it holds, whatever the umask said.</summary>
    /// <exception cref="PostgresUnavailableException">The file system does not let root change modes.</exception>
    public static Task OpenAsync(string folder, CancellationToken ct) => ChangeAsync(["chmod", "-R", "a+rX", folder], ct);

    private Task<CommandResult> RunAsync(IEnumerable<string> words, string folder, CancellationToken ct) =>
        Command.RunAsync(Under(this, words), folder, Limit, ct);

    private static async Task ChangeAsync(IReadOnlyList<string> words, CancellationToken ct)
    {
        var result = await Command.RunAsync(words, "/", Limit, ct);
        if (!result.Succeeded)
            throw new PostgresUnavailableException($"'{string.Join(' ', words)}' failed, which PostgreSQL needs to run under another account than root: {result.LastLines()}");
    }

    // Data made by a user before root came stays his, so that he can go on with it afterwards.
    private static async Task<string?> OwnerAsync(string data, CancellationToken ct) =>
        Directory.Exists(data)
        && await Command.RunAsync(["stat", "-c", "%u", data], "/", Limit, ct) is { Succeeded: true } answer
        && answer.Output.Trim() is not "0" and var uid
            ? uid
            : null;

    // BusyBox's setpriv cannot change users, and a container may lack any of them: each is tried before it is believed.
    private static IEnumerable<Account> Candidates(string? ownerUid) =>
        from fields in File.ReadLines("/etc/passwd").Select(line => line.Split(':'))
        where fields.Length > 3 && fields[2] != "0" && (ownerUid is null ? fields[0] is "postgres" or "nobody" : fields[2] == ownerUid)
        orderby fields[0] == "postgres" descending
        let name = fields[0]
        let owner = $"{fields[2]}:{fields[3]}"
        from prefix in (string[][])
        [
            ["setpriv", $"--reuid={fields[2]}", $"--regid={fields[3]}", "--clear-groups", "--"],
            ["runuser", "-u", name, "--"],
            ["su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", name],
        ]
        select new Account(name, owner, prefix);
}
