using Ermine.Events;
using Ermine.Functions;
using Ermine.Kernel;
using Ermine.Postgres.Clock;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ermine.Postgres.Tests;

/// <summary>A node as an app wires it, without functions.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    private readonly IHost _host;

    private TestNode(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public IWorkStore Store => Services.GetRequiredService<IWorkStore>();

    public DatabaseClock Clock => Services.GetRequiredService<DatabaseClock>();

    /// <summary>An app's builder with Ermine added.</summary>
    public static HostApplicationBuilder Builder(string? connectionString, string environment = "Testing", FunctionCatalog? catalog = null, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment, ApplicationName = "Ermine.Postgres.Tests" });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.Configuration["ConnectionStrings:ermine"] = connectionString;
        builder.Logging.ClearProviders();
        catalog ??= new FunctionCatalog();
        KernelProvider.AddTo(builder, catalog);
        FunctionProvider.AddTo(builder, catalog);
        EventProvider.AddTo(builder, catalog);
        PostgresProvider.AddTo(builder, catalog);
        return builder;
    }

    /// <summary>A node that migrates at start.</summary>
    public static Task<TestNode> StartAsync(string connectionString, Action<IServiceCollection>? configure = null)
    {
        var builder = Builder(connectionString, settings: ("Ermine:Migrate", "auto"));
        configure?.Invoke(builder.Services);
        return StartAsync(builder);
    }

    /// <summary>A node of a builder.</summary>
    public static async Task<TestNode> StartAsync(HostApplicationBuilder builder)
    {
        var host = builder.Build();
        try
        {
            await host.StartAsync();
            return new TestNode(host);
        }
        catch
        {
            host.Dispose(); // nobody else will
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
