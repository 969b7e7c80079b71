using System.Collections.Concurrent;
using System.Text;
using Ermine.Events;
using Ermine.Kernel;
using Ermine.Postgres.Queues;
using Ermine.Postgres.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Events;

/// <summary>Two nodes whose functions get events, over one real database, and what those functions were handed.</summary>
internal sealed class EventNodes : IAsyncDisposable
{
    public static readonly EventAttribute OrderPlaced = new("shop", "OrderPlaced");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<TestNode> _nodes = [];
    private readonly ConcurrentQueue<(string Function, string Payload)> _handed = [];

    public TestDatabase Database { get; private set; } = null!;

    public static async Task<EventNodes> StartAsync(Action<EventNodes, FunctionCatalog> declare)
    {
        var nodes = new EventNodes { Database = await TestDatabase.MigratedAsync() };
        for (var i = 0; i < 2; i++)
        {
            var catalog = new FunctionCatalog();
            declare(nodes, catalog);
            nodes._nodes.Add(await TestNode.StartAsync(TestNode.Builder(nodes.Database.ConnectionString, catalog: catalog, settings: ("Ermine:Migrate", "auto"))));
        }

        nodes._nodes[0].Clock.Advanced += ((PostgresWorkStore)nodes._nodes[1].Store).Restart; // another process would see it within a second
        return nodes;
    }

    /// <summary>Adds a function that notes what it is handed.</summary>
    public void Subscribe(FunctionCatalog catalog, string function, EventRuleAttribute rule, ContractAttribute? contract = null) =>
        catalog.Add(function, new FunctionAttribute(), rule, contract, InputShape.Message, invocation =>
        {
            foreach (var message in ((WorkInvocation)invocation).Input.Messages) _handed.Enqueue((function, Encoding.UTF8.GetString(message.Payload.Span)));
            return Outcome.Completed;
        });

    /// <summary>What a function was handed so far.</summary>
    public IReadOnlyList<string> HandedTo(string function) => [.. _handed.Where(h => h.Function == function).Select(h => h.Payload)];

    public IServiceProvider Services(int node = 0) => _nodes[node].Services;

    public Task AdvanceAsync(TimeSpan by) => _nodes[0].Clock.AdvanceAsync(by, CancellationToken.None);

    /// <summary>Publishes an order, outside of any invocation.</summary>
    public Task PublishAsync(string detail, PublishOptions? options = null, int node = 0) =>
        OnAsync<IEventBus>(bus => bus.PublishJsonAsync("shop", "OrderPlaced", Encoding.UTF8.GetBytes(detail), options), node);

    /// <summary>Does something in a scope of its own on a node.</summary>
    public async Task OnAsync<T>(Func<T, Task> act, int node = 0)
        where T : notnull
    {
        await using var scope = Services(node).CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>Waits until no event waits for its function or is in its hands.</summary>
    public async Task IdleAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while ((await _nodes[0].Store.DepthsAsync(patience.Token)).Any(q => q.Ready + q.Leased > 0)) await pace.WaitForNextTickAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes) await node.DisposeAsync();
        await Database.DisposeAsync();
    }
}
