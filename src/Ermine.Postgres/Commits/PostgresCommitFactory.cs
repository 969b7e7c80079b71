using Ermine.Http.ETags;
using Ermine.Kernel;
using Ermine.Postgres.Queues;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ermine.Postgres.Commits;

internal sealed class PostgresCommitFactory(NpgsqlDataSource source, WakeUps wakeUps, Departures departures, IServiceProvider services) : ICommitFactory
{
    public ICommit Create(Invocation invocation) => new PostgresCommit(
        source, wakeUps, departures, invocation.Function?.Metadata.OfType<ETagAttribute>().Any() == true ? services.GetRequiredService<IDocumentVersions>() : null);
}
