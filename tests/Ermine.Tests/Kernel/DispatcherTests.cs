using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Kernel;

public sealed class DispatcherTests
{
    private readonly TestKernel _kernel = new();

    [Fact]
    public async Task A_functions_outcome_is_settled()
    {
        var function = _kernel.Add((_, _) => new(Outcome.Rejected("no")));

        var outcome = await _kernel.RunAsync(function);

        Assert.Equal(OutcomeKind.Rejected, outcome.Kind);
    }

    [Fact]
    public async Task Settling_is_not_cancelled_by_the_token_that_cancels_the_run()
    {
        using var stopping = new CancellationTokenSource();
        var delivery = new TestDelivery(_kernel.Add(async (_, _) =>
        {
            await stopping.CancelAsync();
            return Outcome.Completed;
        }));

        await _kernel.Open().DispatchAsync(delivery, stopping.Token);

        Assert.Equal(Outcome.Completed, await delivery.Settled);
        Assert.False(delivery.SettledWith.CanBeCanceled);
    }

    [Fact]
    public async Task A_delivery_whose_run_was_cancelled_before_it_began_is_abandoned_without_a_run()
    {
        var runs = 0;
        var function = _kernel.Add((_, _) =>
        {
            runs++;
            return new(Outcome.Completed);
        });

        var outcome = await _kernel.RunAsync(function, ct: new CancellationToken(canceled: true));

        Assert.Equal((OutcomeKind.Abandoned, 0), (outcome.Kind, runs));
    }

    [Fact]
    public async Task The_invocation_ends_after_settling()
    {
        var delivery = new TestDelivery(_kernel.Add((_, _) => new(Outcome.Completed)));

        await _kernel.Open().DispatchAsync(delivery, default);

        Assert.True(delivery.Invocation.HasEnded);
        Assert.True(delivery.Ended.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_middleware_that_throws_outside_of_the_retrys_still_ends_the_delivery()
    {
        var delivery = new TestDelivery(_kernel.Add((_, _) => new(Outcome.Completed)));
        var dispatcher = _kernel.Open(new OrderedMiddleware(order: 1, before: () => throw new InvalidOperationException("broken")));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await dispatcher.DispatchAsync(delivery, default));

        Assert.True(delivery.Ended.IsCompletedSuccessfully);
        Assert.False(delivery.Settled.IsCompleted);
        Assert.Equal(0, dispatcher.Running);
    }

    [Fact]
    public async Task What_a_run_opened_and_cannot_be_closed_is_logged_and_changes_no_outcome()
    {
        var delivery = new TestDelivery(new TestInvocation(_kernel.Add((_, _) => new(Outcome.Completed)))) { FailsToEndWith = new IOException("disk") };
        var dispatcher = _kernel.Open();

        await dispatcher.DispatchAsync(delivery, default);

        Assert.Equal(Outcome.Completed, await delivery.Settled);
        Assert.Equal(1, _kernel.Log.Count(106));
        Assert.Equal(0, dispatcher.Running);
    }

    [Fact]
    public async Task A_delivery_counts_as_running_until_it_is_settled()
    {
        var gate = new Gate();
        var dispatcher = new TestKernel();
        var delivery = new TestDelivery(dispatcher.Add(async (_, ct) =>
        {
            await gate.PassAsync(ct);
            return Outcome.Completed;
        }));
        var door = dispatcher.Open();

        var dispatched = door.DispatchAsync(delivery, default).AsTask();
        await gate.ArrivedAsync();
        var during = door.Running;
        gate.Open();
        await dispatched;

        Assert.Equal((1, 0), (during, door.Running));
    }

    [Fact]
    public async Task Middleware_of_a_lower_order_is_further_out_whatever_the_order_of_registration()
    {
        var passed = new List<int>();
        var delivery = new TestDelivery(_kernel.Add((_, _) => new(Outcome.Completed)));
        var dispatcher = _kernel.Open(new OrderedMiddleware(450, () => passed.Add(450)), new OrderedMiddleware(50, () => passed.Add(50)), new OrderedMiddleware(250, () => passed.Add(250)));

        await dispatcher.DispatchAsync(delivery, default);

        Assert.Equal([50, 250, 450], passed);
    }

    [Theory]
    [InlineData(OutcomeKind.Retry, 100)]
    [InlineData(OutcomeKind.Rejected, 101)]
    [InlineData(OutcomeKind.Abandoned, 102)]
    public async Task A_run_that_did_not_complete_is_logged_once(OutcomeKind kind, int id)
    {
        var function = _kernel.Add((_, _) => new(kind switch
        {
            OutcomeKind.Retry => Outcome.Retry(TimeSpan.FromSeconds(1), "later"),
            OutcomeKind.Rejected => Outcome.Rejected("never"),
            _ => Outcome.Abandoned("stopping"),
        }));

        await _kernel.RunAsync(function);

        Assert.Equal([id], _kernel.Log.Lines.Select(l => l.Id));
    }

    private sealed class OrderedMiddleware(int order, Action before) : IFunctionMiddleware
    {
        public int Order => order;

        public FunctionHandler Wrap(FunctionDescriptor function, FunctionHandler next) => (invocation, ct) =>
        {
            before();
            return next(invocation, ct);
        };
    }
}
