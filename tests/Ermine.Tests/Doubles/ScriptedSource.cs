using System.Threading.Channels;
using Ermine.Kernel;

namespace Ermine.Tests.Doubles;

/// <summary>A source that answers what the test says, one answer after the other, and tells how it was asked.</summary>
internal sealed class ScriptedSource : ITriggerSource
{
    private readonly Channel<Func<IReadOnlyList<Delivery>>> _answers = Channel.CreateUnbounded<Func<IReadOnlyList<Delivery>>>();
    private readonly Channel<int> _limits = Channel.CreateUnbounded<int>();
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsDisposed => _disposed.Task.IsCompleted;

    public Task Disposed => _disposed.Task;

    public void Answer(params Delivery[] deliveries) => _answers.Writer.TryWrite(() => deliveries);

    public void Fail(Exception exception) => _answers.Writer.TryWrite(() => throw exception);

    /// <summary>The limit that the source is asked with next, or was.</summary>
    public ValueTask<int> AskedAsync() => _limits.Reader.ReadAsync();

    public async ValueTask<IReadOnlyList<Delivery>> ReceiveAsync(int limit, CancellationToken stopping)
    {
        _limits.Writer.TryWrite(limit);
        return (await _answers.Reader.ReadAsync(stopping))();
    }

    public ValueTask DisposeAsync()
    {
        _disposed.TrySetResult();
        return default;
    }
}
