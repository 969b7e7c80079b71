using System.Text;
using Ermine.Conformance;
using Ermine.Kernel;
using Ermine.Postgres.Queues;
using Ermine.Postgres.Tests.Databases;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ermine.Postgres.Tests;

/// <summary>Two nodes over one real database.</summary>
public sealed class PostgresHarness : WorkStoreHarness
{
    private TestDatabase _database = null!;
    private TestNode _node = null!;
    private TestNode _other = null!;
    private int _queues;

    public override IWorkStore Store => _node.Store;

    public override IWorkStore OtherNode => _other.Store;

    internal TestNode Node => _node;

    internal TestNode Other => _other;

    internal TestDatabase Database => _database;

    public override async Task InitializeAsync()
    {
        _database = await TestDatabase.MigratedAsync();
        _node = await TestNode.StartAsync(_database.ConnectionString);
        _other = await TestNode.StartAsync(_database.ConnectionString);

        // The other process would see the new time within its lease or its second; telling it keeps the suite fast and exact.
        _node.Clock.Advanced += ((PostgresWorkStore)_other.Store).Restart;
    }

    public override async Task<string> NewQueueAsync()
    {
        var name = $"queue-{Interlocked.Increment(ref _queues)}";
        await _database.RunAsync($"select ermine.create_queue('{name}')");
        return name;
    }

    public override Task AdvanceAsync(TimeSpan by) => _node.Clock.AdvanceAsync(by, CancellationToken.None);

    public override Invocation NewInvocation() => new TestInvocation(_node.Services);

    public override void Record(Invocation invocation, Guid effect) =>
        invocation.Services.GetRequiredService<IDocumentSession>().Insert(new Effect { Id = effect });

    public override async Task<bool> IsRecordedAsync(Guid effect)
    {
        await using var session = _node.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<Effect>(effect) is not null;
    }

    public override async Task<HeldSend> HoldSendAsync(OutgoingMessage message)
    {
        var connection = await _database.Source.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var send in Sends.Of([message])) batch.BatchCommands.Add(send.ToBatchCommand());
        await batch.ExecuteNonQueryAsync();
        return new HeldTransaction(transaction);
    }

    public override async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(string queue)
    {
        await using var command = _database.Source.CreateCommand(
            $"select id, attempts, error, payload, headers::text, enqueued_at, died_at from ermine.{queue.Replace('-', '_')}_dead order by id");
        await using var reader = await command.ExecuteReaderAsync();
        var letters = new List<DeadLetter>();
        while (await reader.ReadAsync())
        {
            letters.Add(new DeadLetter(
                reader.GetInt64(0), reader.GetInt16(1), reader.GetString(2), Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(3)),
                await reader.IsDBNullAsync(4) ? null : Headers.Read(reader.GetString(4)), reader.GetFieldValue<DateTimeOffset>(5), reader.GetFieldValue<DateTimeOffset>(6)));
        }

        return letters;
    }

    public override async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _other.DisposeAsync();
        await _database.DisposeAsync();
    }
}
