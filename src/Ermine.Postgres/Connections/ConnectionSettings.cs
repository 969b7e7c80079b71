using Npgsql;

namespace Ermine.Postgres.Connections;

/// <summary>What Ermine sets on a connection where the app's connection string does not.</summary>
internal static class ConnectionSettings
{
    /// <summary>The connection string with the defaults of Ermine: statements are prepared by themselves from their second use on (behind PgBouncer,
    /// say Max Auto Prepare=0), and a connection is not reset when it goes back to the pool, which would be seven statements for each of ours.
    /// Nothing of Ermine or Marten leaves anything behind in a session; who does, says No Reset On Close=false.</summary>
    public static string Completed(NpgsqlConnectionStringBuilder settings, string application)
    {
        // Not ContainsKey, which says yes to every keyword that there is.
        if (!settings.ShouldSerialize("Max Auto Prepare")) (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (200, 2);
        if (!settings.ShouldSerialize("No Reset On Close")) settings.NoResetOnClose = true;
        if (string.IsNullOrEmpty(settings.ApplicationName)) settings.ApplicationName = application;
        return settings.ConnectionString;
    }
}
