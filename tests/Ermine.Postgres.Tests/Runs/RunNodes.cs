using Ermine.Functions;
using Ermine.Kernel;
using Ermine.Postgres.Queues;
using Ermine.Postgres.Tests.Databases;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Runs;

/// <summary>Two nodes with the same functions on demand, over one real database.</summary>
internal sealed class RunNodes : IAsyncDisposable
{
    private readonly List<TestNode> _nodes = [];

    public TestDatabase Database { get; private set; } = null!;

    public static async Task<RunNodes> StartAsync(Action<FunctionCatalog> declare, int count = 2)
    {
        var nodes = new RunNodes { Database = await TestDatabase.MigratedAsync() };
        for (var i = 0; i < count; i++)
        {
            var catalog = new FunctionCatalog();
            declare(catalog);
            nodes._nodes.Add(await TestNode.StartAsync(TestNode.Builder(nodes.Database.ConnectionString, catalog: catalog, settings: ("Ermine:Migrate", "auto"))));
        }

        foreach (var other in nodes._nodes.Skip(1)) nodes._nodes[0].Clock.Advanced += ((PostgresWorkStore)other.Store).Restart; // another process would see it within a second
        return nodes;
    }

    /// <summary>What does something in a scope of its own on a node.</summary>
    public async Task<T> OnAsync<T>(Func<IRuns, Task<T>> act, int node = 0)
    {
        await using var scope = _nodes[node].Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<IRuns>());
    }

    public Task<Guid> StartAsync(string function, string arguments = "{}", RunOptions? options = null, int node = 0) =>
        OnAsync(runs => runs.StartAsync(function, System.Text.Encoding.UTF8.GetBytes(arguments), options), node);

    /// <summary>How a run has ended.</summary>
    public async Task<RunStatus> EndAsync(Guid id)
    {
        var status = await OnAsync(runs => runs.WaitAsync(id, TimeSpan.FromSeconds(60)));
        return status is { HasEnded: true } ? status : throw new TimeoutException($"The run {id} is {status?.State.ToString() ?? "not there"}.");
    }

    /// <summary>Moves the database's clock forward, for all nodes.</summary>
    public Task AdvanceAsync(TimeSpan by) => _nodes[0].Clock.AdvanceAsync(by, CancellationToken.None);

    /// <summary>Whether an effect was committed.</summary>
    public async Task<bool> IsRecordedAsync(Guid effect)
    {
        await using var session = _nodes[0].Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<Effect>(effect) is not null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes) await node.DisposeAsync();
        await Database.DisposeAsync();
    }
}
