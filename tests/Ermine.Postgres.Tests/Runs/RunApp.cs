using Ermine.Functions;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Postgres.Tests.Databases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Postgres.Tests.Runs;

/// <summary>An app with functions on demand, on Kestrel and over a real database. Whoever sends the header <c>user</c> is signed in.</summary>
internal sealed class RunApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase _database;

    private RunApp(WebApplication app, TestDatabase database)
    {
        (_app, _database) = (app, database);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public static async Task<RunApp> StartAsync(string environment, Action<FunctionCatalog> declare)
    {
        var database = await TestDatabase.MigratedAsync();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:ermine"] = database.ConnectionString;
        builder.Configuration["Ermine:Migrate"] = "auto";
        var catalog = new FunctionCatalog();
        declare(catalog);
        KernelProvider.AddTo(builder, catalog);
        FunctionProvider.AddTo(builder, catalog);
        HttpProvider.AddTo(builder, catalog);
        PostgresProvider.AddTo(builder, catalog);
        builder.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, UserHeader>("header", null);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapErmine();
        await app.StartAsync();
        return new RunApp(app, database);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
