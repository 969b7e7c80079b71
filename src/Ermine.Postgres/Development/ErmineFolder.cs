using System.Security.Cryptography;
using System.Text;

namespace Ermine.Postgres.Development;

/// <summary>The private folder <c>.ermine</c> of a checkout, which every app and test in it shares.</summary>
/// <param name="Checkout">The folder it belongs to: the checkout's root, or the app's own folder outside of one.</param>
internal sealed record ErmineFolder(string Checkout)
{
    /// <summary>The folder itself.</summary>
    public string Path { get; } = System.IO.Path.Combine(Checkout, ".ermine");

    /// <summary>Where the data lies when root runs the app and the account of PostgreSQL cannot enter the checkout. Only root can write here.</summary>
    public string Elsewhere { get; } = System.IO.Path.Combine(
        "/var/lib/ermine",
        $"{System.IO.Path.GetFileName(Checkout)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Checkout)))[..12]}");

    /// <summary>The file whose exclusive lock is held while a server is sought, started or stopped.</summary>
    public string StartLock => System.IO.Path.Combine(Path, "start.lock");

    /// <summary>The file whose lock is shared by all users of the server; who can own it is the last one out.</summary>
    public string UsersLock => System.IO.Path.Combine(Path, "users.lock");

    /// <summary>The folder of the nearest ancestor that has <c>.git</c> (a folder, or in a worktree a file), else of the app's own folder.</summary>
    public static ErmineFolder Of(string contentRoot)
    {
        var own = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(contentRoot));
        for (var folder = own; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (System.IO.Path.Exists(System.IO.Path.Combine(folder, ".git")))
                return new(folder);
        }

        return new(own);
    }

    /// <summary>Makes the folder, with a .gitignore that keeps it out of every commit.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Path);
        var ignore = System.IO.Path.Combine(Path, ".gitignore");
        if (!File.Exists(ignore))
            File.WriteAllText(ignore, "*\n");
    }

    /// <summary>The clusters whose files lie here, or elsewhere for root.</summary>
    public IEnumerable<Cluster> Clusters() =>
        from root in (string[])[Path, Elsewhere]
        where Directory.Exists(root)
        from folder in Directory.EnumerateDirectories(root, Cluster.Prefix + "*")
        where int.TryParse(System.IO.Path.GetFileName(folder)[Cluster.Prefix.Length..], out _)
        select new Cluster(root, int.Parse(System.IO.Path.GetFileName(folder)[Cluster.Prefix.Length..], System.Globalization.CultureInfo.InvariantCulture));
}
