using Marten;
using Npgsql;

namespace Ermine.Postgres.Commits;

/// <summary>Sees when Marten is about to send COMMIT: from then on, a broken connection leaves the outcome unknown.</summary>
internal sealed class CommitWatch : ITransactionParticipant
{
    public bool MaybeCommitted { get; private set; }

    public Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
    {
        MaybeCommitted = true;
        return Task.CompletedTask;
    }

    public Task AfterCommitAsync(CancellationToken token) => Task.CompletedTask;
}
