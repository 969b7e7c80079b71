using System.Diagnostics;

namespace Ermine.Benchmarks.Queues;

/// <summary>Runs from its making until it is read.</summary>
internal sealed class Meter(SubjectProcess client, DurableServer server)
{
    private readonly long _at = Stopwatch.GetTimestamp();
    private readonly TimeSpan _client = client.ProcessorTime;
    private readonly TimeSpan _server = server.ProcessorTime;

    /// <summary>Time passed.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_at);

    /// <summary>The share of one core that the client took.</summary>
    public double ClientShare => (client.ProcessorTime - _client) / Elapsed;

    /// <summary>What this many messages took.</summary>
    public Figure Read(long messages)
    {
        var elapsed = Elapsed;
        return new(messages / elapsed.TotalSeconds, (client.ProcessorTime - _client).TotalMicroseconds / messages, (server.ProcessorTime - _server).TotalMicroseconds / messages);
    }

    /// <summary>What was sent or handled in a span of time.</summary>
    public static async Task<Figure> WindowAsync(SubjectProcess process, DurableServer server, TimeSpan window, CancellationToken ct)
    {
        var meter = new Meter(process, server);
        var before = await process.CountAsync(ct);
        await Task.Delay(window, ct);
        return meter.Read(await process.CountAsync(ct) - before);
    }
}
