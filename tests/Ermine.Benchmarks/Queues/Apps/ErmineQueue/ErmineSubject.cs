using System.Diagnostics;
using Ermine.Benchmarks.Queues.Apps.Shared;
using Marten;

namespace ErmineQueue;

/// <summary>An ordinary app with Ermine: the generated <c>AddErmine()</c>, the defaults, and no listener to its traces.</summary>
/// <param name="writes">The queue whose function stores documents, not the one whose function only counts.</param>
/// <param name="runs">The function whose runs are asked for, not the one that reads a queue.</param>
/// <param name="settings">The app's command line.</param>
internal sealed class ErmineSubject(bool writes, bool runs, string[] settings) : ISubject
{
    private static readonly string[] Functions = ["orders.take", "bills.store", "errands.first", "errands.second", "errands.third", "chores.do"];

    private WebApplication? _app;

    private IQueues Queues => _app!.Services.GetRequiredService<IQueues>();

    public async Task StartAsync(bool receives, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder([.. settings, .. receives ? [] : Functions.Select(f => $"--Ermine:Functions:{f}:Disabled=true")]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.AddErmine();
        builder.Services.AddSingleton<Counter>();
        builder.Services.ConfigureMarten(documents => documents.RegisterDocumentType<PaidBill>());
        _app = builder.Build();
        _app.MapErmine();
        await _app.StartAsync(ct);
    }

    public Task SendAsync(int caller, long at, CancellationToken ct) => runs ? EnqueueAsync(at, ct) : Queues.For<Order>().SendAsync(new Order(at, Pad.Kind, Pad.For(at)), ct: ct);

    public async Task FillAsync(int count, CancellationToken ct)
    {
        foreach (var chunk in Enumerable.Repeat(0, count).Select(_ => Stopwatch.GetTimestamp()).Chunk(1_000))
        {
            await (runs
                ? Task.WhenAll(chunk.Select(at => EnqueueAsync(at, ct)))
                : writes
                ? Queues.For<Bill>().SendManyAsync(chunk.Select(at => new Bill(at, Pad.Kind, Pad.For(at))), ct: ct)
                : Queues.For<Order>().SendManyAsync(chunk.Select(at => new Order(at, Pad.Kind, Pad.For(at))), ct: ct));
        }
    }

    private async Task EnqueueAsync(long at, CancellationToken ct)
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IFunctions>().EnqueueDoAsync(at, Pad.Kind, Pad.For(at), ct: ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is null) return;

        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
