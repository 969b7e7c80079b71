using Ermine.Events;
using Ermine.Functions;
using Ermine.Http.ETags;
using Ermine.Http.Idempotency;
using Ermine.Kernel;
using Ermine.Postgres.Clock;
using Ermine.Postgres.Commits;
using Ermine.Postgres.Connections;
using Ermine.Postgres.Documents;
using Ermine.Postgres.Events;
using Ermine.Postgres.Health;
using Ermine.Postgres.Hosting;
using Ermine.Postgres.Idempotency;
using Ermine.Postgres.Migrations;
using Ermine.Postgres.Nodes;
using Ermine.Postgres.Queues;
using Ermine.Postgres.Runs;
using Ermine.Postgres.Schedules;
using Ermine.Postgres.Webhooks;
using Ermine.Queues;
using Ermine.Schedules;
using Ermine.Webhooks.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

[assembly: Ermine.ErmineProvider(typeof(Ermine.Postgres.PostgresProvider))]

namespace Ermine.Postgres;

/// <summary>Registers PostgreSQL and Marten. Called by the generated <c>AddErmine()</c>.</summary>
/// <remarks>An app that references this package has a database: the one that <c>ConnectionStrings:ermine</c> names, or, in Development, a private
/// one. An app without durable functions and documents needs neither, and references <c>Ermine</c> alone.</remarks>
public static class PostgresProvider
{
    /// <summary>Registers the work store, the commit, Marten, the database's clock, and a health check.</summary>
    /// <exception cref="ErmineStartupException">A setting does not parse, or a queue's name is not allowed.</exception>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog)
    {
        var mode = Mode(builder);
        RunContracts.AddTo(catalog);
        if (builder.Configuration["Logging:LogLevel:Npgsql"] is null) builder.Logging.AddFilter("Npgsql", LogLevel.Warning); // else it logs every command
        var services = builder.Services;
        services.AddSingleton<DatabaseAccess>();
        services.AddSingleton(provider => provider.GetRequiredService<DatabaseAccess>().Found.Source);
        services.AddSingleton<NodeLife>();
        services.AddSingleton<WakeUps>();
        services.AddSingleton<ClaimCursors>();
        services.AddSingleton<DatabaseClock>();
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseClock>()));
        services.AddSingleton<DeadLetterNotices>();
        services.AddSingleton<IWorkStore, PostgresWorkStore>();
        services.AddSingleton<ICommitFactory, PostgresCommitFactory>();
        services.AddSingleton<IDeadLetters, DeadLetters>();
        services.AddSingleton<IQueueControl, QueueControl>();
        services.AddSingleton<IRunStore, RunStore>();
        services.AddSingleton<IScheduleStore, PostgresScheduleStore>();
        services.AddSingleton<ISubscriptionStore, SubscriptionStore>();
        services.AddSingleton<IArchiveStore, ArchiveStore>();
        services.AddSingleton<IWebhookStore, WebhookStore>();
        services.TryAddSingleton<EventRoutes>(); // where the app has nothing of events, there are no routes
        services.AddSingleton<Departures>();
        services.AddSingleton<IIdempotencyStore, IdempotencyStore>();
        services.AddSingleton<IDocumentVersions, DocumentVersions>();
        services.AddHostedService<Housekeeping>();
        MartenSetup.AddTo(services, mode);
        services.Configure<LoggerFilterOptions>(Quieten);
        services.AddSingleton(provider => new Migrator(
            provider.GetRequiredService<NpgsqlDataSource>(), Migration.All, Queues(catalog), provider.GetRequiredService<IDocumentSchema>()));
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, HeadStart>()); // before Marten, which puts itself first
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<PostgresHost>(provider, mode));
        services.AddHealthChecks().Add(new HealthCheckRegistration("postgres", ActivatorUtilities.GetServiceOrCreateInstance<PostgresHealth>, HealthStatus.Unhealthy, ["ready"], PostgresHealth.Timeout));
    }

    // Npgsql reports every command as information, and Marten every table. In front of the other rules, so that the app's own settings win.
    private static void Quieten(LoggerFilterOptions filters)
    {
        filters.Rules.Insert(0, new LoggerFilterRule(null, "Npgsql", LogLevel.Warning, null));
        filters.Rules.Insert(0, new LoggerFilterRule(null, "Marten", LogLevel.Warning, null));
    }

    private static IReadOnlyList<string> Queues(FunctionCatalog catalog)
    {
        try
        {
            return [.. catalog.Contracts.OfType<QueueAttribute>().Select(q => QueueTables.Checked(q.Name)).Order(StringComparer.Ordinal)];
        }
        catch (ArgumentException e)
        {
            throw new ErmineStartupException(e.Message, e);
        }
    }

    private static MigrateMode Mode(IHostApplicationBuilder builder)
    {
        if (builder.Configuration["Ermine:Migrate"] is not { Length: > 0 } text) return builder.Environment.IsDevelopment() ? MigrateMode.Auto : MigrateMode.Check;
        return Enum.TryParse<MigrateMode>(text, ignoreCase: true, out var mode) && Enum.IsDefined(mode) && !char.IsAsciiDigit(text[0])
            ? mode
            : throw new ErmineStartupException($"The setting Ermine:Migrate = '{text}' is none of auto, check, only and script.");
    }
}
