using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Middleware;

public sealed class RetryMiddlewareTests
{
    private static readonly InvalidOperationException Broken = new("broken");

    [Fact]
    public async Task A_function_that_throws_is_tried_again_after_a_while()
    {
        var outcome = await TestKernel.FailAsync(Broken, attempt: 4);

        Assert.Equal((OutcomeKind.Retry, "InvalidOperationException: broken", Broken), (outcome.Kind, outcome.Reason, outcome.Exception));
        Assert.InRange(outcome.After, TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task A_function_that_throws_after_it_has_waited_is_tried_again()
    {
        var kernel = new TestKernel();
        var function = kernel.Add(async (_, _) =>
        {
            await Task.Yield();
            throw Broken;
        });

        Assert.Equal(OutcomeKind.Retry, (await kernel.RunAsync(function)).Kind);
    }

    [Fact]
    public async Task The_last_attempt_is_rejected() => Assert.Equal(OutcomeKind.Rejected, (await TestKernel.FailAsync(Broken, attempt: 5)).Kind);

    [Fact]
    public async Task A_payload_that_cannot_be_read_is_rejected_at_once() =>
        Assert.Equal(OutcomeKind.Rejected, (await TestKernel.FailAsync(new PayloadException("no JSON"), attempt: 1)).Kind);

    [Fact]
    public async Task Where_a_caller_waits_nothing_is_tried_again() =>
        Assert.Equal(OutcomeKind.Rejected, (await TestKernel.FailAsync(Broken, attempt: 1, isRetried: false)).Kind);

    [Fact]
    public async Task A_cancellation_that_came_from_within_is_a_failure() =>
        Assert.Equal(OutcomeKind.Retry, (await TestKernel.FailAsync(new OperationCanceledException())).Kind);

    [Fact]
    public async Task A_run_that_is_cancelled_from_outside_is_abandoned_and_not_failed()
    {
        using var stopping = new CancellationTokenSource();
        var kernel = new TestKernel();
        var function = kernel.Add(async (_, ct) =>
        {
            await stopping.CancelAsync();
            ct.ThrowIfCancellationRequested();
            return Outcome.Completed;
        });

        Assert.Equal(OutcomeKind.Abandoned, (await kernel.RunAsync(function, ct: stopping.Token)).Kind);
    }

    [Fact]
    public async Task A_run_that_completes_although_it_was_cancelled_has_completed()
    {
        using var stopping = new CancellationTokenSource();
        var kernel = new TestKernel();
        var function = kernel.Add(async (_, _) =>
        {
            await stopping.CancelAsync();
            return Outcome.Completed;
        });

        Assert.Equal(Outcome.Completed, await kernel.RunAsync(function, ct: stopping.Token));
    }
}
