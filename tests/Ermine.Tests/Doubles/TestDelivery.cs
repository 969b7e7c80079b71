using Ermine.Kernel;

namespace Ermine.Tests.Doubles;

/// <summary>A delivery that remembers how it was settled, and can be told to fail at it.</summary>
internal sealed class TestDelivery(Invocation invocation) : Delivery
{
    private readonly TaskCompletionSource<Outcome> _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TestDelivery(FunctionDescriptor function, int attempt = 1) : this(new TestInvocation(function, attempt))
    {
    }

    public override Invocation Invocation { get; } = invocation;

    public override CancellationToken Revoked => RevokedSource.Token;

    public CancellationTokenSource RevokedSource { get; } = new();

    public Task<Outcome> Settled => _settled.Task;

    public Task Ended => _ended.Task;

    public CancellationToken SettledWith { get; private set; }

    public Exception? FailsToSettleWith { get; init; }

    public Exception? FailsToEndWith { get; init; }

    public override ValueTask SettleAsync(Outcome outcome, CancellationToken ct)
    {
        SettledWith = ct;
        _settled.TrySetResult(outcome);
        return FailsToSettleWith is { } e ? ValueTask.FromException(e) : default;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _ended.TrySetResult();
        if (FailsToEndWith is { } e) throw e;
    }
}
