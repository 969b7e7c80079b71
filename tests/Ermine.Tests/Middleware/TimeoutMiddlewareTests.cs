using Ermine.Kernel;
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

    private static async ValueTask<Outcome> EndlessAsync(Invocation invocation, CancellationToken ct)
    {
        await Task.Delay(Timeout.Infinite, ct);
        return Outcome.Completed;
    }
}
