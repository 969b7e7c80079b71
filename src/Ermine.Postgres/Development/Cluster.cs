namespace Ermine.Postgres.Development;

/// <summary>The files of one data directory, all named by PostgreSQL's major version, since data of one cannot be read by another.</summary>
/// <param name="Root">The folder that they lie in.</param>
/// <param name="Major">The major version.</param>
internal sealed record Cluster(string Root, int Major)
{
    /// <summary>What every name starts with.</summary>
    public const string Prefix = "postgres-";

    /// <summary>The role that owns everything: a superuser, who can create databases.</summary>
    public const string Role = "ermine";

    /// <summary>The data directory.</summary>
    public string Data => Path.Combine(Root, $"{Prefix}{Major}");

    /// <summary>The server's log.</summary>
    public string Log => Data + ".log";

    /// <summary>The password of <see cref="Role"/>, readable by its owner only.</summary>
    public string Password => Data + ".password";

    /// <summary>What was last started on the data: <see cref="ServerRecord"/>.</summary>
    public string Record => Data + ".server";
}
