using Ermine.Kernel;
using Ermine.Postgres.Queues;
using Npgsql;

namespace Ermine.Postgres.Commits;

internal sealed class PostgresCommitFactory(NpgsqlDataSource source, IWorkStore store, WakeUps wakeUps) : ICommitFactory
{
    public ICommit Create(Invocation invocation) => new PostgresCommit(source, store, wakeUps);
}
