using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Middleware;

public sealed class ConcurrencyMiddlewareTests
{
    private readonly TestKernel _kernel = new();
    private readonly Gate _gate = new();
    private int _running;
    private int _most;

    [Fact]
    public async Task A_function_runs_no_more_often_at_a_time_than_it_allows_over_all_of_its_triggers()
    {
        var limited = new FunctionAttribute { MaxConcurrency = 2 };
        var message = _kernel.Add(CountingAsync, limited, new TestTriggerAttribute { Size = 1 });
        var request = _kernel.Add(CountingAsync, limited, new TestTriggerAttribute { Size = 2 });
        var door = _kernel.Open();
        var deliveries = Enumerable.Range(0, 10).Select(i => new TestDelivery(i % 2 == 0 ? message : request)).ToArray();

        var dispatched = deliveries.Select(d => door.DispatchAsync(d, default).AsTask()).ToArray();
        for (var i = 0; i < deliveries.Length; i++)
        {
            await _gate.ArrivedAsync();
            _gate.Open();
        }

        await Task.WhenAll(dispatched);
        Assert.Equal(2, _most);
    }

    [Fact]
    public async Task A_function_without_a_limit_runs_as_often_as_it_is_called()
    {
        var function = _kernel.Add(CountingAsync);
        var door = _kernel.Open();
        var dispatched = Enumerable.Range(0, 100).Select(_ => door.DispatchAsync(new TestDelivery(function), default).AsTask()).ToArray();

        for (var i = 0; i < dispatched.Length; i++) await _gate.ArrivedAsync();
        for (var i = 0; i < dispatched.Length; i++) _gate.Open();

        await Task.WhenAll(dispatched);
        Assert.Equal(100, _most);
    }

    [Fact]
    public async Task A_run_that_throws_frees_its_place()
    {
        var function = _kernel.Add((_, _) => throw new InvalidOperationException(), new FunctionAttribute { MaxConcurrency = 1 });
        var door = _kernel.Open();

        await door.DispatchAsync(new TestDelivery(function), default);
        var second = new TestDelivery(function);
        await door.DispatchAsync(second, default);

        Assert.Equal(OutcomeKind.Retry, (await second.Settled).Kind);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_it_waits_for_a_place_is_abandoned()
    {
        using var stopping = new CancellationTokenSource();
        var function = _kernel.Add(CountingAsync, new FunctionAttribute { MaxConcurrency = 1 });
        var door = _kernel.Open();
        var holding = door.DispatchAsync(new TestDelivery(function), default).AsTask();
        await _gate.ArrivedAsync();
        var waiting = new TestDelivery(function);

        var dispatched = door.DispatchAsync(waiting, stopping.Token).AsTask();
        await stopping.CancelAsync();
        await dispatched;

        Assert.Equal(OutcomeKind.Abandoned, (await waiting.Settled).Kind);
        _gate.Open();
        await holding;
    }

    private async ValueTask<Outcome> CountingAsync(Invocation invocation, CancellationToken ct)
    {
        var running = Interlocked.Increment(ref _running);
        lock (_gate) _most = Math.Max(_most, running);
        await _gate.PassAsync(ct);
        Interlocked.Decrement(ref _running);
        return Outcome.Completed;
    }
}
