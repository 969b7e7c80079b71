using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Kernel;

public sealed class PumpTests : IDisposable
{
    private readonly TestKernel _kernel = new();
    private readonly ScriptedSource _source = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _drained = new();
    private readonly Gate _gate = new();

    [Fact]
    public async Task A_source_is_asked_for_as_many_deliveries_as_there_are_free_places()
    {
        var (function, pumping) = Start(concurrency: 2, Waiting);

        var first = await _source.AskedAsync();
        _source.Answer(new TestDelivery(function));
        await _gate.ArrivedAsync();
        var whileOneRuns = await _source.AskedAsync();

        Assert.Equal((2, 1), (first, whileOneRuns));
        _gate.Open();
        await StopAsync(pumping);
    }

    [Fact]
    public async Task A_place_is_free_again_when_its_run_is_settled()
    {
        var (function, pumping) = Start(concurrency: 1, Waiting);
        var first = new TestDelivery(function);

        await _source.AskedAsync();
        _source.Answer(first);
        _gate.Open();
        await first.Settled;
        var next = await _source.AskedAsync();

        Assert.Equal(1, next);
        await StopAsync(pumping);
    }

    [Fact]
    public async Task More_deliveries_than_were_asked_for_wait_for_places()
    {
        var running = 0;
        var most = 0;
        var (function, pumping) = Start(concurrency: 2, async (_, _) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return Outcome.Completed;
        });
        var deliveries = Enumerable.Range(0, 50).Select(_ => new TestDelivery(function)).ToArray();

        _source.Answer(deliveries);
        await Task.WhenAll(deliveries.Select(d => d.Settled));

        Assert.InRange(most, 1, 2);
        await StopAsync(pumping);
    }

    [Fact]
    public async Task A_source_with_nothing_is_asked_again_for_all_places()
    {
        var (_, pumping) = Start(concurrency: 3, Waiting);

        _source.Answer();
        var limits = (await _source.AskedAsync(), await _source.AskedAsync());

        Assert.Equal((3, 3), limits);
        await StopAsync(pumping);
    }

    [Fact]
    public async Task A_function_that_blocks_its_thread_does_not_hold_up_the_next_delivery()
    {
        using var both = new Barrier(2);
        var (function, pumping) = Start(concurrency: 2, (_, _) => new(both.SignalAndWait(TimeSpan.FromSeconds(30), CancellationToken.None) ? Outcome.Completed : Outcome.Rejected("alone")));
        var deliveries = new[] { new TestDelivery(function), new TestDelivery(function) };

        _source.Answer(deliveries);
        var outcomes = await Task.WhenAll(deliveries.Select(d => d.Settled));

        Assert.All(outcomes, o => Assert.Equal(Outcome.Completed, o));
        await StopAsync(pumping);
    }

    [Fact]
    public async Task Stopping_takes_no_new_work_and_lets_what_is_under_way_finish()
    {
        var (function, pumping) = Start(concurrency: 1, Waiting);
        var underWay = new TestDelivery(function);
        _source.Answer(underWay);
        _source.Answer(new TestDelivery(function));
        await _source.AskedAsync();
        await _gate.ArrivedAsync();

        await _stopping.CancelAsync();
        var waits = !pumping.IsCompleted;
        _gate.Open();
        await pumping;

        Assert.True(waits);
        Assert.Equal(Outcome.Completed, await underWay.Settled);
        Assert.True(_source.IsDisposed);
    }

    [Fact]
    public async Task Stopping_hands_back_what_has_been_taken_and_has_not_begun()
    {
        var (function, pumping) = Start(concurrency: 1, Waiting);
        var begun = new TestDelivery(function);
        var waiting = new TestDelivery(function);
        _source.Answer(begun, waiting);
        await _gate.ArrivedAsync();

        await _stopping.CancelAsync();
        _gate.Open();
        await pumping;

        Assert.Equal(OutcomeKind.Completed, (await begun.Settled).Kind);
        Assert.Equal(OutcomeKind.Abandoned, (await waiting.Settled).Kind);
    }

    [Fact]
    public async Task A_run_that_outlasts_the_time_to_finish_is_cancelled_and_handed_back()
    {
        var (function, pumping) = Start(concurrency: 1, Waiting);
        var endless = new TestDelivery(function);
        _source.Answer(endless);
        await _gate.ArrivedAsync();

        await _stopping.CancelAsync();
        await _drained.CancelAsync();
        await pumping;

        Assert.Equal(OutcomeKind.Abandoned, (await endless.Settled).Kind);
    }

    [Fact]
    public async Task A_revoked_delivery_is_cancelled()
    {
        var (function, pumping) = Start(concurrency: 1, Waiting);
        var delivery = new TestDelivery(function);
        _source.Answer(delivery);
        await _gate.ArrivedAsync();

        await delivery.RevokedSource.CancelAsync();

        Assert.Equal(OutcomeKind.Abandoned, (await delivery.Settled).Kind);
        await StopAsync(pumping);
    }

    [Fact]
    public async Task A_source_that_fails_again_and_again_pauses_the_function_and_is_logged_once()
    {
        var (_, pumping) = Start(concurrency: 2, Waiting);

        _source.Fail(new IOException("no database"));
        _source.Fail(new OperationCanceledException("the driver gave up"));
        var limits = (await _source.AskedAsync(), await _source.AskedAsync(), await _source.AskedAsync());

        Assert.Equal((2, 2, 2), limits);
        Assert.Equal((1, 0), (_kernel.Log.Count(103), _kernel.Log.Count(104)));
        await StopAsync(pumping);
    }

    [Fact]
    public async Task A_source_that_works_again_is_logged_once_even_where_it_has_no_work()
    {
        var (_, pumping) = Start(concurrency: 2, Waiting);

        _source.Fail(new IOException("no database"));
        _source.Answer();
        _source.Answer();
        for (var asked = 0; asked < 4; asked++) await _source.AskedAsync();

        Assert.Equal((1, 1), (_kernel.Log.Count(103), _kernel.Log.Count(104)));
        await StopAsync(pumping);
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_recorded_is_logged_and_frees_its_place()
    {
        var (function, pumping) = Start(concurrency: 1, (_, _) => new(Outcome.Completed));
        var delivery = new TestDelivery(new TestInvocation(function)) { FailsToSettleWith = new IOException("no database") };

        await _source.AskedAsync();
        _source.Answer(delivery);
        var next = await _source.AskedAsync();

        Assert.Equal(1, next);
        Assert.Equal(1, _kernel.Log.Count(105));
        Assert.True(delivery.Ended.IsCompletedSuccessfully);
        await StopAsync(pumping);
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _drained.Dispose();
    }

    private (FunctionDescriptor Function, Task Pumping) Start(int concurrency, FunctionHandler handler)
    {
        var function = _kernel.Add(handler, new FunctionAttribute { MaxConcurrency = concurrency });
        return (function, new Pump(function, _source, _kernel.Open(), _kernel.Log).RunAsync(_stopping.Token, _drained.Token));
    }

    private async Task StopAsync(Task pumping)
    {
        await _stopping.CancelAsync();
        await pumping;
    }

    private async ValueTask<Outcome> Waiting(Invocation invocation, CancellationToken ct)
    {
        await _gate.PassAsync(ct);
        return Outcome.Completed;
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = Volatile.Read(ref most); now > seen; seen = Volatile.Read(ref most))
        {
            if (Interlocked.CompareExchange(ref most, now, seen) == seen) return;
        }
    }
}
