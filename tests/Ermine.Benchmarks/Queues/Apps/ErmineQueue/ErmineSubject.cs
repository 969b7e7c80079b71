using System.Diagnostics;
using Ermine.Benchmarks.Queues.Apps.Shared;
using Marten;

namespace ErmineQueue;

/// <summary>An ordinary app with Ermine: the generated <c>AddErmine()</c>, the defaults, and no listener to its traces.</summary>
/// <param name="kind">What is sent: null for orders, <c>writes</c> for bills, whose function stores documents, <c>runs</c> for runs of a function,
/// <c>one</c> and <c>ten</c> for events on the bus with so many subscribers.</param>
/// <param name="settings">The app's command line.</param>
internal sealed class ErmineSubject(string? kind, string[] settings) : ISubject
{
    private static readonly string[] Functions = ["orders.take", "bills.store", "errands.first", "errands.second", "errands.third", "chores.do", "occasions.take",
        .. new[] { "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth" }.Select(f => $"crowd.{f}")];

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

    public Task SendAsync(int caller, long at, CancellationToken ct) => kind switch
    {
        "runs" => EnqueueAsync(at, ct),
        "one" or "ten" => PublishAsync([at], ct),
        _ => Queues.For<Order>().SendAsync(new Order(at, Pad.Kind, Pad.For(at)), ct: ct),
    };

    public async Task FillAsync(int count, CancellationToken ct)
    {
        foreach (var chunk in Enumerable.Repeat(0, count).Select(_ => Stopwatch.GetTimestamp()).Chunk(1_000))
        {
            await (kind switch
            {
                "runs" => Task.WhenAll(chunk.Select(at => EnqueueAsync(at, ct))),
                "writes" => Queues.For<Bill>().SendManyAsync(chunk.Select(at => new Bill(at, Pad.Kind, Pad.For(at))), ct: ct),
                "one" or "ten" => PublishAsync(chunk, ct),
                _ => Queues.For<Order>().SendManyAsync(chunk.Select(at => new Order(at, Pad.Kind, Pad.For(at))), ct: ct),
            });
        }
    }

    private async Task PublishAsync(IEnumerable<long> all, CancellationToken ct)
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IEventBus>().PublishManyAsync(all.Select(at => new Occasion(at, Pad.Kind, Pad.For(at))), new PublishOptions { Bus = kind }, ct);
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
