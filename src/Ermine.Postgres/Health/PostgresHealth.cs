using Ermine.Postgres.Connections;
using Ermine.Postgres.Statements;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ermine.Postgres.Health;

/// <summary>Whether the database answers, over a connection of the pool.</summary>
internal sealed class PostgresHealth(DatabaseAccess access) : IHealthCheck
{
    /// <summary>How long the answer may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var database = await access.FindAsync().WaitAsync(cancellationToken);
            await using var command = database.Source.CreateCommand(Statement.In("Connections/version.sql").Text);
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The database does not answer.", e);
        }
    }
}
