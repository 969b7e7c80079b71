using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ermine.Testing.Hosting;

/// <summary>Runs the app's own entry point in this process, on Kestrel with a port of its own, against one database.</summary>
internal sealed class TestHost<TProgram> : WebApplicationFactory<TProgram> where TProgram : class
{
    private readonly Dictionary<string, string?> _settings;
    private readonly IReadOnlyList<Action<IServiceCollection>> _services;

    /// <param name="connectionString">The database.</param>
    /// <param name="settings">What the test sets of the app's configuration.</param>
    /// <param name="services">What the test adds to the app's services.</param>
    public TestHost(string connectionString, IReadOnlyDictionary<string, string?> settings, IReadOnlyList<Action<IServiceCollection>> services)
    {
        _services = services;
        _settings = new(settings)
        {
            ["ConnectionStrings:ermine"] = connectionString,
            ["Ermine:Migrate"] = "auto",
        };
        _settings.TryAdd("Logging:LogLevel:Default", "Warning");
        UseKestrel(0);
        StartServer();
    }

    // Here, and not on the web host, because AddErmine() reads settings while the app is still being built.
    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(_settings));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var configure in _services) builder.ConfigureTestServices(configure);
    }
}
