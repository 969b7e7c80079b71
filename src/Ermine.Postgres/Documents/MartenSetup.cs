using Ermine.Kernel;
using Ermine.Postgres.Commits;
using Ermine.Postgres.Connections;
using Ermine.Postgres.Migrations;
using JasperFx;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ermine.Postgres.Documents;

/// <summary>Marten over the app's database: documents in the schema <c>app</c>. Configure it further with <c>services.ConfigureMarten(...)</c>.</summary>
internal static class MartenSetup
{
    /// <summary>The schema of the app's documents.</summary>
    public const string Schema = "app";

    public static void AddTo(IServiceCollection services, MigrateMode mode)
    {
        services.AddMarten(provider => Options(provider, mode));
        services.AddScoped(SessionOfScope);
        services.AddScoped(ConnectionOfScope);
        services.AddSingleton<IDocumentSchema, MartenSchema>();
    }

    private static StoreOptions Options(IServiceProvider provider, MigrateMode mode)
    {
        var options = new StoreOptions
        {
            DatabaseSchemaName = Schema,

            // Types that Marten was not told of get their table at first use; in production nothing is created without being asked for.
            AutoCreateSchemaObjects = mode == MigrateMode.Auto ? AutoCreate.CreateOrUpdate : AutoCreate.None,
        };
        options.DataSourceFactory(new DataSourceOnDemand(provider.GetRequiredService<DatabaseAccess>()), "");
        var payloads = provider.GetRequiredService<IOptions<PayloadOptions>>().Value.Json;
        options.UseSystemTextJsonForSerialization(configure: json => json.TypeInfoResolver = payloads.TypeInfoResolver);

        // No strategy, so no retry: when the reply to COMMIT is lost, the commit may have happened, and doing it again would do it twice.
        // What is worth another attempt is decided outside: by the retry policy where nothing was recorded, by the lease where nobody knows.
        options.ConfigureWritePolly(static _ => { });
        return options;
    }

    private static IDocumentSession SessionOfScope(IServiceProvider scope)
    {
        var sessions = scope.GetRequiredService<ISessionFactory>();
        return scope.GetRequiredService<InvocationScope>().Current is { } invocation
            ? ((PostgresCommit)invocation.Commit).Session(sessions.OpenSession)
            : sessions.OpenSession();
    }

    private static NpgsqlConnection ConnectionOfScope(IServiceProvider scope) => scope.GetRequiredService<InvocationScope>().Current is { } invocation
        ? ((PostgresCommit)invocation.Commit).Connection(scope.GetRequiredService<ISessionFactory>().OpenSession)
        : scope.GetRequiredService<NpgsqlDataSource>().CreateConnection();
}
