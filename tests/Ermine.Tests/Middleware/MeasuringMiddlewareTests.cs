using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Ermine.Kernel;
using Ermine.Middleware;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Middleware;

public sealed class MeasuringMiddlewareTests : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, (double Value, string? Outcome)> _measured = [];
    private readonly TestKernel _kernel = new();
    private readonly string _id = $"test.{Guid.NewGuid()}";

    [Fact]
    public async Task A_run_is_measured_with_its_outcome()
    {
        Listen();

        await RunAsync((_, _) => new(Outcome.Completed));

        Assert.Equal(["ermine.function.allocated.estimate", "ermine.function.cpu.estimate", "ermine.function.duration"], _measured.Keys.Order(StringComparer.Ordinal));
        Assert.All(_measured.Values, m => Assert.Equal("Completed", m.Outcome));
    }

    [Fact]
    public async Task Allocations_are_counted_over_all_threads_that_the_run_came_to()
    {
        Listen();

        await RunAsync(async (_, _) =>
        {
            Use(new byte[1_000_000]);
            await Task.Yield();
            Use(new byte[1_000_000]);
            await Task.Run(() => Use(new byte[1_000_000]), CancellationToken.None);
            return Outcome.Completed;
        });

        Assert.InRange(_measured["ermine.function.allocated.estimate"].Value, 3_000_000, 3_500_000);
    }

    [Fact]
    public async Task What_others_allocate_while_a_run_waits_is_not_counted()
    {
        Listen();
        var gate = new Gate();

        var running = RunAsync(async (_, ct) =>
        {
            await gate.PassAsync(ct);
            return Outcome.Completed;
        });
        await gate.ArrivedAsync();
        Use(new byte[10_000_000]);
        gate.Open();
        await running;

        Assert.InRange(_measured["ermine.function.allocated.estimate"].Value, 0, 1_000_000);
    }

    [Fact]
    public async Task A_run_within_a_run_is_measured_apart()
    {
        Listen();
        var inner = $"test.{Guid.NewGuid()}";
        var innerDescriptor = _kernel.Add((_, _) =>
        {
            Use(new byte[10_000_000]);
            return new(Outcome.Completed);
        }, id: inner);

        await RunAsync(async (_, _) =>
        {
            await DispatchAsync(innerDescriptor);
            Use(new byte[2_000_000]);
            return Outcome.Completed;
        });

        Assert.InRange(_measured["ermine.function.allocated.estimate"].Value, 2_000_000, 3_000_000);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_is_measured()
    {
        await RunAsync((_, _) => new(Outcome.Completed));

        Assert.Empty(_measured);
    }

    public void Dispose() => _listener.Dispose();

    private static void Use(byte[] bytes) => GC.KeepAlive(bytes);

    private void Listen()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Ermine") listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    // Tests beside this one run functions of their own.
    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (id, outcome) = ((string?)null, (string?)null);
        foreach (var tag in tags)
        {
            if (tag.Key == "faas.name") id = (string?)tag.Value;
            if (tag.Key == "ermine.outcome") outcome = (string?)tag.Value;
        }

        if (id == _id) _measured[instrument.Name] = (value, outcome);
    }

    private Task RunAsync(FunctionHandler handler) => DispatchAsync(_kernel.Add(handler, id: _id));

    private async Task DispatchAsync(FunctionDescriptor function) =>
        await _kernel.Open(new MeasuringMiddleware()).DispatchAsync(new TestDelivery(function), CancellationToken.None);
}
