using Ermine.Functions;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Postgres.Tests.Runs;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Postgres.Tests.Habits;

/// <summary>A node with REST functions, on Kestrel and over a real database. Whoever sends the header <c>user</c> is signed in.</summary>
internal sealed class HabitApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HabitApp(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<HabitApp> StartAsync(string connectionString, Action<FunctionCatalog> declare)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:ermine"] = connectionString;
        builder.Configuration["Ermine:Migrate"] = "auto";
        var catalog = new FunctionCatalog();
        declare(catalog);
        KernelProvider.AddTo(builder, catalog);
        FunctionProvider.AddTo(builder, catalog);
        HttpProvider.AddTo(builder, catalog);
        PostgresProvider.AddTo(builder, catalog);
        builder.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, UserHeader>("header", null);
        var app = builder.Build();
        app.UseAuthentication();
        app.MapErmine();
        await app.StartAsync();
        return new HabitApp(app);
    }

    /// <summary>Sends a request with headers and a JSON body.</summary>
    public async Task<HttpResponseMessage> SendAsync(string method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null) request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
