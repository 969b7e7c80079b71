using Ermine.Kernel;
using Ermine.Postgres.Statements;
using Npgsql;

namespace Ermine.Postgres.Migrations;

/// <summary>How far a database's schema is.</summary>
/// <param name="Version">The number of the last migration that it has; 0 for none.</param>
/// <param name="Pending">What it lacks, in order.</param>
/// <param name="MissingQueues">Queues that have no tables.</param>
internal sealed record SchemaState(int Version, IReadOnlyList<Migration> Pending, IReadOnlyList<string> MissingQueues)
{
    public bool IsCurrent => Pending.Count == 0 && MissingQueues.Count == 0;

    /// <summary>Reads it.</summary>
    /// <exception cref="ErmineStartupException">The schema is newer than this build, or an applied migration is another than this build's.</exception>
    public static async Task<SchemaState> ReadAsync(NpgsqlConnection connection, IReadOnlyList<Migration> known, IReadOnlyList<string> queues, CancellationToken ct)
    {
        await using var exists = new NpgsqlCommand(Statement.In("Migrations/exists.sql").Text, connection);
        if (!(bool)(await exists.ExecuteScalarAsync(ct))!) return new SchemaState(0, known, queues);

        var applied = await AppliedAsync(connection, ct);
        ThrowIfNewer(applied, known);
        foreach (var (theirs, ours) in applied.Zip(known))
        {
            if (theirs.Number != ours.Number || theirs.Checksum != ours.Checksum)
            {
                throw new ErmineStartupException(
                    $"The migration {theirs.Name} was applied to this database with another content than this build has in {ours.Name}. "
                    + "An applied migration must not change: restore the file and put the change into a new one; or use another database.");
            }
        }

        var pending = known.Skip(applied.Count).ToArray();
        return new SchemaState(applied.Count, pending, pending.Length > 0 ? queues : await MissingAsync(connection, queues, ct));
    }

    private static void ThrowIfNewer(IReadOnlyList<AppliedMigration> applied, IReadOnlyList<Migration> known)
    {
        if (applied.Count <= known.Count) return;
        throw new ErmineStartupException(
            $"The database's schema is at version {applied[^1].Number} ({applied[^1].Name}), and this build of Ermine knows versions up to {known[^1].Number}. "
            + "Migrations only go forward: run the build that migrated the database or a later one, or use another database.");
    }

    private static async Task<List<AppliedMigration>> AppliedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Statement.In("Migrations/applied.sql").Text, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var applied = new List<AppliedMigration>();
        while (await reader.ReadAsync(ct)) applied.Add(new AppliedMigration(reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return applied;
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(NpgsqlConnection connection, IReadOnlyList<string> queues, CancellationToken ct)
    {
        if (queues.Count == 0) return queues;

        await using var command = new NpgsqlCommand(Statement.In("Queues/missing.sql").Text, connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. queues] });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var missing = new List<string>();
        while (await reader.ReadAsync(ct)) missing.Add(reader.GetString(0));
        return missing;
    }
}
