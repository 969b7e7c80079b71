using Ermine.Postgres.Statements;
using Marten;
using Npgsql;

namespace Ermine.Postgres.Commits;

/// <summary>Sees when Marten is about to send COMMIT: from then on, a broken connection leaves the outcome unknown. What is to be written last is written before.</summary>
internal sealed class CommitWatch(IReadOnlyList<Func<ValueTask<BoundStatement>>> last) : ITransactionParticipant
{
    public bool MaybeCommitted { get; private set; }

    public async Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
    {
        foreach (var statement in last)
        {
            await using var batch = connection.Batch([await statement()]);
            await batch.ExecuteNonQueryAsync(token);
        }

        MaybeCommitted = true;
    }

    public Task AfterCommitAsync(CancellationToken token) => Task.CompletedTask;
}
