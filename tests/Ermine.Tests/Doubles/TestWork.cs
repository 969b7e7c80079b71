using System.Text;
using Ermine.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Tests.Doubles;

/// <summary>A function that reads a queue of the scripted store.</summary>
internal sealed class TestWork : IAsyncDisposable
{
    private readonly TestKernel _kernel = new();
    private readonly ServiceProvider _services;

    public TestWork(FunctionHandler? handler = null, int batchSize = 1, TimeSpan? lease = null, bool heartbeat = false, FunctionAttribute? function = null, string? coalesce = null, Rate? maxRate = null, TimeSpan window = default, string? former = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IWorkStore>(Store).AddSingleton<ICommitFactory>(Commits).AddScoped<InvocationScope>();
        services.AddSingleton(new PayloadSerializer(new PayloadOptions().Json)).AddSingleton<WorkQueues>();
        services.AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        _services = services.BuildServiceProvider();
        var shape = batchSize > 1 ? InputShape.Batch : InputShape.Message;
        Function = _kernel.Add(handler ?? ((_, _) => new(Outcome.Completed)), function, input: shape);
        Dispatcher = _kernel.Open();
        Source = new WorkSource(Function, new WorkOptions("votes") { BatchSize = batchSize, Lease = lease ?? TimeSpan.FromMinutes(1), Heartbeat = heartbeat, Coalesce = coalesce, MaxRate = maxRate, BatchWindow = window, FormerQueue = former }, _services);
    }

    public ScriptedStore Store { get; } = new();

    public RecordedCommit Commits { get; } = new();

    public RecordedLog Log => _kernel.Log;

    public FunctionDescriptor Function { get; }

    public Dispatcher Dispatcher { get; }

    public WorkSource Source { get; }

    public static Message Message(long id, int attempt = 1, string payload = "1", IReadOnlyDictionary<string, string>? headers = null) =>
        new(id, id + 1000, attempt, Encoding.UTF8.GetBytes(payload), headers, DateTimeOffset.UnixEpoch);

    /// <summary>Offers messages and claims them.</summary>
    public async Task<IReadOnlyList<Delivery>> ReceiveAsync(params Message[] messages)
    {
        Store.Offer(messages);
        return await Source.ReceiveAsync(10, CancellationToken.None);
    }

    /// <summary>Offers messages, claims them, and runs all that comes.</summary>
    public async Task RunAsync(params Message[] messages)
    {
        foreach (var delivery in await ReceiveAsync(messages)) await Dispatcher.DispatchAsync(delivery, CancellationToken.None);
        await Source.DrainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _services.DisposeAsync();
    }
}
