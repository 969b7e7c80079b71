using Ermine.Postgres.Connections;
using Npgsql;
using Weasel.Postgresql.Connections;

namespace Ermine.Postgres.Documents;

/// <summary>Gives Marten the app's connections when it first needs them: its options are made before the database is known.</summary>
internal sealed class DataSourceOnDemand(DatabaseAccess access) : INpgsqlDataSourceFactory
{
    public NpgsqlDataSource Create(string connectionString) => access.Found.Source;

    public bool OwnsDataSource(NpgsqlDataSource dataSource) => false;
}
