using Ermine.Kernel;
using Ermine.Postgres.Clock;
using Ermine.Postgres.Connections;
using Ermine.Postgres.Documents;
using Ermine.Postgres.Migrations;
using Ermine.Postgres.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ermine.Postgres.Hosting;

/// <summary>Makes the database ready before anything else starts, and lets go of it after everything else has stopped.</summary>
internal sealed class PostgresHost(
    DatabaseAccess access, MigrateMode mode, IServiceProvider services, NodeLife life, DatabaseClock clock, StartupReport report, ILogger<PostgresHost> log) : IHostedLifecycleService
{
    private readonly CancellationTokenSource _stopped = new();
    private Task _clockwork = Task.CompletedTask;
    private Task _warmedUp = Task.CompletedTask;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            var database = await access.FindAsync().WaitAsync(cancellationToken);
            var migrator = services.GetRequiredService<Migrator>(); // makes Marten's store, while the first connection is being opened
            var version = await access.ReachAsync().WaitAsync(cancellationToken);
            await MigrateAsync(migrator, cancellationToken);
            await life.BeginAsync(database.Source, cancellationToken);
            await clock.SynchroniseAsync(database.Source, cancellationToken);
            report.Add("PostgreSQL", database.Description ?? $"{version}, {database.Address} (from {database.Why})");
            _warmedUp = Task.Run(() => MartenWarmUp.RunAsync(services.GetRequiredService<IDocumentStore>(), _stopped.Token), CancellationToken.None);
            _clockwork = clock.KeepAsync(log, _stopped.Token);
        }
        catch
        {
            await access.DisposeAsync(); // nobody stops a host that has not started
            throw;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await _stopped.CancelAsync(); // and not disposed: under a test host an app is stopped by its own RunAsync and by its factory
        await _clockwork;
        await _warmedUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // nothing waits for it, and where it failed the first request did its work
        await access.DisposeAsync();
    }

    private async Task MigrateAsync(Migrator migrator, CancellationToken ct)
    {
        if (mode == MigrateMode.Check)
        {
            await migrator.CheckAsync(ct);
            return;
        }

        if (mode == MigrateMode.Script) Console.Out.WriteLine(await migrator.ScriptAsync(ct) is { Length: > 0 } script ? script : "-- The database is as this app needs it.");
        else if (await migrator.ApplyAsync(ct) is { Count: > 0 } applied) DatabaseLog.Migrated(log, string.Join(", ", applied));
        if (mode == MigrateMode.Auto) return;

        await access.DisposeAsync();
        Environment.Exit(0); // before anything has started: this process was asked for nothing else
    }
}
