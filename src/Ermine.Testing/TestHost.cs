using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Ermine.Testing;

/// <summary>Runs the app's own entry point in this process, on Kestrel with a port of its own, against one database.</summary>
internal sealed class TestHost<TProgram> : WebApplicationFactory<TProgram> where TProgram : class
{
    private readonly Dictionary<string, string?> _settings;
    private readonly TestAppOptions _options;

    public TestHost(string connectionString, TestAppOptions options)
    {
        _options = options;
        _settings = new(options.Settings)
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
        foreach (var configure in _options.Services) builder.ConfigureTestServices(configure);
    }
}
