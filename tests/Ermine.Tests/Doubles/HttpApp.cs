using System.Text;
using Ermine.Http;
using Ermine.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Tests.Doubles;

/// <summary>An app with endpoints, on Kestrel and a port of its own.</summary>
internal sealed class HttpApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HttpApp(WebApplication app, RecordedLog log, RecordedCommit commits)
    {
        (_app, Log, Commits) = (app, log, commits);
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public RecordedLog Log { get; }

    public RecordedCommit Commits { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="functions">Adds the functions.</param>
    /// <param name="configure">What the app registers before Ermine does.</param>
    /// <param name="environment">The environment's name.</param>
    /// <param name="last">What the app registers after Ermine has.</param>
    /// <param name="first">What the app adds before it maps its functions.</param>
    /// <param name="then">What it adds after.</param>
    public static async Task<HttpApp> StartAsync(
        Action<FunctionCatalog> functions, Action<WebApplicationBuilder>? configure = null, string environment = "Production", Action<WebApplicationBuilder>? last = null,
        Action<WebApplication>? first = null, Action<WebApplication>? then = null)
    {
        var log = new RecordedLog();
        var commits = new RecordedCommit();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        configure?.Invoke(builder);
        var catalog = new FunctionCatalog();
        functions(catalog);
        KernelProvider.AddTo(builder, catalog);
        AuthProvider.AddTo(builder, catalog);
        HttpProvider.AddTo(builder, catalog);
        FunctionProvider.AddTo(builder, catalog);
        builder.Services.AddSingleton<ICommitFactory>(commits);
        last?.Invoke(builder);
        var app = builder.Build();
        first?.Invoke(app);
        app.MapErmine();
        then?.Invoke(app);
        await app.StartAsync();
        return new HttpApp(app, log, commits);
    }

    /// <summary>An app with one function, which answers one route.</summary>
    public static Task<HttpApp> StartAsync(string route, FunctionHandler handler, FunctionAttribute? function = null, int maxBodyBytes = 1_048_576, Action<WebApplicationBuilder>? configure = null) =>
        StartAsync(catalog => catalog.Add("test.run", function ?? new FunctionAttribute(), new RestAttribute(route) { MaxBodyBytes = maxBodyBytes }, null, InputShape.Http, handler), configure);

    /// <summary>An app with one function on demand, <c>test.run</c>, that says nothing of who may call it.</summary>
    public static Task<HttpApp> OnDemandAsync(FunctionHandler handler, FunctionAttribute? function = null, string environment = "Development", object[]? metadata = null, Action<WebApplicationBuilder>? configure = null) =>
        StartAsync(
            catalog => catalog.Add("test.run", function ?? new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, handler, metadata ?? []),
            configure, environment);

    /// <summary>Calls a function by its id with the JSON of its arguments.</summary>
    public async Task<HttpResponseMessage> CallAsync(string? json, string accept = "*/*", string id = "test.run", HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/_ermine/functions/{id}") { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd(accept);
        return await Client.SendAsync(request, until);
    }

    /// <summary>Waits for the requests that are under way.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
