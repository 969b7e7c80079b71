using System.Globalization;
using Ermine.Functions;
using Ermine.Kernel;
using Ermine.Postgres.Statements;
using Ermine.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ermine.Postgres.Queues;

/// <summary>Deletes what queues need no longer, every few minutes and a little at a time: keys whose window is over, old dead letters, runs that ended long ago, and answers that are kept no longer.</summary>
/// <remarks>Every node does it, at times that differ; what one has deleted the others do not find.</remarks>
internal sealed class Housekeeping(NpgsqlDataSource source, FunctionCatalog catalog, IDeadLetters letters, IConfiguration configuration, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    private const int Some = 1_000;
    private static readonly TimeSpan Each = TimeSpan.FromMinutes(5);

    private readonly TimeSpan _kept = Kept(configuration);
    private readonly TimeSpan _runsKept = RunRetention.Of(configuration);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Each * (0.5 + Random.Shared.NextDouble()), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // stopping ends it
            if (!stoppingToken.IsCancellationRequested) await TidyAsync(stoppingToken);
        }
    }

    /// <summary>Goes through the queues of this app once.</summary>
    internal async Task TidyAsync(CancellationToken ct)
    {
        await ForgetAsync("ermine.run", Statement.In("Runs/forget.sql").Bind().With("before", time.GetUtcNow() - _runsKept), ct);
        await ForgetAsync("ermine.idempotency", Statement.In("Idempotency/forget.sql").Bind(), ct);
        await ForgetAsync("ermine.rate", Statement.In("Queues/forget_rates.sql").Bind(), ct);
        foreach (var queue in catalog.Contracts.OfType<QueueAttribute>().Select(q => q.Name).Union(await DestinationsAsync(ct)))
        {
            try
            {
                await source.ReadAsync(QueueTables.Of(queue).ForgetKeys.Bind().With("limit", Some), _ => 0, ct);
                await letters.DiscardAsync(queue, new DeadLetterFilter { Before = time.GetUtcNow() - _kept, Limit = Some }, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                QueueLog.NotTidied(log, e, queue); // the next time will do
            }
            catch (OperationCanceledException)
            {
                return; // the app stops
            }
        }
    }

    // Queues that no contract of this build names, since they were made while some node ran.
    private async Task<IReadOnlyList<string>> DestinationsAsync(CancellationToken ct)
    {
        try
        {
            return await source.ReadAsync(Statement.In("Webhooks/queues.sql").Bind(), r => r.GetString(0), ct);
        }
        catch (Exception e)
        {
            if (!ct.IsCancellationRequested) QueueLog.NotTidied(log, e, "webhook-..."); // the next time will do
            return [];
        }
    }

    private async Task ForgetAsync(string table, BoundStatement statement, CancellationToken ct)
    {
        try
        {
            await source.ReadAsync(statement.With("limit", Some), _ => 0, ct);
        }
        catch (Exception e)
        {
            if (!ct.IsCancellationRequested) QueueLog.NotTidied(log, e, table); // the next time will do
        }
    }

    private static TimeSpan Kept(IConfiguration configuration)
    {
        const string setting = "Ermine:Queues:DeadLetterDays";
        if (configuration[setting] is not { } text) return TimeSpan.FromDays(30);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 3_650
            ? TimeSpan.FromDays(days)
            : throw new ErmineStartupException($"The setting {setting} = '{text}' is no number of days from 1 to 3650.");
    }
}
