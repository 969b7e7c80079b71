using Ermine.Postgres.Statements;
using Npgsql;

namespace Ermine.Postgres.Nodes;

/// <summary>This node from start to stop, under a number that no other life ever gets: the owner of its leases.</summary>
internal sealed class NodeLife
{
    private int? _owner;

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The node has not started.</exception>
    public int Owner => _owner ?? throw new InvalidOperationException("Nothing can be claimed before the app has started.");

    /// <summary>Takes the number, once.</summary>
    public async Task BeginAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Statement.In("Nodes/begin_life.sql").Text);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"{Environment.MachineName}:{Environment.ProcessId}" });
        _owner = (int)(await command.ExecuteScalarAsync(ct))!;
    }
}
