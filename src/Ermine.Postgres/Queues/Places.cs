using Ermine.Kernel;
using Ermine.Postgres.Statements;
using Npgsql;

namespace Ermine.Postgres.Queues;

/// <summary>The places of a queue of which all nodes together may have only so many messages under way, held by this node until it has claimed.</summary>
/// <remarks>Exact: who claims holds a row lock from before it counts until its claim is committed.</remarks>
internal sealed class Places : IAsyncDisposable
{
    private readonly string _queue;
    private readonly NpgsqlTransaction _transaction;
    private long _leased;
    private long[] _high = [];

    private Places(string queue, NpgsqlConnection connection, NpgsqlTransaction transaction) => (_queue, Connection, _transaction) = (queue, connection, transaction);

    /// <summary>Where the claim is to be made.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>Waits for its turn, and counts.</summary>
    public static async Task<Places> LockAsync(NpgsqlDataSource source, string queue, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        var places = new Places(queue, connection, await connection.BeginTransactionAsync(ct));
        try
        {
            await places.CountAsync(ct);
            return places;
        }
        catch
        {
            await places.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many of so many are free.</summary>
    public int FreeOf(int all) => (int)Math.Max(0, all - _leased);

    /// <summary>Notes what was claimed, and lets the next node have its turn.</summary>
    public async Task TakeAsync(IReadOnlyList<Message> claimed)
    {
        foreach (var message in claimed) _high[Segments.Of(message)] = Math.Max(_high[Segments.Of(message)], message.Id);
        await using var batch = Connection.Batch([Statement.In("Runs/note_places.sql").Bind().With("high", _high).With("queue", _queue)]);
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        await _transaction.CommitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    private async Task CountAsync(CancellationToken ct)
    {
        await using var batch = Connection.Batch(new[] { Statement.In("Runs/lock_places.sql").Bind().With("queue", _queue), QueueTables.Of(_queue).CountPlaces.Bind().With("queue", _queue) }.Planned(mayBeLost: false));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct); // past the settings; the lock answers with no rows
        await reader.ReadAsync(ct);
        (_leased, _high) = (reader.GetInt64(0), reader.GetFieldValue<long[]>(1));
    }
}
