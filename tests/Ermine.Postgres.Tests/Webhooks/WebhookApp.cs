using System.Collections.Concurrent;
using System.Text;
using Ermine.Events;
using Ermine.Kernel;
using Ermine.Postgres.Tests.Databases;
using Ermine.Webhooks.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Postgres.Tests.Webhooks;

/// <summary>A node that sends webhooks, over a real database, and a server that receives them. Each test has a destination and a bus of its own, by one name.</summary>
public sealed class WebhookApp : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<Received> _received = [];
    private readonly ConcurrentDictionary<string, Func<int, Answer>> _answers = new(StringComparer.Ordinal);
    private WebApplication _receiver = null!;
    private TestNode _node = null!;

    internal TestDatabase Database { get; private set; } = null!;

    internal IServiceProvider Services => _node.Services;

    /// <summary>The address of a destination; <c>localhost</c> is one that nobody has allowed.</summary>
    internal string UrlOf(string name, string host = "127.0.0.1") => $"{_receiver.Urls.Single().Replace("127.0.0.1", host, StringComparison.Ordinal)}/{name}";

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.MigratedAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _receiver = builder.Build();
        _receiver.Run(AnswerAsync);
        await _receiver.StartAsync();
        var catalog = new FunctionCatalog();
        var node = TestNode.Builder(Database.ConnectionString, catalog: catalog, settings:
        [
            ("Ermine:Migrate", "auto"), ("Ermine:Webhooks:AllowHttp", "true"), ("Ermine:Webhooks:AllowedHosts", "127.0.0.1"),
            ("Ermine:Webhooks:Destinations:declared:Url", UrlOf("declared")), ("Ermine:Webhooks:Destinations:declared:Pattern", """{"source": ["shop"]}"""), ("Ermine:Webhooks:Destinations:declared:Bus", "declared"),
        ]);
        SendingProvider.AddTo(node, catalog);
        node.Services.AddSingleton<IWebhookWriter, RefusingWriter>();
        _node = await TestNode.StartAsync(node);
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _receiver.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>Says what a destination answers to the first request, the second, and so on. Default: 200.</summary>
    internal void Answers(string name, Func<int, Answer> answer) => _answers[name] = answer;

    /// <summary>What a destination was sent so far.</summary>
    internal IReadOnlyList<Received> At(string name) => [.. _received.Where(r => r.Path == $"/{name}")];

    internal Task MakeAsync(string name, string pattern = """{"source": ["shop"]}""", WebhookFormat format = WebhookFormat.Event) =>
        OnAsync<IWebhookDestinations>(d => d.UpsertAsync(new WebhookDestination(name, UrlOf(name), pattern) { Bus = name, Format = format }));

    internal Task PublishAsync(string bus, string id, string detail = "{}") =>
        OnAsync<IEventBus>(events => events.PublishJsonAsync("shop", "OrderPlaced", Encoding.UTF8.GetBytes(detail), new PublishOptions { Bus = bus, Id = id }));

    internal Task AdvanceAsync(TimeSpan by) => _node.Clock.AdvanceAsync(by, CancellationToken.None);

    internal async Task<IReadOnlyList<WebhookDelivery>> LogAsync(string name)
    {
        IReadOnlyList<WebhookDelivery> log = [];
        await OnAsync<IWebhookDeliveries>(async d => log = [.. (await d.ListAsync(name)).Reverse()]);
        return log;
    }

    /// <summary>Does something in a scope of its own.</summary>
    internal async Task OnAsync<T>(Func<T, Task> act)
        where T : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>Waits until nothing is due or under way.</summary>
    internal Task IdleAsync() => UntilAsync(async () => !(await _node.Store.DepthsAsync(default)).Any(q => (q.IsPaused ? 0 : q.Ready) + q.Leased > 0));

    /// <summary>Asks until something is so.</summary>
    internal static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await isSo()) await pace.WaitForNextTickAsync(patience.Token);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers;
        var name = context.Request.Path.Value!.TrimStart('/');
        _received.Enqueue(new Received($"/{name}", headers["webhook-id"].Single()!, long.Parse(headers["webhook-timestamp"].Single()!), headers["webhook-signature"].Single()!, body.ToArray()));
        var answer = _answers.TryGetValue(name, out var answers) ? answers(At(name).Count) : Answer.Ok;
        if (answer.After is { } after) await after;
        if (answer.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait;
        context.Response.StatusCode = answer.Status;
    }
}
