using System.Text;
using Ermine.Kernel;
using Ermine.Postgres.Statements;
using Npgsql;

namespace Ermine.Postgres.Migrations;

/// <summary>Brings a database to the schema that the app needs: the migrations of <c>ermine</c>, the tables of its queues, and Marten's tables in <c>app</c>.</summary>
internal sealed class Migrator(NpgsqlDataSource source, IReadOnlyList<Migration> migrations, IReadOnlyList<string> queues, IDocumentSchema documents)
{
    /// <summary>Refuses a database that is not as the app needs it.</summary>
    /// <exception cref="ErmineStartupException">What is missing, and the command that adds it.</exception>
    public async Task CheckAsync(CancellationToken ct)
    {
        var (state, difference) = await ReadAsync(ct);
        var lacks = new List<string>();
        if (state.Pending.Count > 0) lacks.Add($"its schema is at version {state.Version}, and this build needs {migrations[^1].Number}");
        else if (state.MissingQueues.Count > 0) lacks.Add($"it has no tables for the queue(s) {string.Join(", ", state.MissingQueues)}");
        if (difference is not null) lacks.Add("its tables for documents are not as Marten is configured");
        if (lacks.Count == 0) return;

        throw new ErmineStartupException(
            $"The database is not as this app needs it: {string.Join("; ", lacks)}. Start the app once with --Ermine:Migrate=only, which applies what is missing and exits; "
            + "or with --Ermine:Migrate=script, which prints it for somebody else to apply.");
    }

    /// <summary>Applies what is missing; safe when several do so at once. Returns the names of the migrations that were.</summary>
    /// <exception cref="ErmineStartupException">The schema is newer, an applied migration has changed, or one fails.</exception>
    public async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken ct)
    {
        var (state, difference) = await ReadAsync(ct);
        if (!state.IsCurrent) state = await ApplySchemaAsync(ct);
        if (difference is not null) await documents.ApplyAsync(ct);
        return [.. state.Pending.Select(m => m.Name)];
    }

    /// <summary>The SQL of what is missing, in one transaction; empty when nothing is.</summary>
    /// <exception cref="ErmineStartupException">The schema is newer, or an applied migration has changed.</exception>
    public async Task<string> ScriptAsync(CancellationToken ct)
    {
        var (state, difference) = await ReadAsync(ct);
        var script = new StringBuilder();
        foreach (var migration in state.Pending)
        {
            script.Append(migration.Text.TrimEnd()).Append("\n\n");
            script.Append(Literal("Migrations/record.sql", migration.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), $"'{migration.Name}'", $"'{migration.Checksum}'")).Append(";\n\n");
        }

        if (state.MissingQueues.Count > 0) script.Append(Literal("Queues/create.sql", $"array['{string.Join("', '", state.MissingQueues)}']")).Append(";\n\n");
        if (difference is not null) script.Append(difference.TrimEnd()).Append("\n\n");
        return script.Length == 0 ? "" : $"begin;\n\n{script}commit;\n";
    }

    // Both at once, since most of either is waiting or compiling, and neither depends on the other. Whatever is wrong with the schema is said first.
    private async Task<(SchemaState State, string? Difference)> ReadAsync(CancellationToken ct)
    {
        var difference = Task.Run(() => documents.DifferenceAsync(ct), ct);
        var state = ReadSchemaAsync(ct);
        await Task.WhenAll(state, difference);
        return (await state, await difference);
    }

    private async Task<SchemaState> ReadSchemaAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await SchemaState.ReadAsync(connection, migrations, queues, ct);
    }

    private async Task<SchemaState> ApplySchemaAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, Statement.In("Migrations/lock.sql").Bind(), ct);
        var state = await SchemaState.ReadAsync(connection, migrations, queues, ct); // again: whoever had the lock may have done it
        foreach (var migration in state.Pending) await ApplyAsync(connection, migration, ct);
        if (state.MissingQueues.Count > 0)
            await ExecuteAsync(connection, Statement.In("Queues/create.sql").Bind().With("names", state.MissingQueues.ToArray()), ct);
        await transaction.CommitAsync(ct);
        return state;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken ct)
    {
        try
        {
            await using var command = new NpgsqlCommand(migration.Text, connection);
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException e)
        {
            throw new ErmineStartupException($"The migration {migration.Name} failed, and nothing was changed: {e.MessageText} (SQLSTATE {e.SqlState}).", e);
        }

        var record = Statement.In("Migrations/record.sql").Bind().With("number", migration.Number).With("name", migration.Name).With("checksum", migration.Checksum);
        await ExecuteAsync(connection, record, ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, BoundStatement statement, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { statement.ToBatchCommand() } };
        await batch.ExecuteNonQueryAsync(ct);
    }

    // Only for names that were checked and texts of this assembly.
    private static string Literal(string file, params string[] values)
    {
        var text = Statement.In(file).Text;
        for (var i = values.Length; i > 0; i--) text = text.Replace($"${i}", values[i - 1], StringComparison.Ordinal);
        return text;
    }
}
