using Ermine.Kernel;
using Ermine.Postgres.Queues;
using Npgsql;

namespace Ermine.Postgres.Commits;

internal sealed class PostgresCommitFactory(NpgsqlDataSource source, WakeUps wakeUps) : ICommitFactory
{
    public ICommit Create(Invocation invocation) => new PostgresCommit(source, wakeUps);
}
