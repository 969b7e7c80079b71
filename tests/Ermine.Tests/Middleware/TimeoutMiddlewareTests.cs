using Ermine.Kernel;
using Ermine.Middleware;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Middleware;

public sealed class TimeoutMiddlewareTests
{
    private static readonly FunctionAttribute OneSecond = new() { TimeoutSeconds = 1 };

    private readonly TestKernel _kernel = new();

    [Fact]
    public async Task A_run_that_takes_too_long_is_cancelled_and_has_failed_with_a_timeout()
    {
        var function = _kernel.Add(EndlessAsync, OneSecond);

        var outcome = await _kernel.RunAsync(function);

        Assert.Equal(OutcomeKind.Retry, outcome.Kind);
        Assert.Contains("longer than its 1 s", Assert.IsType<TimeoutException>(outcome.Exception).Message);
    }

    [Fact]
    public async Task A_function_that_blocks_its_thread_sees_the_timeout_too()
    {
        var function = _kernel.Add((_, ct) => new(ct.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)) ? Outcome.Rejected("seen") : Outcome.Completed), OneSecond);

        Assert.Equal("seen", (await _kernel.RunAsync(function)).Reason);
    }

    [Fact]
    public async Task A_function_that_blocks_its_thread_sees_a_cancellation_from_outside_too()
    {
        using var stopping = new CancellationTokenSource();
        var function = _kernel.Add((_, ct) =>
        {
            stopping.CancelAfter(1);
            return new(ct.WaitHandle.WaitOne(TimeSpan.FromSeconds(20)) ? Outcome.Rejected("seen") : Outcome.Completed);
        });

        Assert.Equal("seen", (await _kernel.RunAsync(function, ct: stopping.Token)).Reason);
    }

    [Fact]
    public async Task A_cancellation_from_outside_is_no_timeout()
    {
        using var stopping = new CancellationTokenSource();
        var gate = new Gate();
        var function = _kernel.Add(async (_, ct) =>
        {
            await gate.PassAsync(ct);
            return Outcome.Completed;
        });

        var running = _kernel.RunAsync(function, ct: stopping.Token);
        await gate.ArrivedAsync();
        await stopping.CancelAsync();

        Assert.Equal(OutcomeKind.Abandoned, (await running).Kind);
    }

    [Fact]
    public async Task A_run_after_one_that_timed_out_has_all_of_its_time()
    {
        var endless = _kernel.Add(EndlessAsync, OneSecond, id: "test.endless");
        var quick = _kernel.Add((_, ct) => new(ct.IsCancellationRequested ? Outcome.Rejected("cancelled") : Outcome.Completed), OneSecond, id: "test.quick");

        await _kernel.RunAsync(endless);

        Assert.Equal(Outcome.Completed, await _kernel.RunAsync(quick));
    }

    [Fact]
    public async Task What_a_run_registered_on_its_token_is_gone_when_the_token_serves_another_run()
    {
        var called = 0;
        var first = _kernel.Add((_, ct) =>
        {
            ct.Register(() => called++);
            return new(Outcome.Completed);
        }, id: "test.first");
        var endless = _kernel.Add(EndlessAsync, OneSecond, id: "test.endless");

        await _kernel.RunAsync(first);
        await _kernel.RunAsync(endless);

        Assert.Equal(0, called);
    }

    [Fact]
    public async Task Runs_within_runs_have_timeouts_of_their_own()
    {
        var inner = _kernel.Add(EndlessAsync, OneSecond, id: "test.inner");
        var outer = _kernel.Add(async (_, ct) =>
        {
            var outcome = await _kernel.RunAsync(inner, ct: ct);
            return ct.IsCancellationRequested || outcome.Kind != OutcomeKind.Retry ? Outcome.Rejected("mixed up") : Outcome.Completed;
        }, id: "test.outer");

        Assert.Equal(Outcome.Completed, await _kernel.RunAsync(outer));
    }

    [Fact]
    public async Task A_function_that_ignores_its_token_is_given_up_and_its_caller_gets_the_timeout()
    {
        var gate = new Gate();
        var (left, run) = (new TaskCompletionSource<Exception?>(), (Invocation?)null);
        var function = _kernel.Add(async (invocation, _) =>
        {
            run = invocation;
            await gate.PassAsync(CancellationToken.None);
            left.SetResult(Record.Exception(() => invocation.Commit)); // what it does now comes too late
            return Outcome.Completed;
        }, OneSecond);

        var outcome = await RunImpatientAsync(function);
        gate.Open();

        Assert.IsType<TimeoutException>(outcome.Exception);
        Assert.True(run!.IsOverdue);
        Assert.IsType<InvalidOperationException>(await left.Task);
        Assert.Equal(1, _kernel.Log.Count(107));
    }

    [Fact]
    public async Task The_place_of_a_run_that_was_given_up_is_free_for_the_next()
    {
        var function = _kernel.Add(async (invocation, _) =>
        {
            if (invocation.Attempt == 1) await new TaskCompletionSource().Task;
            return Outcome.Completed;
        }, new FunctionAttribute { TimeoutSeconds = 1, MaxConcurrency = 1 });
        var source = new ScriptedSource();
        using var stopping = new CancellationTokenSource();
        var pumping = new Pump(function, source, Impatient(), _kernel.Log.For<Pump>()).RunAsync(stopping.Token, default);
        var (first, second) = (new TestDelivery(function, attempt: 1), new TestDelivery(function, attempt: 2));

        source.Answer(first);
        source.Answer(second);

        Assert.Equal(OutcomeKind.Retry, (await first.Settled).Kind);
        Assert.Equal(OutcomeKind.Completed, (await second.Settled).Kind);
        await stopping.CancelAsync();
        await pumping;
    }

    [Fact]
    public async Task A_function_that_holds_its_thread_beyond_its_grace_has_failed_even_if_it_completes()
    {
        using var freed = new ManualResetEventSlim();
        Invocation? run = null;
        var function = _kernel.Add((invocation, _) =>
        {
            run = invocation;
            freed.Wait(CancellationToken.None);
            return new(Outcome.Completed);
        }, OneSecond);

        var running = Task.Run(() => RunImpatientAsync(function));
        SpinWait.SpinUntil(() => run is { IsOverdue: true }, TimeSpan.FromSeconds(30));
        freed.Set();

        Assert.IsType<TimeoutException>((await running).Exception);
        Assert.Equal(1, _kernel.Log.Count(107));
    }

    [Fact]
    public async Task A_function_that_sees_its_token_within_the_grace_is_not_given_up()
    {
        var function = _kernel.Add(EndlessAsync, OneSecond);

        await _kernel.RunAsync(function);

        Assert.Equal(0, _kernel.Log.Count(107));
    }

    // With a grace that does not make the test long.
    private async Task<Outcome> RunImpatientAsync(FunctionDescriptor function)
    {
        var delivery = new TestDelivery(function);
        await Impatient().DispatchAsync(delivery, CancellationToken.None);
        return await delivery.Settled;
    }

    private Dispatcher Impatient() => new(
        _kernel.Catalog, [new RetryMiddleware(), new TimeoutMiddleware(_kernel.Log.For<TimeoutMiddleware>(), TimeSpan.FromMilliseconds(300))], _kernel.Log.For<Dispatcher>());

    private static async ValueTask<Outcome> EndlessAsync(Invocation invocation, CancellationToken ct)
    {
        await Task.Delay(Timeout.Infinite, ct);
        return Outcome.Completed;
    }
}
