using System.Diagnostics;
using Ermine.Benchmarks.Queues.Apps.Shared;
using JasperFx.Resources;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Postgresql;
using Wolverine.Runtime;
using Wolverine.Runtime.Serialization;

namespace WolverinePeer;

/// <summary>Wolverine with its PostgreSQL transport, durable inbox and outbox, at the settings that were found to be its best.</summary>
/// <param name="writes">The queue whose handler stores documents, not the one whose handler only counts.</param>
internal sealed class WolverineSubject(bool writes) : ISubject
{
    private const string Queue = "bench";
    private const string Storage = "wolverine";
    private const string Schema = "wolverine_queues";
    private const string Table = $"{Schema}.wolverine_queue_{Queue}";

    private readonly string _connectionString = Environment.GetEnvironmentVariable("QUEUE_DATABASE")!;
    private IHost? _host;

    public async Task StartAsync(bool receives, CancellationToken ct)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        if (writes)
        {
            builder.Services.AddMarten(options =>
            {
                options.Connection(_connectionString);
                options.RegisterDocumentType<PaidBill>();
                options.UseSystemTextJsonForSerialization();
            }).UseLightweightSessions().IntegrateWithWolverine(integration =>
            {
                integration.MessageStorageSchemaName = Storage;
                integration.TransportSchemaName = Schema;
            });
            builder.Services.AddResourceSetupOnStartup();
        }

        builder.UseWolverine(options => Configure(options, receives));
        _host = builder.Build();
        await _host.StartAsync(ct);
    }

    public async Task SendAsync(int caller, long at, CancellationToken ct) =>
        await new MessageBus(_host!.Services.GetRequiredService<IWolverineRuntime>()).PublishAsync(new Order(at, Pad.Kind, Pad.For(at)));

    // One message goes through the product; its envelope is written again under new ids, which is how the backlog comes to be in seconds.
    public async Task FillAsync(int count, CancellationToken ct)
    {
        var bus = new MessageBus(_host!.Services.GetRequiredService<IWolverineRuntime>());
        var now = Stopwatch.GetTimestamp();
        object message = writes ? new Bill(now, Pad.Kind, Pad.For(now)) : new Order(now, Pad.Kind, Pad.For(now));
        await bus.PublishAsync(message);
        await using var source = NpgsqlDataSource.Create(_connectionString);
        var (body, type) = await ReadFirstAsync(source, ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var copy = await connection.BeginBinaryImportAsync($"copy {Table} (id, body, message_type) from stdin (format binary)", ct);
        for (var i = 1; i < count; i++)
        {
            var envelope = EnvelopeSerializer.Deserialize(body);
            envelope.Id = Guid.CreateVersion7();
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(envelope.Id, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(EnvelopeSerializer.Serialize(envelope), NpgsqlDbType.Bytea, ct);
            await copy.WriteAsync(type, NpgsqlDbType.Varchar, ct);
        }

        await copy.CompleteAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is null) return;

        await _host.StopAsync();
        _host.Dispose();
    }

    private void Configure(WolverineOptions options, bool receives)
    {
        options.Durability.Mode = DurabilityMode.Solo;
        options.Discovery.DisableConventionalDiscovery().IncludeType(typeof(OrderHandler)).IncludeType(typeof(BillHandler));
        if (!writes) options.UsePostgresqlPersistenceAndTransport(_connectionString, Storage, transportSchema: Schema).AutoProvision(); // else Marten brings both
        options.PublishMessage<Order>().ToPostgresqlQueue(Queue).UseDurableOutbox(); // this transport has no inline sending, and a buffered send is not durable
        options.PublishMessage<Bill>().ToPostgresqlQueue(Queue).UseDurableOutbox();
        if (writes)
        {
            options.Policies.AutoApplyTransactions();
            options.Policies.UseDurableLocalQueues();
            options.BatchMessagesOf<Bill>(batching => batching.BatchSize = 100);
        }

        if (receives)
            options.ListenToPostgresqlQueue(Queue).MaximumMessagesToReceive(1_000).PollingInterval(TimeSpan.FromMilliseconds(1)).MaximumParallelMessages(16).UseDurableInbox();
    }

    private static async Task<(byte[] Body, string Type)> ReadFirstAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        while (true)
        {
            await using var command = source.CreateCommand($"select body, message_type from {Table} limit 1");
            await using var reader = await command.ExecuteReaderAsync(ct);
            if (await reader.ReadAsync(ct)) return (reader.GetFieldValue<byte[]>(0), reader.GetString(1));
            await Task.Delay(20, ct);
        }
    }
}
